/** What of a fact two sources can tell differently. */
interface Claim {
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Whether two claims on one slot can both be right: they say the same, one more exactly than the other at most. An unknown
 * date contradicts nothing.
 */
export function agree(a: Claim, b: Claim): boolean {
  if (follows(a, b) || follows(b, a)) return true;
  return sameValue(a.value, b.value) && sameDay(a.from, b.from) && sameDay(a.to, b.to);
}

/** Whether one begins when the other ends, as far as their dates tell: a handover, which both hold for a while. */
function follows(later: Claim, earlier: Claim): boolean {
  return later.from !== null && earlier.to !== null && sameDay(later.from, earlier.to);
}

/** Case, blanks and punctuation aside; "June 2022" is "9 June 2022" told less exactly. */
function sameValue(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.join(' ') === other.join(' ')) return true;
  return isDate(one) && isDate(other) && (within(one, other) || within(other, one));
}

function sameDay(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether the words are a date and nothing else: a year with at most a month and a day. */
function isDate(words: readonly string[]): boolean {
  return words.length <= 3 && words.some((word) => /^\d{4}$/.test(word));
}

function within(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}
