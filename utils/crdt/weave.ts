import { diffTokens } from './diff';
import { joinTokens, tokenise } from './tokens';

/** One edit to replay: the text that it led to, and which earlier edits its author had in view. */
export interface Edit {
  readonly text: string;
  /** Whether the edit with this index (in the order of replay) was in view. */
  readonly saw: (index: number) => boolean;
  /** Whether what its author had in view is unknown: the first version of a text, or one whose parents are gone. */
  readonly isRoot: boolean;
}

/** One token, for ever at its place. */
interface Cell {
  readonly token: string;
  /** Indexes of the edits that wrote it: several where roots share a stretch; none for the base. */
  readonly by: number[];
  /** Indexes of the edits that took it out. */
  readonly removedBy: number[];
}

/**
 * Replays concurrent edits over a base text, word by word: each edit is compared with what its author had in view, its
 * new words go after their left neighbour, and what it took out is taken out by identity. The idea is Eg-walker's
 * (Gentle & Kleppmann 2025): keep plain texts, build the sequence CRDT only where there is a conflict, throw it away.
 *
 * A root is laid over what stands already: shared stretches stand once, the rest side by side, nothing is taken out. So
 * two profiles that imported one note see it once.
 *
 * Nothing inserted is ever lost; a word is gone exactly when somebody removed it.
 *
 * @param base the text that all edits build upon; empty when there is none
 * @param edits in an order in which nobody comes before what they saw
 */
export function weave(base: string, edits: readonly Edit[]): string {
  let cells: readonly Cell[] = tokenise(base).map((token) => ({ token, by: [], removedBy: [] }));
  edits.forEach((edit, index) => {
    cells = replay(cells, edit, index);
  });
  return joinTokens(cells.filter((cell) => cell.removedBy.length === 0).map((cell) => cell.token));
}

function replay(cells: readonly Cell[], edit: Edit, index: number): readonly Cell[] {
  const isInView = (cell: Cell): boolean =>
    edit.isRoot
      ? cell.removedBy.length === 0
      : !isUnseen(cell, edit) && !cell.removedBy.some((remover) => edit.saw(remover));
  const places = cells.flatMap((cell, place) => (isInView(cell) ? [place] : []));
  const after = tokenise(edit.text);
  const before = places.map((place) => cells[place]?.token ?? '');
  const inserts = new Map<number, string[]>();
  const kept = new Set(places);
  for (const hunk of diffTokens(before, after)) {
    for (const place of places.slice(hunk.start, hunk.end)) {
      kept.delete(place);
      if (!edit.isRoot) cells[place]?.removedBy.push(index);
    }
    // A root's own words go behind those that they stand for, an edit's before.
    const neighbour = edit.isRoot ? hunk.end : hunk.start;
    const left = neighbour === 0 ? -1 : (places[neighbour - 1] ?? -1);
    inserts.set(placeAfter(cells, left, edit), after.slice(hunk.from, hunk.to));
  }
  if (edit.isRoot) for (const place of kept) cells[place]?.by.push(index);
  const woven: Cell[] = [];
  for (let place = -1; place < cells.length; place += 1) {
    const cell = cells[place];
    if (cell !== undefined) woven.push(cell);
    for (const token of inserts.get(place) ?? []) woven.push({ token, by: [index], removedBy: [] });
  }
  return woven;
}

/** After the left neighbour and whatever unseen edits have put there already, so that earlier edits stand first. */
function placeAfter(cells: readonly Cell[], left: number, edit: Edit): number {
  if (edit.isRoot) return left;
  let place = left;
  for (let next = cells[place + 1]; next !== undefined && isUnseen(next, edit); next = cells[place + 1])
    place += 1;
  return place;
}

function isUnseen(cell: Cell, edit: Edit): boolean {
  return cell.by.length > 0 && !cell.by.some((writer) => edit.saw(writer));
}
