import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { madePacks, TABLES, UPDATED } from '../../scripts/packs/build';
import { packText } from '../../scripts/packs/made/pack-lines';
import { packLines } from '../../scripts/packs/table';
import { runPackTests } from '../../utils/packs/check';
import { bundledPacks } from '../../utils/services/bundled-packs';
import { packContents } from '../../utils/packs/entities';
import { packOf, textOf } from './lines-of-file';

// Names are compiled anew for each pack: on a busy machine that takes longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = resolve(import.meta.dirname, '../../public/packs');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

const LISTED = await bundledPacks(async (name) => textOf(`public/packs/${name}`));

test('the list names every bundled pack, as the pack itself does', async () => {
  expect(LISTED.map(({ file }) => file).toSorted()).toEqual(FILES.toSorted());
  for (const { file, entities, isDefault, ...listed } of LISTED) {
    const pack = await packOf(`public/packs/${file}`);
    expect(pack.manifest).toMatchObject(listed);
    expect(pack.entities.length, `entities of ${file}`).toBe(entities);
    expect(isDefault).toBeTypeOf('boolean');
  }
});

test('all bundled packs together stay below 3 MB', () => {
  const sizeBytes = FILES.reduce((sum, name) => sum + statSync(resolve(FOLDER, name)).size, 0);
  expect(sizeBytes).toBeGreaterThan(0);
  expect(sizeBytes).toBeLessThan(3_000_000);
});

test('no entity is in two packs: neither its id nor its name', async () => {
  const packs = await Promise.all(FILES.map((name) => packOf(`public/packs/${name}`)));
  const names = packs.flatMap((pack) =>
    pack.entities.flatMap(({ id, name }) => [...new Set([`id ${id}`, `name ${name.toLowerCase()}`])]),
  );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice).toEqual([]);
});

test('the packs kept as tables are what their tables say', async () => {
  for (const [table, pack] of Object.entries(TABLES)) {
    const { lines, problems } = packLines(textOf(`scripts/packs/${table}`), UPDATED);
    expect(problems).toEqual([]);
    expect(textOf(`public/packs/${pack}`)).toBe(`${lines.join('\n')}\n`);
  }
});

test('no two packs share an id', async () => {
  const packs = await Promise.all(FILES.map((name) => packOf(`public/packs/${name}`)));
  expect(new Set(packs.map((pack) => pack.manifest.id)).size).toBe(packs.length);
});

test('packs that are made of data sets are what the script makes of them today', () => {
  for (const draft of madePacks())
    expect(textOf(`public/packs/${draft.file}`)).toBe(packText(draft, UPDATED));
});

describe.each(FILES)('%s', (file) => {
  test('passes its own tests, at least 30, and nothing is held back', async () => {
    const report = runPackTests(await packOf(`public/packs/${file}`));
    expect(report.failures).toEqual([]);
    expect(report.held).toEqual([]);
    expect(report.testCount).toBeGreaterThanOrEqual(30);
  });

  test('more than a quarter of its tests are traps: sentences that stay dark', async () => {
    const { tests } = await packOf(`public/packs/${file}`);
    expect(tests.filter(({ lights }) => lights.length === 0).length).toBeGreaterThan(tests.length / 4);
  });

  test('every fact and link has an https address', async () => {
    const { entities } = await packOf(`public/packs/${file}`);
    const addresses = entities.flatMap(({ facts, links }) => [
      ...facts.map((fact) => fact.source.url),
      ...links.map((link) => link.url),
    ]);
    expect(addresses.filter((url) => !url.startsWith('https://'))).toEqual([]);
  });

  test('ids of entities and facts are unique, every entity says what it is', async () => {
    const { entities, facts } = packContents(await packOf(`public/packs/${file}`));
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    expect(entities.filter(({ summary }) => summary === '').map(({ id }) => id)).toEqual([]);
  });

  test('no entity speaks for itself as its own companion', async () => {
    const { entities } = await packOf(`public/packs/${file}`);
    expect(entities.filter(({ id, companions }) => companions.includes(id))).toEqual([]);
  });

  test('weak aliases have something that can speak for them', async () => {
    const { entities } = await packOf(`public/packs/${file}`);
    const mute = entities.filter(
      ({ aliases, context, companions }) =>
        aliases.some(({ strength }) => strength === 'weak') && context.length + companions.length === 0,
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
  });
});
