import type { EntityId, PackId } from './ids';
import type { OverlayConflict } from './overlay';
import type {
  FeedProblem,
  HeldAlias,
  PackRelease,
  PackRowProblem,
  PackSource,
  RunningPackJob,
  WaitingRelease,
} from './pack';

/** What the settings page is told of packs. */

/** How a job that may be called off ended. */
export type PackDone = { readonly status: 'done' | 'cancelled' };

/** What looking at a subscription came to. */
export type PackChecked =
  | { readonly type: 'nothing-new' | 'installed' | 'waiting' | 'cancelled' }
  | { readonly type: 'problem'; readonly problem: FeedProblem };

/** What looking at a pack came to. */
export type PackReply =
  | { readonly status: 'ready'; readonly packId: PackId }
  | { readonly status: 'problems'; readonly problems: readonly PackRowProblem[] }
  | { readonly status: 'same'; readonly name: string; readonly version: number }
  | {
      readonly status: 'older';
      readonly name: string;
      readonly version: number;
      readonly installed: number;
    }
  | { readonly status: 'taken'; readonly name: string; readonly by: PackSource }
  | { readonly status: 'address'; readonly problem: FeedProblem }
  | { readonly status: 'cancelled' };

/** All packs. */
export interface PacksView {
  /** By name. */
  readonly packs: readonly PackView[];
  readonly job: RunningPackJob | null;
}

/** One pack. */
export interface PackView {
  readonly packId: PackId;
  readonly name: string;
  readonly description: string;
  readonly source: PackSource;
  readonly isOn: boolean;
  /** Entities, where nothing of it is here yet but the list of what comes with the extension. */
  readonly entityCount: number;
  readonly release: PackReleaseView | null;
  readonly feed: PackFeedView | null;
  readonly waiting: (Omit<WaitingRelease, 'held'> & HeldView) | null;
  /** Entities that carry changes of the reader's own. */
  readonly editedCount: number;
  /** The first of them that the pack changed too. */
  readonly conflicts: readonly PackConflict[];
}

/** The first aliases that are held back, and how many there are. */
export interface HeldView {
  readonly held: readonly (HeldAlias & {
    /** Whether the reader lights it all the same. */
    readonly isLit: boolean;
  })[];
  readonly heldCount: number;
}

export type PackReleaseView = Omit<PackRelease, 'held'> & HeldView;

/** What is known of a subscription's address. */
export interface PackFeedView {
  /** When the host last answered, in milliseconds since 1970; null when it never did. */
  readonly checked: number | null;
  readonly problem: FeedProblem | null;
  readonly isSigned: boolean;
}

export type PackConflict = OverlayConflict & { readonly entityId: EntityId; readonly name: string };
