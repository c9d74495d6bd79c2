/** Yields to the page between slices of work, so that no task of ours delays its frames. */
export interface Slices {
  /** Whether the current slice has used up its time; asks the clock, so ask every 1,000 to 2,000 characters. */
  isOver(): boolean;
  /** Lets the page work, then starts a new slice. Rejects with the signal's reason once it is aborted. */
  next(): Promise<void>;
}

/** 5 ms leaves room below the 8 ms that a slice may take for the work between two looks at the clock. */
const SLICE_MS = 5;

interface YieldingScheduler {
  yield?(): Promise<void>;
}

export function createSlices(signal: AbortSignal, sliceMs: number = SLICE_MS): Slices {
  let startedAt = performance.now();
  return {
    isOver: () => performance.now() - startedAt >= sliceMs,
    async next() {
      await yieldToPage();
      signal.throwIfAborted();
      startedAt = performance.now();
    },
  };
}

async function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: YieldingScheduler }).scheduler;
  if (typeof scheduler?.yield === 'function') {
    await scheduler.yield();
    return;
  }
  // A message channel is not clamped to 4 ms as nested timers are.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
