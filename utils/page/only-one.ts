/** A script at work in this page. */
export interface Running {
  readonly isAlive: () => boolean;
  readonly stop: () => void;
}

/** In the content script's own world, which the page cannot reach; scripts injected twice share it. */
const PLACE = Symbol.for('backgrounder.running');

/** Claims the page for one script. False when another one is already at work; an orphaned one is stopped first. */
export function takeOver(running: Running): boolean {
  const places = globalThis as { [PLACE]?: Running };
  const other = places[PLACE];
  if (other?.isAlive() === true) return false;
  other?.stop();
  places[PLACE] = running;
  return true;
}
