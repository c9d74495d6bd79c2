import type { Mention } from '../model/mention';
import type { TextBlock } from '../model/page';
import type { FoundOperation } from './radar';

/** A mention with the place of its block in reading order. */
export interface Ordered {
  readonly order: number;
  readonly mention: Mention;
}

/** An operation name that the grammar found. */
export interface OrderedOperation {
  readonly order: number;
  readonly block: TextBlock;
  readonly operation: FoundOperation;
}

/** How sure the grammar is; the evaluation gives its precision. */
const PATTERN_SCORE = 0.9;

/**
 * Chooses from overlapping mentions: a known name inside a longer operation name gives way to it (Typhoon in "Operation
 * Typhoon"), otherwise known names come before unknown ones, longer before shorter, likelier before less likely.
 *
 * @param radar whether unknown operation names are answered; they clear what lies inside them either way
 * @returns ascending by block and start, never overlapping
 */
export function selectMentions(
  found: readonly Ordered[],
  operations: readonly OrderedOperation[],
  radar: boolean,
): Mention[] {
  const byOrder = groupBy(operations);
  const known = found.flatMap((item) => {
    const fitted = fitToOperations(item.mention, byOrder.get(item.order) ?? []);
    return fitted === null ? [] : [{ order: item.order, mention: fitted }];
  });
  if (operations.length === 0 && isInOrder(known)) return known.map(({ mention }) => mention);
  const unknown = radar ? operations.map(asMention) : [];
  const ranked = [...known, ...unknown].toSorted(
    (a, b) =>
      a.order - b.order ||
      Number(a.mention.key === null) - Number(b.mention.key === null) ||
      b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
      b.mention.score - a.mention.score ||
      a.mention.start - b.mention.start,
  );
  const kept: Ordered[] = [];
  let order = -1;
  // One flag a code unit of the block: pages of thousands of names must not compare each with each.
  let taken = new Set<number>();
  for (const item of ranked) {
    if (item.order !== order) {
      order = item.order;
      taken = new Set();
    }
    const { start, end } = item.mention;
    if (isTaken(taken, start, end)) continue;
    for (let at = start; at < end; at += 1) taken.add(at);
    kept.push(item);
  }
  return kept
    .toSorted((a, b) => a.order - b.order || a.mention.start - b.mention.start)
    .map(({ mention }) => mention);
}

/** Whether mentions ascend without overlap, as they do on most pages: then there is nothing to choose. */
function isInOrder(mentions: readonly Ordered[]): boolean {
  let order = -1;
  let end = 0;
  for (const item of mentions) {
    if (item.order < order || (item.order === order && item.mention.start < end)) return false;
    if (item.mention.end <= item.mention.start) return false;
    order = item.order;
    end = item.mention.end;
  }
  return true;
}

function isTaken(taken: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (taken.has(at)) return true;
  return false;
}

/** Drops a name that is only the inner part of an operation's. Operations are ascending and do not overlap. */
function fitToOperations(mention: Mention, operations: readonly OrderedOperation[]): Mention | null {
  let low = 0;
  let high = operations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((operations[middle]?.operation.start ?? 0) < mention.start) low = middle + 1;
    else high = middle;
  }
  const before = operations[low - 1]?.operation;
  const isInside = before !== undefined && mention.end <= before.end;
  return isInside && mention.reasons[0]?.type !== 'choice' ? null : mention;
}

function asMention({ order, block, operation }: OrderedOperation): Ordered {
  const { start, end, trigger } = operation;
  return {
    order,
    mention: {
      block: block.id,
      start,
      end,
      key: null,
      surface: block.text.slice(start, end),
      score: PATTERN_SCORE,
      reasons: [{ type: 'pattern', trigger }],
      others: [],
    },
  };
}

function groupBy(operations: readonly OrderedOperation[]): Map<number, OrderedOperation[]> {
  const groups = new Map<number, OrderedOperation[]>();
  for (const item of operations) {
    const group = groups.get(item.order);
    if (group === undefined) groups.set(item.order, [item]);
    else group.push(item);
  }
  return groups;
}
