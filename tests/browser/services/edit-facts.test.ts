import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '@/utils/db/database';
import { draftOf, PACK_TABLES, putPackEntities } from '@/utils/db/pack-rows';
import type { Entity } from '@/utils/model/entity';
import type { EntityId, FactId, PackId } from '@/utils/model/ids';
import { listBin, restoreFromBin } from '@/utils/services/bin';
import { changedFacts, deleteFact, listFacts, saveFact } from '@/utils/services/edit-facts';
import { viewEntity } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const PACK = 'news' as PackId;
const PACKED = 'news/shader' as EntityId;

describe('facts by the reader', () => {
  let library: TestLibrary = testLibrary();
  let entityId = '' as EntityId;
  beforeEach(async () => {
    library = testLibrary();
    entityId = await addEntity(library, 'Ada Wells', 'person');
  });
  afterEach(() => library.database.delete());

  const save = (value: string, from: string | null, to: string | null, factId: FactId | null = null) =>
    saveFact(library, {
      entityId,
      factId,
      slot: 'Office',
      value,
      from,
      to,
      source: { title: 'Gazette', url: 'https://gazette.example/' },
    });

  test('show as of the article’s day with now beside them', async () => {
    await save('Minister', '2019-07-24', '2023-08-31');
    await save('Backbencher', '2023-09', null);
    const [line] = (await viewEntity(library, entityId, '2020-12-10'))?.facts ?? [];
    expect(line).toMatchObject({ slot: 'Office', changed: true, disputed: [] });
    expect(line?.asOf.map(({ value }) => value)).toEqual(['Minister']);
    expect(line?.now.map(({ value }) => value)).toEqual(['Backbencher']);
    expect([...(await changedFacts(library, [entityId], '2020-12-10'))]).toEqual([[entityId, 1]]);
    expect([...(await changedFacts(library, [entityId], null))]).toEqual([]);
  });

  test('change in place, and keep their id', async () => {
    const first = await save('Minister', '2019', null);
    const second = await save('Minister of Tides', '2019', '2023', first.id);
    expect(second.id).toBe(first.id);
    expect((await listFacts(library, entityId)).map(({ value }) => value)).toEqual(['Minister of Tides']);
  });

  test.each([
    ['soon', null],
    ['2019-02-30', null],
    ['2023', '2019'],
  ])('with the dates %s to %s are refused, and nothing is written', async (from, to) => {
    await expect(save('Minister', from, to)).rejects.toMatchObject({ code: 'malformed' });
    expect(await library.database.facts.count()).toBe(0);
  });

  test('go to the bin and come back as they were', async () => {
    const fact = await save('Minister', '2019', null);
    const binId = await deleteFact(library, fact.id);
    expect(await listFacts(library, entityId)).toEqual([]);
    expect(await listBin(library)).toMatchObject([
      { what: 'fact', title: 'Office: Minister', of: 'Ada Wells' },
    ]);
    await restoreFromBin(library, binId);
    expect(await listFacts(library, entityId)).toEqual([{ ...fact, pack: null }]);
    expect(await listBin(library)).toEqual([]);
    await expect(restoreFromBin(library, binId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('can be added to a pack’s name, whose own facts are not the reader’s to change', async () => {
    const { database } = library;
    const packed: Entity = {
      id: PACKED,
      kind: 'operation',
      name: 'Operation Shader',
      aliases: [],
      summary: '',
      companions: [],
      context: [],
      links: [],
      pack: PACK,
    };
    await change(database, PACK_TABLES, () =>
      putPackEntities(database, PACK, [draftOf(packed, [{ ...given(), pack: PACK }])]),
    );
    await saveFact(library, { ...given(), factId: null, value: 'Ended' });
    expect((await listFacts(library, PACKED)).map(({ pack, value }) => [pack, value])).toEqual(
      expect.arrayContaining([
        [PACK, 'Under way'],
        [null, 'Ended'],
      ]),
    );
    await expect(deleteFact(library, 'packed' as FactId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveFact(library, { ...given(), factId: 'packed' as FactId })).rejects.toMatchObject({
      code: 'forbidden',
    });

    function given() {
      return {
        id: 'packed' as FactId,
        entityId: PACKED,
        slot: 'Status',
        value: 'Under way',
        from: null,
        to: null,
        source: { title: 'A', url: '' },
      };
    }
  });
});
