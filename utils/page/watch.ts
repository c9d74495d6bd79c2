import { allInside, isConnectedOf, isElement, localNameOf, parentElementOf } from './dom';
import { BLOCK_TAGS } from './tags';

/** What changed since the last report. */
export interface PageChange {
  /** Block-level elements to read again with everything inside. */
  readonly deep: ReadonlySet<Element>;
  /** Block-level elements whose own text changed. */
  readonly own: ReadonlySet<Element>;
}

export interface Watch {
  /** Watches one more tree: an open shadow root. */
  add(root: Node): void;
  stop(): void;
}

const BLOCKS = [...BLOCK_TAGS].join(',');

/** First wait under a storm and the longest. */
const CALM_MS = 250;
const SLOWEST_MS = 4_000;
/** A storm of this length makes the watch give up until the reader does something. */
const GIVE_UP_MS = 60_000;
/** Changes this close together are one storm. */
const STORM_GAP_MS = 500;

/**
 * Reports changes of text under `root`, at once when the page is calm, ever more rarely while it keeps changing.
 *
 * The first change is reported in the next frame; another one within half a second starts a storm, in which reports are
 * 250 ms apart, then 500 ms, up to 4 s. A storm that lasts a minute ends the watch: `onTooBusy` is called once.
 *
 * @param isOurs whether text of a block-level element counts; asked for every change, so that an advertisement beside
 *   the article makes no storm
 * @param giveUpMs length of a storm after which the watch ends
 * @param onDelay called when something changed that will be reported only later: what is drawn may be wrong until then
 */
export function watchText(
  root: Node,
  isOurs: (block: Element) => boolean,
  report: (change: PageChange) => void,
  onDelay: () => void,
  onTooBusy: () => void,
  giveUpMs: number = GIVE_UP_MS,
): Watch {
  let deep = new Set<Element>();
  let own = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let frame: number | null = null;
  let waitMs = 0;
  let lastReport = -Infinity;
  let stormSince: number | null = null;

  const observer = new MutationObserver((records) => {
    for (const record of records) note(record);
    if (deep.size + own.size > 0) schedule();
  });
  const options = { childList: true, characterData: true, subtree: true };

  function note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    const block = blockAround(target);
    if (block === null || !isOurs(block)) return;
    if (type === 'characterData') {
      own.add(block);
      return;
    }
    for (const node of addedNodes) {
      if (isElement(node) && BLOCK_TAGS.has(localNameOf(node))) deep.add(node);
      // An inline element may hold blocks of its own: a link or a custom element around a paragraph.
      else if (isElement(node) && allInside(node, BLOCKS).length > 0) deep.add(node);
      else own.add(block);
    }
    if (removedNodes.length > 0) own.add(block);
  }

  function schedule(): void {
    if (timer !== null) onDelay();
    if (timer !== null || frame !== null) return;
    const now = performance.now();
    const isStorm = now - lastReport < Math.max(STORM_GAP_MS, waitMs + STORM_GAP_MS);
    if (!isStorm) {
      waitMs = 0;
      stormSince = null;
      // Frames stop in hidden tabs; what waits there is read when the tab is shown.
      frame = requestAnimationFrame(() => {
        frame = null;
        flush();
      });
      return;
    }
    onDelay();
    stormSince ??= now;
    if (now - stormSince > giveUpMs) {
      stop();
      onTooBusy();
      return;
    }
    waitMs = Math.min(SLOWEST_MS, waitMs === 0 ? CALM_MS : waitMs * 2);
    timer = setTimeout(() => {
      timer = null;
      flush();
    }, waitMs);
  }

  function flush(): void {
    const change = settle(deep, own);
    deep = new Set();
    own = new Set();
    lastReport = performance.now();
    report(change);
  }

  function stop(): void {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    if (frame !== null) cancelAnimationFrame(frame);
    timer = null;
    frame = null;
  }

  observer.observe(root, options);
  return { add: (extra) => observer.observe(extra, options), stop };
}

/** Drops what left the page and what lies in something that is read anyway. */
function settle(deep: ReadonlySet<Element>, own: ReadonlySet<Element>): PageChange {
  const roots = new Set([...deep].filter(isConnectedOf));
  for (const element of roots) if (hasAncestorIn(element, roots)) roots.delete(element);
  const rest = [...own].filter(
    (element) => isConnectedOf(element) && !roots.has(element) && !hasAncestorIn(element, roots),
  );
  return { deep: roots, own: new Set(rest) };
}

function hasAncestorIn(element: Element, roots: ReadonlySet<Element>): boolean {
  if (roots.size === 0) return false;
  for (let up = parentElementOf(element); up !== null; up = parentElementOf(up))
    if (roots.has(up)) return true;
  return false;
}

/** The block-level element that a node's text belongs to, the node itself included. */
export function blockAround(node: Node): Element | null {
  for (let up: Node | null = node; up !== null; up = parentElementOf(up)) {
    if (isElement(up) && BLOCK_TAGS.has(localNameOf(up))) return up;
  }
  return null;
}
