import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { BACKUP_SECTIONS, type Backup, type BackupSections } from '@/utils/backup/format';
import { readBackup } from '@/utils/backup/read';
import { writeBackup } from '@/utils/backup/write';
import { change } from '@/utils/db/database';
import { draftOf, PACK_TABLES, putPackEntities } from '@/utils/db/pack-rows';
import type { Alias, Entity } from '@/utils/model/entity';
import type { EntityId, NoteId, PackId } from '@/utils/model/ids';
import { DEFAULT_SETTINGS } from '@/utils/model/settings';
import { deleteNote, saveNote } from '@/utils/services/edit-notes';
import { exportPart } from '@/utils/services/export-library';
import { importLibrary, previewImport } from '@/utils/services/import-library';
import { searchEntities } from '@/utils/services/view-entity';
import { addEntity, testLibrary, type TestLibrary } from './test-library';

const { readingIndex: _asked, ...SETTINGS } = DEFAULT_SETTINGS;
const HEAD = { exported: 1, settings: SETTINGS, packs: [] } as const;

/** The library's file, from as many parts as it takes. */
async function fileOf(library: TestLibrary): Promise<string> {
  const sections: Record<string, unknown[]> = {};
  for (const section of BACKUP_SECTIONS) {
    const rows: unknown[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const part = await exportPart(library, section, offset);
      expect(JSON.stringify(part.rows).length).toBeLessThan(600_000);
      rows.push(...part.rows);
      offset = part.next;
    }
    sections[section] = rows;
  }
  return writeBackup(HEAD, sections as unknown as BackupSections);
}

function soundly(text: string): Backup {
  const read = readBackup(text);
  if ('problem' in read) throw new Error(`${read.problem} ${read.where}`);
  return read;
}

const key = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const when = fc.integer({ min: 0, max: 4e12 });
const day = fc.option(fc.constantFrom('2020-02-29', '2026-01-01'));
const alias = fc.record<Alias>({
  text: word,
  case: fc.constantFrom('auto', 'exact', 'fold'),
  strength: fc.constantFrom('strong', 'weak', 'off'),
});
const aliases = fc.uniqueArray(alias, { selector: ({ text }) => text, maxLength: 4 });
const where = { url: word, title: word, site: word, published: day };
const link = fc.record({ title: word, url: word, publisher: word, published: day });
const source = fc.record({ title: word, url: word });
const unique = <Row>(row: fc.Arbitrary<Row>, keyOf: (row: Row) => string) =>
  fc.uniqueArray(row, { selector: keyOf, maxLength: 6 });

const noteSource = fc.record({ url: word, title: word, publisher: word, published: day, quote: word });
const extras = { tags: fc.array(word), sources: fc.array(noteSource) };
const anyNote = fc.record(
  {
    id: key,
    entityId: key,
    body: word,
    created: when,
    updated: when,
    deleted: when,
    ...extras,
    pinned: fc.boolean(),
  },
  { requiredKeys: ['id', 'entityId', 'body', 'created', 'updated', 'deleted'] },
);
const draft = fc.record(
  { entityId: key, noteId: fc.option(key), body: word, updated: when, ...extras, opened: when },
  { requiredKeys: ['entityId', 'noteId', 'body', 'updated'] },
);
const entity = fc.record({
  id: key,
  kind: fc.constantFrom('person', 'place', 'operation'),
  name: word,
  aliases,
  summary: fc.string(),
  companions: fc.uniqueArray(key),
  context: fc.uniqueArray(word),
  links: fc.uniqueArray(link, { selector: ({ url }) => url }),
});
const fact = fc.record({ id: key, entityId: key, slot: word, value: word, from: day, to: day, source });
const version = fc.record({ noteId: key, saved: when, body: word });
const binRows = fc.record(
  {
    entities: fc.array(entity, { maxLength: 1 }),
    notes: fc.array(anyNote, { maxLength: 2 }),
    facts: fc.array(fact, { maxLength: 2 }),
    drafts: fc.array(draft, { maxLength: 1 }),
    versions: fc.array(version, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Any library that the format can hold. */
const libraries = fc.record({
  exported: when,
  settings: fc.constant(SETTINGS),
  packs: fc.constant([]),
  entities: unique(entity, ({ id }) => id),
  overlays: unique(
    fc.record({ entityId: key.map((id) => `pack/${id}`), aliases }),
    ({ entityId }) => entityId,
  ),
  notes: unique(anyNote, ({ id }) => id),
  drafts: unique(draft, ({ entityId }) => entityId),
  facts: unique(fact, ({ id }) => id),
  versions: unique(version, ({ noteId, saved }) => `${noteId} ${saved}`),
  bin: unique(fc.record({ id: key, deleted: when, title: word, rows: binRows }), ({ id }) => id),
  formDrafts: unique(
    fc.record({
      form: fc.constantFrom('capture', 'fact', 'entity'),
      about: word,
      fields: fc.dictionary(key, fc.string()),
      updated: when,
    }),
    ({ form, about }) => `${form} ${about}`,
  ),
  articles: unique(fc.record({ id: key, ...where, saved: when }), ({ id }) => id),
  sightings: unique(
    fc.record({ articleId: key, entityId: key, count: fc.nat(), sentence: word }),
    ({ articleId, entityId }) => `${articleId} ${entityId}`,
  ),
  decisions: unique(
    fc.record({
      entityId: key,
      surface: word,
      verdict: fc.constantFrom('not-this', 'always-this'),
      scope: fc.constantFrom('page', 'site', 'everywhere'),
      where: word,
      made: when,
    }),
    ({ entityId, surface, scope, where: place }) => JSON.stringify([entityId, surface, scope, place]),
  ),
  unknowns: unique(
    fc.record({
      id: word,
      name: word,
      spellings: fc.array(word),
      articleCount: fc.nat(),
      sightings: fc.array(fc.record({ ...where, sentence: word, met: when }), { maxLength: 3 }),
      lastMet: when,
      ignored: fc.boolean(),
    }),
    ({ id }) => id,
  ),
}) as unknown as fc.Arbitrary<Backup>;

describe('a library in a file', () => {
  const opened: TestLibrary[] = [];
  const fresh = (): TestLibrary => {
    const library = testLibrary();
    opened.push(library);
    return library;
  };
  afterEach(async () => {
    for (const library of opened.splice(0)) await library.database.delete();
  });

  test('export, wipe, import gives an equal library; importing twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (backup) => {
        const first = fresh();
        await importLibrary(first, soundly(writeBackup(backup, backup)));
        const file = await fileOf(first);
        await first.database.delete();

        const second = fresh();
        const counts = await importLibrary(second, soundly(file));
        expect(await fileOf(second)).toBe(file);
        expect(BACKUP_SECTIONS.map((section) => counts[section].added)).toEqual(
          BACKUP_SECTIONS.map((section) => backup[section].length),
        );
        const again = await importLibrary(second, soundly(file));
        expect(BACKUP_SECTIONS.every((section) => again[section].same === backup[section].length)).toBe(true);
        expect(await fileOf(second)).toBe(file);
        await second.database.delete();
      }),
      { numRuns: 15 },
    );
  });

  test('more than one message holds comes out in parts, all of it', async () => {
    const library = fresh();
    const entityId = await addEntity(library, 'Operation Tideway');
    for (let index = 0; index < 40; index += 1) {
      await saveNote(library, { entityId, noteId: null, body: `${index} ${'x'.repeat(16_000)}` });
    }
    const part = await exportPart(library, 'notes', 0);
    expect(part.next).toBeLessThan(40);
    expect(soundly(await fileOf(library)).notes).toHaveLength(40);
  });

  test('a preview counts what an import then does, and writes nothing', async () => {
    const [from, into] = [fresh(), fresh()];
    const entityId = await addEntity(from, 'Operation Tideway');
    await saveNote(from, { entityId, noteId: null, body: 'one' });
    const backup = soundly(await fileOf(from));
    const preview = await previewImport(into, backup);
    expect(preview.notes).toEqual({ added: 1, changed: 0, same: 0 });
    expect(await into.database.meta.count()).toBe(0);
    expect(await importLibrary(into, backup)).toEqual(preview);
    expect((await searchEntities(into, 'tidew')).map(({ name }) => name)).toEqual(['Operation Tideway']);
    expect(into.changes.at(-1)).toEqual({ names: true, marks: true });
  });

  test('an import that fails in the middle leaves all as it was', async () => {
    const [from, into] = [fresh(), fresh()];
    const entityId = await addEntity(from, 'Operation Tideway');
    await saveNote(from, { entityId, noteId: null, body: 'one' });
    const backup = soundly(await fileOf(from));
    await addEntity(into, 'Operation Lantern');
    const before = await fileOf(into);
    // No key of the database: refused after the names were written.
    const broken = { ...backup, unknowns: [{ id: null }] } as unknown as Backup;
    await expect(importLibrary(into, broken)).rejects.toMatchObject({ code: 'storage' });
    expect(await fileOf(into)).toBe(before);
  });

  test('the newer words win, and what lives is never deleted', async () => {
    const library = fresh();
    const entityId = await addEntity(library, 'Operation Tideway');
    const note = await saveNote(library, { entityId, noteId: null, body: 'old' });
    const old = soundly(await fileOf(library));
    await saveNote(library, { entityId, noteId: note.id, body: 'new' });
    await importLibrary(library, old);
    expect((await library.database.notes.get(note.id))?.body).toBe('new');

    const deletedLater = old.notes.map((row) => ({ ...row, body: 'newest', updated: 9e12, deleted: 9e12 }));
    await importLibrary(library, { ...old, notes: deletedLater });
    expect(await library.database.notes.get(note.id)).toMatchObject({ body: 'newest', deleted: 0 });

    await deleteNote(library, note.id);
    await importLibrary(library, old);
    expect(await library.database.notes.get(note.id)).toMatchObject({ body: 'newest', deleted: 0 });
    expect(await library.database.notes.count()).toBe(1);
    expect(await library.database.notes.get('nobody' as NoteId)).toBeUndefined();
  });

  test('spellings of a pack’s name light up at once, or when the pack is there', async () => {
    const library = fresh();
    const shader: Entity = {
      id: 'pack/shader' as EntityId,
      kind: 'operation',
      name: 'Operation Shader',
      aliases: [],
      summary: '',
      companions: [],
      context: [],
      links: [],
      pack: 'pack' as PackId,
    };
    const install = () =>
      change(library.database, PACK_TABLES, () =>
        putPackEntities(library.database, 'pack' as PackId, [draftOf(shader, [])]),
      );
    const overlay = (text: string): Backup => ({
      ...HEAD,
      ...(Object.fromEntries(BACKUP_SECTIONS.map((section) => [section, []])) as unknown as BackupSections),
      overlays: [{ entityId: shader.id, aliases: [{ text, case: 'exact', strength: 'strong' }] }],
    });
    await importLibrary(library, overlay('SHADER'));
    await install();
    await importLibrary(library, overlay('Shader One'));
    const texts = async () =>
      (await library.database.entities.get(shader.id))?.aliases.map(({ text }) => text);
    expect(await texts()).toEqual(['SHADER', 'Shader One']);
    await install();
    expect(await texts()).toEqual(['SHADER', 'Shader One']);
    expect(soundly(await fileOf(library)).entities).toEqual([]);
  });
});
