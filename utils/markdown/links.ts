const SCHEMES = new Set(['https:', 'http:', 'mailto:']);

/** Whether a note may link there: absolute `https:`, `http:` and `mailto:` addresses only. */
export function isAllowedLink(url: string): boolean {
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol);
}

/**
 * Where a link really leads, for the reader to see before clicking: the host of a web address (whatever stands before an
 * `@` in it), the address of a letter.
 */
export function linkTarget(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'mailto:' ? pathname : host;
}
