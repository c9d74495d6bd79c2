import type { Passage } from '../model/capture';

/** Words at each end of a sentence that a link names; what is between may change without breaking it. */
const END_WORDS = 5;

/**
 * A link that scrolls to a passage and marks it, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/). A
 * browser that cannot find the text opens the page at its top. Null when the address is no web page.
 *
 * @param sentence as it stands on the page; empty gives the plain address
 */
export function passageUrl(url: string, sentence: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return null;
  const words = sentence.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return address.href;
  const isShort = words.length <= 2 * END_WORDS;
  const parts = isShort ? [words] : [words.slice(0, END_WORDS), words.slice(-END_WORDS)];
  const text = parts.map((part) => encodePart(part.join(' '))).join(',');
  address.hash = `${address.hash}:~:text=${text}`;
  return address.href;
}

/** Dashes, commas and ampersands divide a text directive; the other marks mean something in Markdown. */
function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-()'*_~!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * A passage as the end of a note, in Markdown: the sentence as a quotation, then the link to it. Whatever the page says
 * stays text: nothing of it can become markup or another link.
 */
export function passageMarkdown({ url, title, sentence }: Passage): string {
  const link = passageUrl(url, sentence);
  const label = escapeMarkdown(title.trim() === '' ? url : title);
  const lines = [
    ...(sentence === '' ? [] : [escapeMarkdown(sentence)]),
    ...(link === null ? [] : [`[${label}](<${link.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`]),
  ];
  return lines.map((line) => `> ${line}`).join('\n>\n');
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#~|!]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}
