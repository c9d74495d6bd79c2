import type { JSX } from 'preact';
import type { Kind } from '../utils/model/kind';
import { KIND_WORD } from './words';

/** A kind's name over the kind's own line: the key to the marks on the page. */
export function KindWord({ kind }: { readonly kind: Kind }): JSX.Element {
  return <span class={`k k-${kind} kind`}>{KIND_WORD[kind]}</span>;
}
