import fc from 'fast-check';
import { adding, type Author, deleting, removing, setting, writeOps, writing } from '../../utils/crdt/author';
import { applyOp, type Doc, EMPTY_DOC } from '../../utils/crdt/doc';
import type { DocId, Op, OpDraft } from '../../utils/crdt/op';
import { foldOf } from '../../utils/crdt/fold';
import { CLOCK_START, type EpochId, observe } from '../../utils/crdt/stamp';
import { joinVectors, NOTHING_SEEN, type Vector } from '../../utils/crdt/vector';

const DOC = 'note:one' as DocId;
const EPOCHS = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as EpochId[];

interface Step {
  readonly author: number;
  readonly act: 'set' | 'add' | 'remove' | 'write' | 'delete' | 'fold' | 'read' | 'unknown';
  readonly which: number;
  readonly word: number;
  readonly wallMs: number;
}

interface Person {
  author: Author;
  doc: Doc;
  read: number;
  seen: Vector;
}

const step: fc.Arbitrary<Step> = fc.record({
  author: fc.nat(EPOCHS.length - 1),
  act: fc.constantFrom('set', 'add', 'remove', 'write', 'write', 'delete', 'fold', 'read', 'read', 'unknown'),
  which: fc.nat(2),
  word: fc.nat(5),
  // Clocks two days apart in either direction.
  wallMs: fc.nat(4 * 86_400_000),
});

/** Operations of three authors on one document who read each other now and then, in an order that respects causes. */
export const histories: fc.Arbitrary<readonly Op[]> = fc
  .array(step, { minLength: 1, maxLength: 30 })
  .map((steps) => play(steps));

function play(steps: readonly Step[]): Op[] {
  const log: Op[] = [];
  const people = EPOCHS.map((epoch): Person => ({
    author: { epoch, n: 0, clock: CLOCK_START },
    doc: EMPTY_DOC,
    read: 0,
    seen: NOTHING_SEEN,
  }));
  for (const { author: index, act, which, word, wallMs } of steps) {
    const person = people[index];
    if (person === undefined) throw new Error('no such author');
    if (act === 'read') {
      for (const op of log.slice(person.read)) {
        person.doc = applyOp(person.doc, op);
        person.author = { ...person.author, clock: observe(person.author.clock, op.at) };
        person.seen = joinVectors(person.seen, { [op.at.epoch]: op.n });
      }
      person.read = log.length;
      continue;
    }
    const draft = draftOf(act, person.doc, which, word, person.seen);
    if (draft === null) continue;
    const { ops, author } = writeOps(person.author, [draft], wallMs);
    person.author = author;
    for (const op of ops) person.doc = applyOp(person.doc, op);
    log.push(...ops);
  }
  return log;
}

function draftOf(act: Step['act'], doc: Doc, which: number, word: number, seen: Vector): OpDraft | null {
  switch (act) {
    case 'set':
      return setting(DOC, `field${which}`, word);
    case 'add':
      return adding(DOC, 'tags', `tag${word}`);
    case 'remove':
      return removing(DOC, doc, 'tags', `tag${word}`);
    case 'write':
      return writing(DOC, doc, `${'word '.repeat(which)}${word}`);
    case 'delete':
      return deleting(DOC, doc);
    case 'unknown':
      return which > 0
        ? { doc: DOC, change: { kind: 'unknown', raw: ['sparkle', word], isEdit: true } }
        : { doc: DOC, change: { kind: 'unknown', raw: ['sparkle', word, { quiet: true }], isEdit: false } };
    case 'fold': {
      // Careless on purpose: what this author has read is taken for what everybody has.
      const change = foldOf(doc, {
        readByAll: { ...doc.live, ...seen },
        nowMs: 8e14,
        ageMs: 0,
        versionsMax: 1,
      });
      return change === null ? null : { doc: DOC, change };
    }
    case 'read':
      return null;
  }
}
