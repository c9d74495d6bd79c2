import type { EntityId } from './ids';
import type { DecisionScope } from './mention';

/** What the reader said of a name: never this entity for this surface, or always. */
export interface Decision {
  readonly entityId: EntityId;
  /** The surface as it was lit, folded by lower case; empty for all of the entity's surfaces. */
  readonly surface: string;
  readonly verdict: 'not-this' | 'always-this';
  readonly scope: DecisionScope;
  /** The canonical URL or the host that it holds for; empty when it holds everywhere. */
  readonly where: string;
  /** Milliseconds since 1970. */
  readonly made: number;
}
