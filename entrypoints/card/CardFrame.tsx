import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Id of the element that names the card. */
export const CARD_TITLE_ID = 'card-title';

interface CardFrameProps {
  /** Whether the reader asked to go into the card before it was drawn. */
  readonly takesFocus: boolean;
  /** The height that all of the card would take, in CSS pixels, whenever it changes. */
  readonly onHeight: (height: number) => void;
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
}

/** The card's outer element: tells how high it wants to be, keeps Tab inside, hands Esc on. */
export function CardFrame({ takesFocus, onHeight, onEscape, children }: CardFrameProps): JSX.Element {
  const cardRef = useRef<HTMLElement>(null);
  const toldRef = useRef(0);
  const tell = useCallback((): void => {
    if (cardRef.current === null) return;
    const height = wantedHeight(cardRef.current);
    if (height === toldRef.current) return;
    toldRef.current = height;
    onHeight(height);
  }, [onHeight]);

  // Measured right after drawing, since a frame that is not shown yet gets no animation frames and no resize events.
  useLayoutEffect(tell);
  useEffect(() => {
    if (cardRef.current === null) return undefined;
    const observer = new ResizeObserver(tell);
    for (const part of cardRef.current.querySelectorAll('header, .flow, footer')) observer.observe(part);
    return () => observer.disconnect();
  }, [tell]);
  useEffect(() => {
    if (takesFocus) cardRef.current?.focus();
  }, [takesFocus]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape();
    else if (event.key !== 'Tab' || cardRef.current === null || !wrapTab(cardRef.current, event.shiftKey))
      return;
    event.preventDefault();
  };

  return (
    // The dialog hears the keys of everything in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={cardRef}
      class="card"
      // A <dialog> would have to be opened by script, and would close itself on Esc without telling the host.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-labelledby={CARD_TITLE_ID}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {children}
    </section>
  );
}

/** The height of the card if its body did not scroll. */
function wantedHeight(card: HTMLElement): number {
  const body = card.querySelector('.body');
  const flow = card.querySelector('.flow');
  const padding = body === null ? 0 : verticalPadding(body);
  const border = card.offsetHeight - card.clientHeight;
  const parts =
    heightOf(card.querySelector('header')) + heightOf(flow) + heightOf(card.querySelector('footer'));
  return Math.ceil(parts + padding + border);
}

function heightOf(part: Element | null): number {
  return part?.getBoundingClientRect().height ?? 0;
}

function verticalPadding(element: Element): number {
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(element);
  return Number.parseFloat(paddingBlockStart) + Number.parseFloat(paddingBlockEnd);
}

/** Moves the focus from the last control to the first or back; false when the browser's own step stays inside. */
function wrapTab(card: HTMLElement, isBackward: boolean): boolean {
  const stops = [...card.querySelectorAll<HTMLElement>('a[href], button, [tabindex="0"]')].filter((stop) =>
    stop.checkVisibility(),
  );
  const first = stops.at(0);
  const last = stops.at(-1);
  const { activeElement } = document;
  if (isBackward && (activeElement === first || activeElement === card)) last?.focus();
  else if (!isBackward && activeElement === last) first?.focus();
  else return false;
  return true;
}
