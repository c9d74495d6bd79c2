/** Scores of page detection and article bodies; its shape is the page evaluation's own. */
export type PageReport = Readonly<Record<string, unknown>>;

/**
 * Scores the saved pages of a corpus in a real browser and prints the table.
 *
 * @returns null when the corpus has no pages, or this build has no page evaluation
 */
export async function evaluatePages(_corpus: string): Promise<PageReport | null> {
  return null;
}
