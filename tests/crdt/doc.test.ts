import { describe, expect, test } from 'vitest';
import { adding, type Author, deleting, removing, setting, writeOps, writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import { applyOp, type Doc, EMPTY_DOC, elementsOf, fieldOf, isKept, isVisible } from '../../utils/crdt/doc';
import { docFromJson } from '../../utils/crdt/doc-json';
import { foldOf } from '../../utils/crdt/fold';
import { MalformedError } from '../../utils/crdt/json';
import type { DocId, Op, OpDraft } from '../../utils/crdt/op';
import { opFromJson } from '../../utils/crdt/op-json';
import { CLOCK_START, type EpochId, observe, tick } from '../../utils/crdt/stamp';

const NOTE = 'note:one' as DocId;
const DAY_MS = 86_400_000;

/** One profile in a test: it writes, and it reads what others wrote. */
class Person {
  doc: Doc = EMPTY_DOC;
  #author: Author;

  constructor(letter: string) {
    this.#author = { epoch: letter.repeat(12) as EpochId, n: 0, clock: CLOCK_START };
  }

  write(draft: (doc: Doc) => OpDraft, nowMs = 1000): Op {
    const { ops, author } = writeOps(this.#author, [draft(this.doc)], nowMs);
    this.#author = author;
    const [op] = ops;
    if (op === undefined) throw new Error('one draft, no operation');
    this.doc = applyOp(this.doc, op);
    return op;
  }

  read(...ops: readonly Op[]): void {
    for (const op of ops) {
      this.doc = applyOp(this.doc, op);
      this.#author = { ...this.#author, clock: observe(this.#author.clock, op.at) };
    }
  }
}

const text = (body: string) => (doc: Doc) => writing(NOTE, doc, body);

describe('fields', () => {
  test('an edit made after reading another wins, though its wall clock is a year behind', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const first = ann.write(() => setting(NOTE, 'name', 'Typhoon'), 400 * DAY_MS);
    ben.read(first);
    const second = ben.write(() => setting(NOTE, 'name', 'Eurofighter Typhoon'), 35 * DAY_MS);
    ann.read(second);
    expect(fieldOf(ann.doc, 'name')).toBe('Eurofighter Typhoon');
    expect(fieldOf(ben.doc, 'name')).toBe('Eurofighter Typhoon');
  });

  test('two fields edited at once are both kept', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const one = ann.write(() => setting(NOTE, 'name', 'Shader'));
    ben.read(
      ben.write(() => setting(NOTE, 'kind', 'operation')),
      one,
    );
    expect([fieldOf(ben.doc, 'name'), fieldOf(ben.doc, 'kind')]).toEqual(['Shader', 'operation']);
  });

  test('a field may be called __proto__', () => {
    const ann = new Person('a');
    ann.write(() => setting(NOTE, '__proto__', 'harmless'));
    expect(fieldOf(ann.doc, '__proto__')).toBe('harmless');
  });
});

describe('sets', () => {
  test('a removal does not take an addition that it had not seen', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const added = ann.write(() => adding(NOTE, 'tags', 'iraq'));
    ben.read(added);
    const removed = ben.write((doc) => removing(NOTE, doc, 'tags', 'iraq'));
    const again = ann.write(() => adding(NOTE, 'tags', 'iraq'));
    ann.read(removed);
    ben.read(again);
    expect(elementsOf(ann.doc, 'tags')).toEqual(['iraq']);
    expect(elementsOf(ben.doc, 'tags')).toEqual(['iraq']);
  });

  test('a removal that saw everything holds against old copies', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const added = ann.write(() => adding(NOTE, 'tags', 'iraq'));
    ben.read(added);
    const removed = ben.write((doc) => removing(NOTE, doc, 'tags', 'iraq'));
    ann.read(removed, added, removed);
    expect(elementsOf(ann.doc, 'tags')).toEqual([]);
  });
});

describe('deletion', () => {
  test('holds for ever once it had seen everything, whatever the clocks say', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const written = ann.write(text('hello'), 900 * DAY_MS);
    ben.read(written);
    const deleted = ben.write((doc) => deleting(NOTE, doc), DAY_MS);
    ann.read(deleted, written);
    expect(isVisible(ann.doc)).toBe(false);
  });

  test('gives way to an edit that it had not seen, and says so', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const written = ann.write(text('hello'));
    ben.read(written);
    const deleted = ben.write((doc) => deleting(NOTE, doc), 900 * DAY_MS);
    const edited = ann.write(text('hello again'));
    for (const person of [ann, ben]) person.read(deleted, edited);
    expect([isVisible(ann.doc), isKept(ann.doc)]).toEqual([true, true]);
    expect(bodyOf(ben.doc)?.text).toBe('hello again');
  });

  test('is undone by any new edit, with all that was there', () => {
    const ann = new Person('a');
    ann.write(text('hello'));
    ann.write((doc) => deleting(NOTE, doc));
    ann.write(() => setting(NOTE, 'restored', true));
    expect(isVisible(ann.doc)).toBe(true);
    expect(bodyOf(ann.doc)?.text).toBe('hello');
  });
});

describe('text', () => {
  test('concurrent edits of one sentence are merged word by word', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const base = ann.write(text('The RAF flew four Typhoons from Cyprus.'));
    ben.read(base);
    const one = ann.write(text('The RAF flew six Typhoons from Cyprus.'));
    const two = ben.write(text('The RAF flew four Typhoons from Akrotiri, Cyprus, on Monday.'));
    ann.read(two);
    ben.read(one);
    expect(bodyOf(ann.doc)).toEqual(bodyOf(ben.doc));
    expect(bodyOf(ann.doc)?.text).toBe('The RAF flew six Typhoons from Akrotiri, Cyprus, on Monday.');
    expect(bodyOf(ann.doc)?.origin).toBe('replayed');
  });

  test('two words put in one place stay two words', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const base = ann.write(text('in May'));
    ben.read(base);
    const one = ann.write(text('in June'));
    ben.write(text('in July'));
    ben.read(one);
    expect(bodyOf(ben.doc)?.text).toBe('in June July');
  });

  test('equal texts are no conflict: two profiles that imported one note show it once', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    ann.read(ann.write(text('from the same file')), ben.write(text('from the same file')));
    expect(bodyOf(ann.doc)).toMatchObject({ text: 'from the same file', origin: 'single' });
    expect(bodyOf(ann.doc)?.heads).toHaveLength(2);
  });

  test('without a common ancestor both texts are kept, and it is said', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    ann.read(ann.write(text('Launched in 2014.')), ben.write(text('Launched in 2014 against IS.')));
    expect(bodyOf(ann.doc)).toMatchObject({ text: 'Launched in 2014 against IS.', origin: 'united' });
  });
});

describe('several beginnings', () => {
  test('one person joins them while another edits: both count', () => {
    const [ann, ben, cid] = [new Person('a'), new Person('b'), new Person('c')];
    const first = ann.write(text('alpha one beta'));
    const second = ben.write(text('gamma two delta'));
    for (const person of [ann, ben, cid]) person.read(first, second);
    const joined = cid.write(text('alpha one beta gamma two delta'));
    const left = ann.write(text('alpha beta gamma two delta'));
    for (const person of [ann, ben, cid]) person.read(joined, left);
    expect(bodyOf(ann.doc)).toEqual(bodyOf(ben.doc));
    for (const word of ['alpha', 'beta', 'gamma', 'two', 'delta'])
      expect(bodyOf(cid.doc)?.text).toContain(word);
    expect(bodyOf(cid.doc)?.text).not.toContain('one');
  });
});

describe('folding', () => {
  const policy = { nowMs: 500 * DAY_MS, ageMs: 90 * DAY_MS, versionsMax: 100 };

  test('drops what lies below a version that everybody has read', () => {
    const ann = new Person('a');
    for (const body of ['one', 'two', 'three']) ann.write(text(body));
    const change = foldOf(ann.doc, { ...policy, readByAll: ann.doc.live });
    expect(change).toEqual({ kind: 'fold', seen: { aaaaaaaaaaaa: 2 } });
    if (change !== null) ann.write(() => ({ doc: NOTE, change }));
    expect(ann.doc.versions.size).toBe(1);
    expect(bodyOf(ann.doc)?.text).toBe('three');
  });

  test('leaves what somebody has not read, and what is young and few', () => {
    const ann = new Person('a');
    for (const body of ['one', 'two', 'three']) ann.write(text(body), 499 * DAY_MS);
    expect(foldOf(ann.doc, { ...policy, readByAll: ann.doc.live })).toBeNull();
    expect(foldOf(ann.doc, { ...policy, readByAll: {}, ageMs: 0 })).toBeNull();
    expect(foldOf(ann.doc, { ...policy, readByAll: ann.doc.live, versionsMax: 1 })).not.toBeNull();
  });

  test('a late edit of a folded version loses nothing and looks the same everywhere', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const base = ann.write(text('alpha beta'));
    ben.read(base);
    const late = ben.write(text('alpha beta gamma'));
    const next = ann.write(text('alpha beta delta'));
    const change = foldOf(ann.doc, { ...policy, readByAll: ann.doc.live });
    if (change === null) throw new Error('nothing to fold');
    const fold = ann.write(() => ({ doc: NOTE, change }));
    ann.read(late);
    ben.read(next, fold);
    expect(bodyOf(ann.doc)).toEqual(bodyOf(ben.doc));
    expect(bodyOf(ann.doc)?.origin).toBe('united');
    expect(bodyOf(ann.doc)?.text.split(' ').toSorted()).toEqual(['alpha', 'beta', 'delta', 'gamma']);
  });

  test('a deleted document that everybody knows of keeps its deletion and nothing else', () => {
    const [ann, ben] = [new Person('a'), new Person('b')];
    const written = ann.write(text('secret'));
    const tagged = ann.write(() => adding(NOTE, 'tags', 'secret'));
    const named = ann.write(() => setting(NOTE, 'name', 'secret'));
    const deleted = ann.write((doc) => deleting(NOTE, doc));
    expect(foldOf(ann.doc, { ...policy, readByAll: ann.doc.live })).toBeNull();
    const change = foldOf(ann.doc, { ...policy, readByAll: { [deleted.at.epoch]: deleted.n } });
    if (change === null) throw new Error('nothing to purge');
    const purge = ann.write(() => ({ doc: NOTE, change }));
    ben.read(purge, deleted, named, tagged, written);
    for (const { doc } of [ann, ben]) {
      expect(bodyOf(doc)).toBeNull();
      expect(elementsOf(doc, 'tags')).toEqual([]);
      expect(fieldOf(doc, 'name')).toBeNull();
      expect(isVisible(doc)).toBe(false);
    }
    expect(foldOf(ann.doc, { ...policy, readByAll: { [deleted.at.epoch]: 99 } })).toBeNull();
  });
});

describe('clock', () => {
  test('never runs backwards and follows what it has seen', () => {
    const late = observe({ ms: 10, counter: 0 }, { ms: 50, counter: 7 });
    expect(tick(late, 20)).toEqual({ ms: 50, counter: 8 });
    expect(tick(late, 60)).toEqual({ ms: 60, counter: 0 });
    expect(observe(late, { ms: 50, counter: 3 })).toEqual(late);
  });

  test('goes on when the counter is full and when time is at its end', () => {
    expect(tick({ ms: 5, counter: 0xffff_ffff }, 1)).toEqual({ ms: 6, counter: 0 });
    expect(tick({ ms: 5, counter: 1 }, Number.NaN)).toEqual({ ms: 5, counter: 2 });
  });
});

describe('reading JSON', () => {
  const epoch = 'aaaaaaaaaaaa' as EpochId;

  test.each([
    ['no list', {}],
    ['a time beyond the calendar', [8.65e15, 0, 'd', 'ack']],
    ['a negative counter', [1, -1, 'd', 'ack']],
    ['a set without a value', [1, 0, 'd', 'set', 'f']],
    ['a vector with a foreign key', [1, 0, 'd', 'delete', { constructor: 1 }]],
    ['a parent that is no version', [1, 0, 'd', 'write', ['x'], 'text']],
    ['no kind', [1, 0, 'd']],
  ])('refuses %s', (_, json) => {
    expect(() => opFromJson(json, epoch, 1)).toThrow(MalformedError);
  });

  test('keeps a kind that it does not know, and knows whether that is an edit', () => {
    const loud = opFromJson([1, 0, 'd', 'sparkle', 3], epoch, 1);
    const quiet = opFromJson([1, 0, 'd', 'sparkle', { quiet: true }], epoch, 1);
    expect(loud.change).toEqual({ kind: 'unknown', raw: ['sparkle', 3], isEdit: true });
    expect(isVisible(applyOp(EMPTY_DOC, quiet))).toBe(false);
  });

  test('an operation that was unknown when it was stored takes effect once it is known', () => {
    const doc = docFromJson({
      unknown: [[`${epoch}.1`, [epoch, 1, [5, 0, 'd', 'set', 'name', 'late']]]],
      live: { [epoch]: 1 },
    });
    expect(fieldOf(doc, 'name')).toBe('late');
    expect(doc.unknown.size).toBe(0);
  });
});
