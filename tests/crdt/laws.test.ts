import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../utils/crdt/body';
import { applyOp, docOfOp, EMPTY_DOC, elementsOf, fieldOf, isVisible, joinDocs } from '../../utils/crdt/doc';
import { docFromJson, docToJson } from '../../utils/crdt/doc-json';
import type { Op } from '../../utils/crdt/op';
import { opFromJson, opToJson } from '../../utils/crdt/op-json';
import type { Doc } from '../../utils/crdt/doc';
import { histories } from './arbitrary-ops';

const RUNS = { numRuns: 1000 };

const docOf = (ops: readonly Op[]): Doc => ops.reduce(applyOp, EMPTY_DOC);
const key = (doc: Doc): string => JSON.stringify(docToJson(doc));

/** A history and a way to shuffle, repeat and drop its operations. */
const delivered = histories.chain((ops) =>
  fc.tuple(
    fc.constant(ops),
    fc.shuffledSubarray([...ops], { minLength: ops.length }),
    fc.array(fc.nat(Math.max(ops.length - 1, 0)), { maxLength: 10 }),
  ),
);

describe('merge laws', () => {
  test('every order of delivery, with repetitions, ends in one state', () => {
    fc.assert(
      fc.property(delivered, ([ops, shuffled, repeats]) => {
        const again = repeats.flatMap((index) => ops[index] ?? []);
        expect(key(docOf([...again, ...shuffled, ...again]))).toBe(key(docOf(ops)));
      }),
      RUNS,
    );
  });

  test('joining is commutative, associative and idempotent on any subsets', () => {
    const subsets = histories.chain((ops) =>
      fc.tuple(fc.subarray([...ops]), fc.subarray([...ops]), fc.subarray([...ops])),
    );
    fc.assert(
      fc.property(subsets, ([left, middle, right]) => {
        const [a, b, c] = [docOf(left), docOf(middle), docOf(right)];
        expect(key(joinDocs(a, b))).toBe(key(joinDocs(b, a)));
        expect(key(joinDocs(joinDocs(a, b), c))).toBe(key(joinDocs(a, joinDocs(b, c))));
        expect(key(joinDocs(a, a))).toBe(key(a));
        expect(key(joinDocs(joinDocs(a, b), b))).toBe(key(joinDocs(a, b)));
      }),
      RUNS,
    );
  });

  test('what is shown depends on the state alone', () => {
    fc.assert(
      fc.property(delivered, ([ops, shuffled]) => {
        const [a, b] = [docOf(ops), docOf(shuffled)];
        expect(bodyOf(a)).toEqual(bodyOf(b));
        expect(elementsOf(a, 'tags')).toEqual(elementsOf(b, 'tags'));
        expect(fieldOf(a, 'field0')).toEqual(fieldOf(b, 'field0'));
        expect(isVisible(a)).toBe(isVisible(b));
      }),
      RUNS,
    );
  });

  test('states and operations survive JSON', () => {
    fc.assert(
      fc.property(histories, (ops) => {
        const doc = docOf(ops);
        expect(key(docFromJson(JSON.parse(key(doc))))).toBe(key(doc));
        for (const op of ops)
          expect(opFromJson(JSON.parse(JSON.stringify(opToJson(op))), op.at.epoch, op.n)).toEqual(op);
      }),
      RUNS,
    );
  });

  test('a state equals the join of its operations taken singly', () => {
    fc.assert(
      fc.property(histories, (ops) => {
        const joined = ops.map(docOfOp).reduceRight((doc, delta) => joinDocs(delta, doc), EMPTY_DOC);
        expect(key(joined)).toBe(key(docOf(ops)));
      }),
      RUNS,
    );
  });
});
