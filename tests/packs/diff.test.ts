import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPacks, isLargeStep } from '../../utils/packs/diff';
import type { Pack, PackEntity, PackFact } from '../../utils/packs/format';
import { packOf } from './lines-of-file';

const NOTHING = {
  entitiesAdded: [],
  entitiesRemoved: [],
  entitiesChanged: [],
  namesAdded: 0,
  namesRemoved: 0,
  factsAdded: 0,
  factsRemoved: 0,
  factsChanged: 0,
  share: 0,
};

const BEFORE = await packOf('tests/fixtures/packs/format-v1.jsonl');

/** The example pack with its ferry changed. */
function withFerry(change: (ferry: PackEntity) => PackEntity): Pack {
  return {
    ...BEFORE,
    entities: BEFORE.entities.map((entity) => (entity.id === 'mv-petrel' ? change(entity) : entity)),
  };
}

function without(id: string): Pack {
  return { ...BEFORE, entities: BEFORE.entities.filter((entity) => entity.id !== id) };
}

function fact(slot: string, value: string): PackFact {
  return { slot, value, from: null, to: null, source: { title: 'T', url: 'https://a.example/' } };
}

describe('the difference of two releases', () => {
  test('is nothing between a pack and itself, wherever its lines stand', () => {
    const moved = {
      ...BEFORE,
      entities: BEFORE.entities.map((entity) => ({ ...entity, row: entity.row + 7 })),
    };
    expect(diffPacks(BEFORE, moved)).toEqual(NOTHING);
  });

  test('counts the names and facts of a removed entity', () => {
    expect(diffPacks(BEFORE, without('mv-petrel'))).toEqual({
      ...NOTHING,
      entitiesRemoved: ['mv-petrel'],
      // MV Petrel, Petrel II and Petrel; the fourth is never lit.
      namesRemoved: 3,
      factsRemoved: 2,
      share: 0.5,
    });
  });

  test('counts an alias that is switched off as gone', () => {
    const after = withFerry((ferry) => ({
      ...ferry,
      aliases: ferry.aliases.map((alias) => ({ ...alias, strength: 'off' })),
    }));
    expect(diffPacks(BEFORE, after)).toMatchObject({
      entitiesChanged: ['mv-petrel'],
      namesRemoved: 2,
      namesAdded: 0,
    });
  });

  test('tells a changed fact from one that came', () => {
    const [first, ...rest] = BEFORE.entities[0]?.facts ?? [];
    if (first === undefined) throw new Error('the example has facts');
    const facts = [{ ...first, value: 'Somebody else' }, ...rest, fact('Length', '40 m')];
    expect(
      diffPacks(
        BEFORE,
        withFerry((ferry) => ({ ...ferry, facts })),
      ),
    ).toMatchObject({
      factsChanged: 1,
      factsAdded: 1,
      factsRemoved: 0,
    });
  });

  test('seen the other way round swaps what came and what went', async () => {
    const facts = fc.array(fc.constantFrom(fact('A', '1'), fact('A', '2'), fact('A', '3'), fact('B', '1')));
    fc.assert(
      fc.property(facts, facts, (some, others) => {
        const one = withFerry((ferry) => ({ ...ferry, facts: some }));
        const other = withFerry((ferry) => ({ ...ferry, facts: others }));
        const there = diffPacks(one, other);
        const back = diffPacks(other, one);
        expect(back.factsAdded).toBe(there.factsRemoved);
        expect(back.factsRemoved).toBe(there.factsAdded);
        expect(back.factsChanged).toBe(there.factsChanged);
      }),
    );
  });
});

describe('asking before a large step', () => {
  const entities = Array.from({ length: 20 }, (_, index) => ({
    ...(BEFORE.entities[1] as PackEntity),
    id: `e${index}`,
  }));
  const twenty = { ...BEFORE, entities };

  test('two of twenty are a small step, three a large one', () => {
    expect(isLargeStep(diffPacks(twenty, { ...twenty, entities: entities.slice(2) }))).toBe(false);
    expect(isLargeStep(diffPacks(twenty, { ...twenty, entities: entities.slice(3) }))).toBe(true);
  });

  test('an emptied pack and a first one are large steps', () => {
    expect(isLargeStep(diffPacks(twenty, { ...twenty, entities: [] }))).toBe(true);
    expect(isLargeStep(diffPacks({ ...twenty, entities: [] }, twenty))).toBe(true);
  });
});
