import type { Folding } from '../text/folding';
import type { Tokens } from '../text/tokens';

/**
 * Compiled names, ready to be searched: views on one buffer, nothing copied.
 *
 * A form is told by the place of its first sense, so form numbers are unique and below `senseCount`, but not
 * consecutive; they mean something only within these names. The buffer must not change while the names are in use.
 */
export interface Names {
  /** Distinct folded forms. */
  readonly formCount: number;
  /** Aliases of all entities. */
  readonly senseCount: number;
  /** Size of the buffer. */
  readonly byteLength: number;
  readonly folding: Folding;
  /** One bit for each hash of a path with one token: most words of a text are done with here. */
  readonly filter: Int32Array;
  /** Path and meaning, by turns; open addressing with linear probing. */
  readonly slots: Int32Array;
  readonly probesMax: number;
  /** Entity of each sense. */
  readonly keys: Uint32Array;
  readonly textOffsets: Uint32Array;
  readonly flags: Uint8Array;
  readonly texts: Uint8Array;
  /** Room to work in; makes a search of the same names inside another one impossible, and nothing else. */
  readonly workspace: Workspace;
}

/** Buffers that a search reuses. */
export interface Workspace {
  /** Tokens of the stretch of text being searched. */
  readonly textTokens: Tokens;
  /** Tokens of the alias being compared. */
  readonly aliasTokens: Tokens;
  /** Folded letters of both. */
  readonly aliasCodes: Int32Array;
  readonly textCodes: Int32Array;
}
