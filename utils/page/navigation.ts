interface NavigationLike extends EventTarget {
  readonly currentEntry?: unknown;
}

const POLL_MS = 1_000;

/**
 * Tells when a single-page site has moved to another address, fragments apart: by the Navigation API, and where that is
 * missing by looking once a second.
 */
export function onNavigation(onMove: () => void, signal: AbortSignal): void {
  let address = addressNow();
  const check = (): void => {
    const now = addressNow();
    if (now === address) return;
    address = now;
    onMove();
  };
  const { navigation } = globalThis as { navigation?: NavigationLike };
  if (navigation !== undefined) {
    navigation.addEventListener('currententrychange', check, { signal });
    return;
  }
  addEventListener('popstate', check, { signal });
  const poll = setInterval(check, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(poll));
}

function addressNow(): string {
  return location.origin + location.pathname + location.search;
}
