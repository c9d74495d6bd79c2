/** Takes all steps at once and answers the result: for whoever has nothing else to do meanwhile. */
export function drain<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
