import axe from 'axe-core';

/** What axe finds wrong in an element, one line a rule and place; empty when nothing. */
export async function violationsIn(element: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(element, {
    // What it cannot decide by itself is looked at by eye, in the pictures.
    resultTypes: ['violations'],
    rules: {
      // Of the page around, which here belongs to the test runner.
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  });
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
