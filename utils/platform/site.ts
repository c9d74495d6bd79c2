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

/** Hosts of this computer itself, which nobody can listen in on. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * An address to subscribe to, in its one form: `https:`, or `http:` on this computer, without user name and without
 * fragment. Null for anything else.
 */
export function subscriptionAddressOf(text: string): string | null {
  const typed = text.trim();
  if (typed.length > 2_048 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) return null;
  return `${url.origin}${url.pathname}${url.search}`;
}
