import type { PageInfo } from './page';

/** The longest name, in UTF-16 code units. */
export const NAME_MAX = 200;

/** Why a selection is no name. */
export type SelectionProblem = 'empty' | 'too-long';

/** What the content script tells of a selection. All of it is the page's word. */
export interface SelectedText {
  readonly text: string;
  /** Text of the same paragraph before and after it; cut, so that a page without paragraphs sends little. */
  readonly before: string;
  readonly after: string;
  readonly page: Pick<PageInfo, 'url' | 'title' | 'site'>;
}

/** Where a captured name was read. */
export interface Passage {
  readonly url: string;
  readonly title: string;
  /** The sentence with the name, empty when unknown. */
  readonly sentence: string;
}

/** A selection that is about to become a name, or why it cannot. */
export interface Capture {
  /** Empty when there is a problem. */
  readonly name: string;
  readonly problem: SelectionProblem | null;
  /** Null when the page is no web page. */
  readonly passage: Passage | null;
}

/** What nobody sees and no name may hold: zero-width characters, soft hyphens, direction overrides. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/gu;

/** Marks that a double click or a hasty drag takes along. A final dot stays: it may belong to "Inc." */
const EDGES = /^[\s"“”„«»'‘’,;:–—]+|[\s"“”„«»'‘’,;:–—]+$/gu;

/** A selection as a name: NFC, one line, without what is invisible and the marks around it. */
export function nameOfSelection(
  selected: string,
):
  | { readonly name: string; readonly problem: null }
  | { readonly name: ''; readonly problem: SelectionProblem } {
  const name = selected
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(EDGES, '');
  if (name === '') return { name: '', problem: 'empty' };
  return name.length > NAME_MAX ? { name: '', problem: 'too-long' } : { name, problem: null };
}
