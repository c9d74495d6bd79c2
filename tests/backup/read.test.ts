import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKUP_SECTIONS, type BackupSections } from '../../utils/backup/format';
import { addAliases, mergeEntity, mergeSettings } from '../../utils/backup/merge';
import { readBackup } from '../../utils/backup/read';
import { writeBackup } from '../../utils/backup/write';
import type { EntityId, NoteId } from '../../utils/model/ids';
import { DEFAULT_SETTINGS } from '../../utils/model/settings';
import { ImportStage } from '../../utils/services/import-stage';

const EMPTY = Object.fromEntries(
  BACKUP_SECTIONS.map((section) => [section, []]),
) as unknown as BackupSections;
const { readingIndex: _asked, ...SETTINGS } = DEFAULT_SETTINGS;
const HEAD = { exported: 5, settings: SETTINGS, packs: [] } as const;
const NOTE = {
  id: 'n1' as NoteId,
  entityId: 'e1' as EntityId,
  body: 'Ask the “press” desk.\n\uD800',
  created: 1,
  updated: 2,
  deleted: 0,
};
const FILE = writeBackup(HEAD, { ...EMPTY, notes: [NOTE] });

test('what is written is read', () => {
  expect(readBackup(FILE)).toEqual({ ...HEAD, ...EMPTY, notes: [NOTE] });
});

test('a file of version 1 is read, with what came later empty', () => {
  const old = FILE.replace('"version": 2', '"version": 1').replace(
    /,\n"(?:versions|bin|formDrafts)": \[\]/g,
    '',
  );
  expect(old).not.toContain('"bin"');
  expect(readBackup(old)).toEqual({ ...HEAD, ...EMPTY, notes: [NOTE] });
});

describe('a file that is no library of this version says so', () => {
  test.each([
    ['', 'not-json', ''],
    [FILE.slice(0, -3), 'not-json', ''],
    ['null', 'other-format', ''],
    ['[]', 'other-format', ''],
    ['{"format":"other"}', 'other-format', ''],
    [FILE.replace('"version": 2', '"version": 3'), 'newer-version', ''],
    [FILE.replace('"version": 2', '"version": 0'), 'damaged', 'version'],
    [FILE.replace('"created":1', '"created":"1"'), 'damaged', 'notes, row 1, created'],
    [FILE.replace('"created":1,', ''), 'damaged', 'notes, row 1, created'],
    [FILE.replace('"created":1', '"created":1,"colour":"red"'), 'damaged', 'notes, row 1, colour'],
    [FILE.replace('"created":1', '"created":1e999'), 'damaged', 'notes, row 1, created'],
    [FILE.replace('"id":"n1"', '"id":"<b>"'), 'damaged', 'notes, row 1, id'],
    [FILE.replace('Ask', 'x'.repeat(17_000)), 'damaged', 'notes, row 1, body'],
    [FILE.replace('"drafts": []', '"drafts": {}'), 'damaged', 'drafts'],
    [FILE.replace('"drafts": [],\n', ''), 'damaged', 'drafts'],
  ])('%#', (text, problem, where) => {
    expect(readBackup(text)).toEqual({ problem, where });
  });

  test('cut or changed anywhere, it never throws', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length), fc.nat(20), fc.string(), (at, length, text) => {
        expect(readBackup(FILE.slice(0, at) + text + FILE.slice(at + length))).toBeTypeOf('object');
      }),
    );
  });
});

test('entities gain what they lack and keep what they are', () => {
  const here = {
    id: 'e1' as EntityId,
    kind: 'place' as const,
    name: 'Tideway',
    aliases: [{ text: 'TW', case: 'exact' as const, strength: 'weak' as const }],
    summary: '',
    companions: [],
    context: ['harbour'],
    links: [],
  };
  expect(mergeEntity(here, here)).toBe(here);
  const brought = {
    ...here,
    name: 'The Tideway',
    summary: 'A harbour.',
    aliases: [{ text: 'TW', case: 'fold' as const, strength: 'strong' as const }],
    context: ['quay'],
  };
  expect(mergeEntity(here, brought)).toEqual({
    ...here,
    summary: 'A harbour.',
    context: ['harbour', 'quay'],
  });
  expect(addAliases(here.aliases, brought.aliases)).toBe(here.aliases);
});

test('settings that were chosen here stay', () => {
  const here = { ...DEFAULT_SETTINGS, painter: 'overlay', sites: { 'a.example': 'off' } } as const;
  const brought = {
    ...SETTINGS,
    mode: 'list',
    painter: 'none',
    sites: { 'a.example': 'on', 'b.example': 'click' },
    welcomed: true,
  } as const;
  expect(mergeSettings(here, brought)).toEqual({
    mode: 'list',
    painter: 'overlay',
    eagerness: 'balanced',
    sites: { 'a.example': 'off', 'b.example': 'click' },
    welcomed: true,
    readingIndex: DEFAULT_SETTINGS.readingIndex,
  });
});

describe('a staged file', () => {
  test('is read when all of it came', () => {
    const stage = new ImportStage();
    stage.add('one', 0, FILE.slice(0, 100));
    stage.add('one', 1, FILE.slice(100));
    expect(stage.read('one')).toMatchObject({ notes: [NOTE] });
    expect(() => stage.read('two')).toThrow(expect.objectContaining({ code: 'expired' }));
  });

  test('that lost a part to a restart is refused, never half read', () => {
    const stage = new ImportStage();
    expect(() => stage.add('one', 1, 'x')).toThrow(expect.objectContaining({ code: 'expired' }));
    stage.add('one', 0, 'x');
    expect(() => stage.add('one', 2, 'x')).toThrow(expect.objectContaining({ code: 'expired' }));
    expect(() => stage.add('two', 1, 'x')).toThrow(expect.objectContaining({ code: 'expired' }));
  });
});
