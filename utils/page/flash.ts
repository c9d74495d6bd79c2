import { createPageHost } from './page-host';

const FLASH_MS = 1_600;

/** A two-tone ring that is seen on any background; no motion. */
const STYLE =
  '.ring{position:fixed;border-radius:4px;outline:2px solid light-dark(#0b57d0,#8ab8ff);box-shadow:0 0 0 4px light-dark(#fff,#1c1d1f);pointer-events:none;color-scheme:light dark}';

/**
 * Puts a ring around a word for a short time, so that the reader finds it after a jump.
 *
 * @param boxes the word's boxes in the viewport, read again in every frame, since the page may still scroll
 */
export function flash(boxes: () => readonly DOMRect[], random: () => string, signal: AbortSignal): void {
  const { host, root } = createPageHost(random);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  document.documentElement.append(host);
  const until = performance.now() + FLASH_MS;
  const draw = (): void => {
    if (signal.aborted || performance.now() > until) {
      host.remove();
      return;
    }
    root.replaceChildren(
      ...boxes().map((box) => {
        const ring = document.createElement('div');
        ring.className = 'ring';
        ring.style.left = `${box.left - 3}px`;
        ring.style.top = `${box.top - 3}px`;
        ring.style.width = `${box.width + 6}px`;
        ring.style.height = `${box.height + 6}px`;
        return ring;
      }),
    );
    requestAnimationFrame(draw);
  };
  draw();
}
