/**
 * How much it says that two articles share a name: the rarer the name, the more (inverse document frequency, Spärck Jones
 * 1972). Never below a little: a common name is still a name.
 *
 * @param articleCount articles in which the name occurs, at least 1
 * @param total articles in all
 */
export function rarity(articleCount: number, total: number): number {
  return Math.max(0.05, Math.log((total + 1) / (articleCount + 0.5)));
}
