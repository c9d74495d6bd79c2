import type { PageInfo } from '../../model/page';
import { allInside, attributeOf, textContentOf } from '../dom';
import type { Metadata } from './metadata';

const TITLE_UNITS_MAX = 300;
const NAME_UNITS_MAX = 120;

/** What the page says of itself, cleaned and cut; `address` is the document's. */
export function pageInfo(doc: Document, address: string, metadata: Metadata): PageInfo {
  const url = new URL(address);
  return {
    url: canonicalUrl(url, metadata.canonical),
    title: clean(metadata.headline || documentTitle(doc) || url.hostname, TITLE_UNITS_MAX),
    site: clean(metadata.site || url.hostname.replace(/^www\./, ''), NAME_UNITS_MAX),
    language: languageOf(doc),
    published: dayOf(metadata.published),
    section: clean(metadata.section, NAME_UNITS_MAX),
  };
}

/** The named address when it is on the same host, so that no page can file its notes under another's. No fragment. */
function canonicalUrl(url: URL, canonical: string): string {
  const own = new URL(url);
  own.hash = '';
  if (canonical === '' || !URL.canParse(canonical, url.href)) return own.href;
  const named = new URL(canonical, url.href);
  named.hash = '';
  const isSameHost = bareHost(named) === bareHost(url) && /^https?:$/.test(named.protocol);
  // A site that names its front page as every article's canonical address is common enough.
  return isSameHost && (named.pathname !== '/' || url.pathname === '/') ? named.href : own.href;
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|amp)\./, '');
}

/**
 * The day of an ISO 8601 date (`2020-12-10T09:00:00Z`, `2020-12-10`, `20201210`) as the page writes it, without
 * turning it into another time zone; null for anything else and for days that do not exist.
 */
export function dayOf(date: string): string | null {
  const parts = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(date);
  if (parts === null) return null;
  const [year = '', month = '', day = ''] = parts.slice(1);
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay && Number(year) >= 1700 ? `${year}-${month}-${day}` : null;
}

function languageOf(doc: Document): string {
  const root = doc.documentElement;
  const tag = (attributeOf(root, 'lang') || attributeOf(root, 'xml:lang') || '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : 'en';
}

function documentTitle(doc: Document): string {
  const title = allInside(doc.documentElement, 'head > title')[0];
  return title === undefined ? '' : (textContentOf(title) ?? '');
}

function clean(text: string, unitsMax: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, unitsMax);
}
