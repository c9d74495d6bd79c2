import { diffTokens } from './diff';
import { joinTokens, tokenise } from './tokens';

/** One edit to replay: the text that it led to, and which earlier edits its author had in view. */
export interface Edit {
  readonly text: string;
  /** Whether the edit with this index (in the order of replay) was in view. */
  readonly saw: (index: number) => boolean;
}

/** One token that some author wrote, for ever at its place. */
interface Cell {
  readonly token: string;
  /** Index of the edit that wrote it; -1 for the base. */
  readonly by: number;
  /** Indexes of the edits that took it out. */
  readonly removedBy: number[];
}

/**
 * Replays concurrent edits over a base text, word by word: each edit is compared with what its author had in view, its
 * new words go after their left neighbour, and what it took out is taken out by identity. The idea is Eg-walker's
 * (Gentle & Kleppmann 2025): keep plain texts, build the sequence CRDT only where there is a conflict, throw it away.
 *
 * Nothing inserted is ever lost; a word is gone exactly when somebody removed it.
 *
 * @param edits in an order in which nobody comes before what they saw
 */
export function weave(base: string, edits: readonly Edit[]): string {
  let cells: Cell[] = tokenise(base).map((token) => ({ token, by: -1, removedBy: [] }));
  edits.forEach((edit, index) => {
    cells = replay(cells, edit, index);
  });
  return joinTokens(cells.filter((cell) => cell.removedBy.length === 0).map((cell) => cell.token));
}

/**
 * All words of all texts, where no common ancestor is known: shared stretches stand once, the rest stands side by side.
 * A word that one side had removed comes back, so callers flag the result.
 */
export function unite(texts: readonly string[]): string {
  return texts.reduce((left, right) => {
    const before = tokenise(left);
    const after = tokenise(right);
    const united: string[] = [];
    let done = 0;
    for (const hunk of diffTokens(before, after)) {
      united.push(...before.slice(done, hunk.end), ...after.slice(hunk.from, hunk.to));
      done = hunk.end;
    }
    return joinTokens([...united, ...before.slice(done)]);
  });
}

function replay(cells: readonly Cell[], edit: Edit, index: number): Cell[] {
  const isInView = (cell: Cell): boolean =>
    (cell.by === -1 || edit.saw(cell.by)) && !cell.removedBy.some((remover) => edit.saw(remover));
  const places = cells.flatMap((cell, place) => (isInView(cell) ? [place] : []));
  const after = tokenise(edit.text);
  const hunks = diffTokens(
    places.map((place) => cells[place]?.token ?? ''),
    after,
  );
  const inserts = new Map<number, string[]>();
  for (const hunk of hunks) {
    for (const place of places.slice(hunk.start, hunk.end)) cells[place]?.removedBy.push(index);
    const left = hunk.start === 0 ? -1 : (places[hunk.start - 1] ?? -1);
    inserts.set(placeAfter(cells, left, edit), after.slice(hunk.from, hunk.to));
  }
  const woven: Cell[] = [];
  for (let place = -1; place < cells.length; place += 1) {
    const cell = cells[place];
    if (cell !== undefined) woven.push(cell);
    for (const token of inserts.get(place) ?? []) woven.push({ token, by: index, removedBy: [] });
  }
  return woven;
}

/** After the left neighbour and whatever unseen edits have put there already, so that earlier edits stand first. */
function placeAfter(cells: readonly Cell[], left: number, edit: Edit): number {
  let place = left;
  for (let next = cells[place + 1]; next !== undefined && isUnseen(next, edit); next = cells[place + 1])
    place += 1;
  return place;
}

function isUnseen(cell: Cell, edit: Edit): boolean {
  return cell.by !== -1 && !edit.saw(cell.by);
}
