/** Tells which elements are within one screen of the viewport. */
export interface Viewport {
  /** Watches exactly these elements from now on. */
  observe(elements: ReadonlySet<Element>): void;
  isNear(element: Element): boolean;
  stop(): void;
}

/**
 * Elements that are not rendered are never near, and become near when they are shown: the browser tells.
 *
 * @param onChange called when an element came near or left; coalesce
 */
export function createViewport(onChange: () => void): Viewport {
  const near = new Set<Element>();
  let watched: ReadonlySet<Element> = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    { rootMargin: '100% 0px' },
  );
  return {
    observe(elements) {
      for (const element of watched) {
        if (elements.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      for (const element of elements) if (!watched.has(element)) observer.observe(element);
      watched = elements;
    },
    isNear: (element) => near.has(element),
    stop() {
      observer.disconnect();
      near.clear();
    },
  };
}
