/** Languages that capitalise every noun: a capital beside a name says nothing there. */
const NOUN_CAPITALISING = new Set(['de', 'lb', 'nds', 'gsw', 'bar', 'ksh']);

const GERMAN = new Set(
  'der die das und ist nicht mit den dem ein eine von auf für sich auch wurde werden bei'.split(' '),
);
const ENGLISH = new Set(
  'the and of to in is was that for with on as by at from are it has have an'.split(' '),
);

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
  for (const word of sample.toLowerCase().split(/[\s.,;:()"„“]+/)) {
    if (GERMAN.has(word)) german += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  if (german + english >= 8) return german > english;
  return NOUN_CAPITALISING.has(language.toLowerCase().split('-', 1)[0] ?? '');
}
