/** What an element's tag says of the text in it. Asking for computed styles instead costs twice the whole extraction. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Text in these is no prose, or not the reader's to have marked. */
export const SKIPPED_TAGS = names(
  'script style noscript template textarea input select option optgroup datalist button code kbd samp var svg math canvas video audio iframe frame frameset object embed applet map area head title meta link base progress meter dialog',
);

/** No name reaches over the edge of one of these. */
export const BLOCK_TAGS = names(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
);

/** Set off from the words around them without white space: a footnote's number is not part of the name before it. */
export const APART_TAGS = names('sup sub rt rp');
