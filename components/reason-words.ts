import type { Reason } from '../utils/model/mention';

/** A reason with its block turned into a paragraph number, counted from 1 in reading order. */
export type PlacedReason = Reason extends infer R
  ? R extends { readonly block: number }
    ? Omit<R, 'block'> & { readonly paragraph: number }
    : R
  : never;

/** A piece of a sentence: words of ours, or words of the page or the library, to be set as a quotation. */
export type Piece = string | { readonly quote: string };

const CHOICES = {
  page: 'You chose it for this article.',
  site: 'You chose it on this site.',
  everywhere: 'You chose it everywhere.',
} as const;

/**
 * Why a name was lit, in a sentence or a few: first how the surface belongs to the name, then the evidence in the order
 * given. Each reason says one short thing; none says a score.
 *
 * @param surface the words as they stand on the page
 * @param name the entity's headword
 */
export function reasonSentence(surface: string, name: string, reasons: readonly PlacedReason[]): Piece[] {
  const evidence = reasons.flatMap((reason) => sayEvidence(reason, name));
  return ['Matched ', { quote: surface }, sayForm(name, reasons), ...evidence];
}

/** The same as plain text with typographic quotation marks, for labels and logs of tests. */
export function reasonText(surface: string, name: string, reasons: readonly PlacedReason[]): string {
  return reasonSentence(surface, name, reasons)
    .map((piece) => (typeof piece === 'string' ? piece : `“${piece.quote}”`))
    .join('');
}

function sayForm(name: string, reasons: readonly PlacedReason[]): string {
  for (const reason of reasons) {
    if (reason.type === 'strong') return reason.alias === name ? ', the full name.' : ', an alias.';
    if (reason.type === 'weak') return ', weak alias.';
  }
  return '.';
}

function sayEvidence(reason: PlacedReason, name: string): Piece[] {
  switch (reason.type) {
    case 'strong':
    case 'weak':
      return [];
    case 'full-name':
      return reason.name === name
        ? [` Full name is in paragraph ${reason.paragraph}.`]
        : [' ', { quote: reason.name }, ` is in paragraph ${reason.paragraph}.`];
    case 'defined':
      return [
        ' Defined on this page in paragraph ',
        `${reason.paragraph}`,
        ' as ',
        { quote: reason.long },
        '.',
      ];
    case 'short-form':
      return [' Short for ', { quote: reason.of }, ` in paragraph ${reason.paragraph}.`];
    case 'context':
      return reason.words.length === 0 ? [] : [' For it: ', ...list(reason.words, true), '.'];
    case 'companions':
      return reason.names.length === 0 ? [] : [' On the same page: ', ...list(reason.names, false), '.'];
    case 'section':
      return [' The page is filed under ', { quote: reason.section }, '.'];
    case 'pattern':
      return [' It follows ', { quote: reason.trigger }, '.'];
    case 'choice':
      return [` ${CHOICES[reason.scope]}`];
  }
}

/** At most three, then "and 2 more". */
function list(items: readonly string[], quoted: boolean): Piece[] {
  const shown = items.slice(0, 3);
  const rest = items.length - shown.length;
  return [
    ...shown.flatMap((item, index): Piece[] => {
      const isLast = index === shown.length - 1 && rest === 0;
      const joint = index === 0 ? '' : isLast ? ' and ' : ', ';
      return [joint, quoted ? { quote: item } : item];
    }),
    rest > 0 ? ` and ${rest} more` : '',
  ];
}
