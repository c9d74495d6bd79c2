/**
 * Elements whose text is not rendered: folded parts, copies for other screen sizes. Their blocks are read and held back,
 * so that the list of a page's names has only what can be seen, until the browser shows them.
 */
export interface Dormant {
  hold(element: Element): void;
  holds(element: Element): boolean;
  stop(): void;
}

/** @param onWake called with held elements that came to be rendered within one screen of the viewport; held no more */
export function createDormant(onWake: (elements: ReadonlySet<Element>) => void): Dormant {
  const held = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      const awake = new Set<Element>();
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !held.delete(target)) continue;
        observer.unobserve(target);
        awake.add(target);
      }
      if (awake.size > 0) onWake(awake);
    },
    { rootMargin: '100% 0px' },
  );
  return {
    hold(element) {
      held.add(element);
      observer.observe(element);
    },
    holds: (element) => held.has(element),
    stop() {
      observer.disconnect();
      held.clear();
    },
  };
}
