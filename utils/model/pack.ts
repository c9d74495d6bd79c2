import type { PackId } from './ids';

/** Where a pack comes from, and so where its next release is looked for. */
export type PackSource =
  /** It came with the extension. */
  | { readonly type: 'bundled' }
  /** The reader chose a file; there is nowhere to look for another. */
  | { readonly type: 'file' }
  /** An address that the reader subscribed to: of a `pack.json`, or of a pack itself. */
  | { readonly type: 'url'; readonly url: string };

/**
 * Why an alias is not lit until the reader has looked at it.
 * - `common-word`: everyday English, on every second page.
 * - `too-short`: one letter or digit.
 * - `lit-wrongly`: one of the pack's own sentences says that it must not light.
 */
export type HoldReason = 'common-word' | 'too-short' | 'lit-wrongly';

/** An alias that goes on the list "check these". */
export interface HeldAlias {
  /** Line of the entity, from 1. */
  readonly row: number;
  /** Local id. */
  readonly entity: string;
  /** The alias, letter for letter; or a form derived from one, such as its plural. */
  readonly alias: string;
  readonly reason: HoldReason;
  /** The pack's own sentence that it lit up in and must not; null for the other reasons. */
  readonly sentence: string | null;
}

/** A sentence of the pack that did not light as it says. */
export interface PackTestFailure {
  /** Line, from 1. */
  readonly row: number;
  readonly text: string;
  /** Surfaces that must light and did not, and that lit and must not. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** What a new release changes, counted. */
export interface PackChanges {
  readonly entitiesAdded: number;
  readonly entitiesRemoved: number;
  readonly entitiesChanged: number;
  readonly namesAdded: number;
  readonly namesRemoved: number;
  readonly factsAdded: number;
  readonly factsRemoved: number;
  readonly factsChanged: number;
  /** More than a tenth of the pack: the reader is asked first. */
  readonly isLarge: boolean;
}

/** What is known of one release of a pack after it was read and its sentences were run. */
export interface PackRelease {
  readonly version: number;
  /** Day of the release, `YYYY-MM-DD`; empty when it is not known. */
  readonly updated: string;
  readonly entityCount: number;
  readonly nameCount: number;
  readonly factCount: number;
  readonly testCount: number;
  readonly failureCount: number;
  /** The first failures. */
  readonly failures: readonly PackTestFailure[];
  /** Aliases that are kept dark until the reader has looked at them. */
  readonly held: readonly HeldAlias[];
  /** Which stored lines are this release; empty when none were kept. */
  readonly generation: string;
  /** SHA-256 of its lines in their one form, in hexadecimal; empty when it is not known. */
  readonly contentHash: string;
}

/** A release that was read and tested and waits for the reader's word. */
export interface WaitingRelease extends PackRelease {
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly authors: readonly string[];
  readonly source: PackSource;
  /** Words that mix alphabets, as forged names do: the row and what is wrong with it. */
  readonly warnings: readonly string[];
  /** What it changes; null when nothing of the pack is here yet. */
  readonly changes: PackChanges | null;
  /** Milliseconds since 1970. */
  readonly staged: number;
}

/**
 * Why a subscription got nothing new. What is installed stays in all cases.
 * - `offline`: the host was not reached.
 * - `status`: it answered with an error (`detail` is the status).
 * - `redirect`: it led elsewhere than its own https.
 * - `no-permission`: the browser does not let the extension ask this host.
 * - `too-large`: more than the limits allow, or more than announced.
 * - `not-a-pack`: something else than a pack or a `pack.json`, a web page for instance (`detail` is the first problem).
 * - `unsound`: a pack with problems (`detail` is the first).
 * - `wrong-hash`: not the bytes that were announced.
 * - `rollback`: an older release than the one that is here.
 * - `expired`: the announcement has run out.
 * - `signature`: the signature is missing or does not fit.
 * - `key-changed`: signed with another key than the first time.
 * - `cannot-verify`: this browser knows no Ed25519.
 * - `other-pack`: another pack's id.
 */
export type FeedProblemCode =
  | 'offline'
  | 'status'
  | 'redirect'
  | 'no-permission'
  | 'too-large'
  | 'not-a-pack'
  | 'unsound'
  | 'wrong-hash'
  | 'rollback'
  | 'expired'
  | 'signature'
  | 'key-changed'
  | 'cannot-verify'
  | 'other-pack';

export interface FeedProblem {
  readonly code: FeedProblemCode;
  readonly detail: string;
}

/** What a long job on a pack is at. */
export type PackStep = 'reading' | 'testing' | 'comparing' | 'keeping' | 'installing';

/** The job that runs now, for a progress bar. */
export interface RunningPackJob {
  /** What it is about, where that is known. */
  readonly packId: PackId | null;
  readonly step: PackStep;
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
}

/** One thing that is wrong with one row of a pack. */
export interface PackRowProblem {
  /** Line, from 1. */
  readonly row: number;
  /** Path of the field; empty for the row as a whole. */
  readonly where: string;
  readonly message: string;
}
