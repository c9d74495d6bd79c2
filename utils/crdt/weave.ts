import { diffTokens } from './diff';
import { joinTokens, tokenise } from './tokens';

/** One edit to replay: the text that it led to, and which earlier edits its author had in view. */
export interface Edit {
  readonly text: string;
  /**
   * The text that its author had in view; null when that is unknown: the first version of a text, or one whose parents
   * are gone (a root).
   */
  readonly seen: string | null;
  /** Whether the edit with this index (in the order of replay) was in view. */
  readonly saw: (index: number) => boolean;
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
 * two profiles that imported one note see it once. The same is done with what an author had in view where it differs
 * from what the replay shows them, so that nothing is taken out which they never saw.
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
  if (edit.seen === null) {
    const alive = placesOf(cells, (cell) => cell.removedBy.length === 0);
    const laid = overlay(cells, alive, tokenise(edit.text), index);
    for (const place of laid.places) {
      const by = laid.cells[place]?.by;
      if (by?.includes(index) === false) by.push(index);
    }
    return laid.cells;
  }
  const isInView = (cell: Cell): boolean =>
    !isUnseen(cell, edit) && !cell.removedBy.some((remover) => edit.saw(remover));
  const view = overlay(cells, placesOf(cells, isInView), tokenise(edit.seen), index);
  const after = tokenise(edit.text);
  const inserts = new Map<number, string[]>();
  for (const hunk of diffTokens(tokensAt(view.cells, view.places), after)) {
    for (const place of view.places.slice(hunk.start, hunk.end)) view.cells[place]?.removedBy.push(index);
    const left = hunk.start === 0 ? -1 : (view.places[hunk.start - 1] ?? -1);
    inserts.set(placeAfter(view.cells, left, edit), after.slice(hunk.from, hunk.to));
  }
  return inserted(view.cells, inserts, index).cells;
}

/**
 * Makes the tokens readable among the cells: those that stand at `places` are used, the others are put in, nothing is
 * taken out.
 *
 * @returns the cells with those put in, and the places of the tokens
 */
function overlay(
  cells: readonly Cell[],
  places: readonly number[],
  tokens: readonly string[],
  index: number,
): { readonly cells: readonly Cell[]; readonly places: readonly number[] } {
  const hunks = diffTokens(tokensAt(cells, places), tokens);
  if (hunks.length === 0) return { cells, places };
  const inserts = new Map<number, string[]>();
  const kept = new Set(places);
  for (const hunk of hunks) {
    for (const place of places.slice(hunk.start, hunk.end)) kept.delete(place);
    const left = hunk.end === 0 ? -1 : (places[hunk.end - 1] ?? -1);
    inserts.set(left, tokens.slice(hunk.from, hunk.to));
  }
  const { cells: laid, places: fresh } = inserted(cells, inserts, index);
  const old = new Set([...kept].flatMap((place) => cells[place] ?? []));
  const isFresh = new Set(fresh);
  return { cells: laid, places: placesOf(laid, (cell, place) => isFresh.has(place) || old.has(cell)) };
}

/** @param inserts tokens to put in, by the place that they go behind; -1 is the beginning */
function inserted(
  cells: readonly Cell[],
  inserts: ReadonlyMap<number, readonly string[]>,
  index: number,
): { readonly cells: readonly Cell[]; readonly places: readonly number[] } {
  const woven: Cell[] = [];
  const places: number[] = [];
  for (let place = -1; place < cells.length; place += 1) {
    const cell = cells[place];
    if (cell !== undefined) woven.push(cell);
    for (const token of inserts.get(place) ?? []) {
      places.push(woven.length);
      woven.push({ token, by: [index], removedBy: [] });
    }
  }
  return { cells: woven, places };
}

function placesOf(cells: readonly Cell[], test: (cell: Cell, place: number) => boolean): number[] {
  return cells.flatMap((cell, place) => (test(cell, place) ? [place] : []));
}

function tokensAt(cells: readonly Cell[], places: readonly number[]): string[] {
  return places.map((place) => cells[place]?.token ?? '');
}

/** After the left neighbour and whatever unseen edits have put there already, so that earlier edits stand first. */
function placeAfter(cells: readonly Cell[], left: number, edit: Edit): number {
  let place = left;
  for (let next = cells[place + 1]; next !== undefined && isUnseen(next, edit); next = cells[place + 1])
    place += 1;
  return place;
}

function isUnseen(cell: Cell, edit: Edit): boolean {
  return cell.by.length > 0 && !cell.by.some((writer) => edit.saw(writer));
}
