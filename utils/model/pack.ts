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
