/**
 * The name that per-site rules are kept under: the host in lower case without `www.`, or null for addresses that are
 * no web page (`about:`, `chrome:`, `file:`, nonsense).
 */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return hostname.replace(/^www\./, '');
}
