import { expect, test } from 'vitest';
import { bodyOf } from '../../utils/crdt/body';
import { applyOp, type Doc, EMPTY_DOC } from '../../utils/crdt/doc';
import type { DocId, VersionId } from '../../utils/crdt/op';
import type { EpochId } from '../../utils/crdt/stamp';

/** Name, parents and text of each version, oldest first; `f1`, `g1` and `h1` were folded away. From a simulated run. */
const VERSIONS: readonly [string, readonly string[], string][] = [
  ['a1', ['g1'], 'w4 w11 w12'],
  ['a2', ['a1'], 'w14 w15 w4 w11 w12'],
  ['a3', ['a2'], 'w14 w15 w4 w11 w25 w12'],
  ['c1', ['f1', 'h1'], 'w9 w45 w46 w13 w4 w26 w27'],
  ['b1', ['f1', 'a2', 'h1'], 'w54 w10 w13 w14 w15 w4 w11 w12 w26 w27'],
  ['e1', ['a3', 'c1'], 'w9 w45 w46 w13 w14 w15 w4 w59 w60 w11 w25 w12 w26 w27'],
  ['d1', ['a3', 'c1', 'b1'], 'w66 w45 w46 w13 w14 w15 w4 w11 w25 w12 w26 w27'],
  ['e2', ['b1', 'e1'], 'w54 w45 w46 w13 w14 w15 w4 w59 w60 w11 w25 w12 w26 w27 w75'],
  ['e3', ['e2'], 'w54 w45 w46 w13 w14 w82 w15 w4 w59 w60 w11 w25 w12 w26 w27 w75'],
  ['c2', ['c1'], 'w9 w45 w46 w13 w4 w26 w81 w27'],
  ['d2', ['d1'], 'w66 w45 w46 w13 w14 w15 w4 w11 w25 w12 w26 w83 w27'],
];

const idOf = (name: string): VersionId => `${name.charAt(0).repeat(12)}.${name.slice(1)}` as VersionId;

test('a word that nobody removed survives merges over folded history', () => {
  const doc = VERSIONS.reduce<Doc>((before, [name, parents, text], index) => {
    const epoch = name.charAt(0).repeat(12) as EpochId;
    const change = { kind: 'write', parents: parents.map(idOf), text } as const;
    const at = { ms: 1000 + index, counter: 0, epoch };
    return applyOp(before, { doc: 'note:1' as DocId, n: Number(name.slice(1)), at, change });
  }, EMPTY_DOC);
  const words = new Set(bodyOf(doc)?.text.split(' '));
  const unremoved = ['w26', 'w27', 'w4', 'w81', 'w82', 'w83', 'w75'];
  expect(unremoved.filter((word) => !words.has(word))).toEqual([]);
  expect(bodyOf(doc)?.origin).toBe('united');
});
