import { PACK_LIMITS } from './limits';

/**
 * `https:` or `http:`, a host name of at least two labels, an optional port, then printable characters. Stricter than what
 * browsers accept, on purpose: no user name (`https://bank.example@evil.example`), no backslash, no space, no bare
 * number for a host, and international hosts only in their `xn--` form, so that what is shown is what is opened.
 */
const WEB_ADDRESS =
  /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])(?::\d{1,5})?(?:[/?#][^\s\\<>"`{}|^\p{C}]*)?$/iu;

/** Whether a link may be shown: a plain web address of at most 2,048 characters. */
export function isWebAddress(text: string): boolean {
  return text.length <= PACK_LIMITS.urlLength && WEB_ADDRESS.test(text);
}
