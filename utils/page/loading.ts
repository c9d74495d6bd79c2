/** Resolves once the document can be read: parsed, though pictures may still load. */
export async function whenInteractive(signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'loading') return;
  await once(document, 'DOMContentLoaded', signal);
}

/** Resolves once the page is a page: one that is only rendered ahead, in case somebody clicks, is left alone. */
export async function whenShownOnce(signal: AbortSignal): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering !== true) return;
  await once(document, 'prerenderingchange', signal);
}

function once(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(type, () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
