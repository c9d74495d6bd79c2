/** Resolves after a time that something outside the test decides; everything else waits with {@link until}. */
export function delay(ms: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, ms);
  });
}

/**
 * Asks until the answer is truthy and gives it. An attempt that throws counts as "not yet".
 *
 * @param what finishes the sentence "gave up waiting until ..."
 */
export async function until<Value>(
  ask: () => Value | Promise<Value>,
  what: string,
  timeoutMs = 15_000,
): Promise<Value> {
  let last: unknown = null;
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await delay(100)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`gave up waiting until ${what}; last: ${String(last)}`, { cause: last });
}
