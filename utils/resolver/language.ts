/** Languages that capitalise every noun: a capital beside a name says nothing there. */
const NOUN_CAPITALISING = new Set(['de', 'lb', 'nds', 'gsw', 'bar', 'ksh']);

const GERMAN = new Set(
  'der die das und ist nicht mit den dem ein eine von auf für sich auch wurde werden bei'.split(' '),
);
const ENGLISH = new Set(
  'the and of to in is was that for with on as by at from are it has have an'.split(' '),
);

/** Code units of the longest word of both lists. */
const TELLING_LENGTH_MAX = 6;

/** Code units that are looked at when the text is asked for its language: some 80 words. */
const SAMPLE_LENGTH = 500;

/**
 * Whether the text capitalises its nouns. The text's own words outvote the page's `lang`, which is the template's and
 * often wrong.
 *
 * @param language BCP 47 tag
 * @param texts the page's blocks; the first ones are looked at
 */
export function capitalisesNouns(language: string, texts: Iterable<string>): boolean {
  let sample = '';
  for (const text of texts) {
    sample += `${text.slice(0, SAMPLE_LENGTH)}\n`;
    if (sample.length >= SAMPLE_LENGTH) break;
  }
  let german = 0;
  let english = 0;
  const lower = sample.toLowerCase();
  let start = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    if (at < lower.length && !isSeparator(lower.charCodeAt(at))) continue;
    if (at > start && at - start <= TELLING_LENGTH_MAX) {
      const word = lower.slice(start, at);
      if (GERMAN.has(word)) german += 1;
      if (ENGLISH.has(word)) english += 1;
    }
    start = at + 1;
  }
  if (german + english >= 8) return german > english;
  return NOUN_CAPITALISING.has(language.toLowerCase().split('-', 1)[0] ?? '');
}

function isSeparator(code: number): boolean {
  if (code < 128) {
    const isPunctuation =
      code === 46 || code === 44 || code === 59 || code === 58 || code === 40 || code === 41 || code === 34;
    return code === 32 || isPunctuation || (code >= 9 && code <= 13);
  }
  return code === 0x201e || code === 0x201c || /\s/.test(String.fromCharCode(code));
}
