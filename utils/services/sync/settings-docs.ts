import { deleting, setting } from '../../crdt/author';
import { type Doc, EMPTY_DOC, fieldOf, isVisible } from '../../crdt/doc';
import { docFromJson } from '../../crdt/doc-json';
import type { DocId, OpDraft } from '../../crdt/op';
import { appendOps } from '../../db/documents/journal';
import { canonical } from '../../db/documents/canonical';
import { EAGERNESSES, PAINTERS, SCAN_MODES } from '../../model/page';
import { SITE_RULES, type Settings } from '../../model/settings';
import { readState, writeState } from './state';
import type { SyncWorld } from './world';

/** Preferences that travel, with what they may be: how things look and which pages are read. The others are one profile's own. */
const SHARED = { mode: SCAN_MODES, painter: PAINTERS, eagerness: EAGERNESSES } as const;

const SETTING = 'setting:';
const SITE = 'site:';

/** Settings and site rules as flat values by document; null where there is none. */
type Flat = Readonly<Record<string, string | null>>;

/**
 * Brings the settings here and those of the vault in line: what the reader changed here since the last time is said, and
 * then what is said counts. Storage of settings and database have no common transaction; each step may be repeated after
 * a kill and says or changes nothing twice.
 *
 * The first time, call it after a round: then what is said in the vault counts.
 *
 * @returns whether settings changed here
 */
export async function alignSettings(world: SyncWorld): Promise<boolean> {
  const { database } = world.library;
  const settings = await world.readSettings();
  const session = await world.session();
  const here = flat(settings);
  const wanted = await database.transaction('rw', ['docs', 'ops', 'sync'], async () => {
    const known = await readState(database, 'settings');
    const base = known ?? {};
    const docs = await settingDocs(world);
    const drafts = Object.keys({ ...here, ...base }).flatMap((id): OpDraft[] => {
      const value = here[id] ?? null;
      const doc = docs.get(id) ?? EMPTY_DOC;
      // Who joins a vault takes its settings, and adds what it has none for.
      if (known === null && doc !== EMPTY_DOC) return [];
      if (canonical(base[id] ?? null) === canonical(value) || saidBy(doc) === value) return [];
      return [value === null ? deleting(id as DocId, doc) : setting(id as DocId, 'value', value)];
    });
    if (drafts.length > 0) {
      const changed = await appendOps(database, session, drafts, session.now);
      for (const [id, doc] of changed) docs.set(id, doc);
    }
    return Object.fromEntries([...docs].map(([id, doc]) => [id, saidBy(doc)]));
  });
  const next = applied(settings, wanted);
  const isChanged = canonical(flat(next)) !== canonical(here);
  const { mode, painter, eagerness, sites } = next;
  if (isChanged) await world.writeSettings({ mode, painter, eagerness, sites });
  await writeState(database, { settings: flat(next) });
  return isChanged;
}

function flat(settings: Settings): Flat {
  const values = Object.keys(SHARED).map((name) => [SETTING + name, settings[name as keyof typeof SHARED]]);
  const rules = Object.entries(settings.sites).map(([site, rule]) => [SITE + site, rule]);
  return Object.fromEntries([...values, ...rules]) as Flat;
}

async function settingDocs({ library }: SyncWorld): Promise<Map<string, Doc>> {
  const { docs } = library.database;
  const rows = await docs.where('id').startsWithAnyOf([SETTING, SITE]).toArray();
  return new Map(rows.map(({ id, json }) => [id, docFromJson(json)]));
}

function saidBy(doc: Doc): string | null {
  const value = isVisible(doc) ? fieldOf(doc, 'value') : null;
  return typeof value === 'string' ? value : null;
}

/** Values that this version does not know stay in the vault and change nothing here. */
function applied(settings: Settings, said: Flat): Settings {
  const shared = Object.entries(SHARED).flatMap(([name, allowed]) => {
    const value = (allowed as readonly string[]).find((candidate) => candidate === said[SETTING + name]);
    return value === undefined ? [] : [[name, value]];
  });
  const sites = { ...settings.sites };
  for (const [id, value] of Object.entries(said)) {
    if (!id.startsWith(SITE)) continue;
    const site = id.slice(SITE.length);
    const rule = SITE_RULES.find((candidate) => candidate === value);
    if (rule !== undefined) sites[site] = rule;
    else if (value === null) delete sites[site];
  }
  return { ...settings, ...(Object.fromEntries(shared) as Partial<Settings>), sites };
}
