import type { PackStateRow } from '../db/database';
import type { PackId } from '../model/ids';
import type { PackChanges, PackSource, PackStep, WaitingRelease } from '../model/pack';
import { packTestSteps, type CheckReport } from '../packs/check';
import { diffSteps, isLargeStep, type PackDiff } from '../packs/diff';
import type { Pack } from '../packs/format';
import { linesOf } from '../packs/lines';
import { parsePack } from '../packs/parse';
import { problemLine, type PackProblem } from '../packs/problem';
import { packLines } from '../packs/write';
import { commit, type Library } from './library';
import type { Pace } from './pace';
import { dropParts, keepParts, partsOf } from './pack-parts';

/** Failures and warnings that are kept for the reader to look at. */
const SHOWN_MAX = 20;

/** What a job on a pack runs with. */
export interface PackJob {
  readonly pace: Pace;
  /** Told what it is at; `done` of `total`, both 0 when that is not known. */
  readonly report: (step: PackStep, done: number, total: number) => void;
}

/** Text of a pack as it arrives, and how long it is in all if that is known (0 otherwise). */
export interface PackText {
  readonly chunks: Iterable<string> | AsyncIterable<string>;
  readonly length: number;
}

/** What became of a release that was looked at. Only `ready` leaves anything behind. */
export type PreparedPack =
  | { readonly status: 'ready'; readonly packId: PackId; readonly waiting: WaitingRelease }
  | { readonly status: 'problems'; readonly problems: readonly PackProblem[] }
  /** The very same content is here. */
  | { readonly status: 'same'; readonly packId: PackId; readonly name: string; readonly version: number }
  /** A newer release is here. */
  | {
      readonly status: 'older';
      readonly name: string;
      readonly version: number;
      readonly installed: number;
    }
  /** A pack from elsewhere has this id. */
  | { readonly status: 'taken'; readonly name: string; readonly by: PackSource }
  /** Not what its address announced. */
  | { readonly status: 'wrong-content' }
  /** Not the pack that this address is subscribed for. */
  | { readonly status: 'other-pack'; readonly name: string };

/** What a release must be to come in through this door. */
export interface Expected {
  readonly source: PackSource;
  /** The pack that an address is subscribed for; null while anything sound is welcome. */
  readonly packId: PackId | null;
  /** Ids that only packs which come with the extension may have. */
  readonly reserved: readonly PackId[];
  /** SHA-256 of its lines in their one form that its address announced, in hexadecimal. */
  readonly contentHash?: string | null;
}

/**
 * Reads a release, runs its own sentences, compares it with the one that is here, and keeps it in waiting. What the reader
 * has now is untouched.
 *
 * @throws CallError as `change` does; Cancelled
 */
export async function preparePack(
  library: Library,
  text: PackText,
  expected: Expected,
  job: PackJob,
): Promise<PreparedPack> {
  const read = await readPack(text, job);
  if (!read.ok) return { status: 'problems', problems: read.problems };
  const { pack } = read;
  const { id, name, version } = pack.manifest;
  if (expected.packId !== null && id !== expected.packId) return { status: 'other-pack', name };
  const { database } = library;
  const row = await database.packs.get(id);
  if (expected.source.type !== 'bundled' && expected.reserved.includes(id))
    return { status: 'taken', name, by: { type: 'bundled' } };
  if (row !== undefined && !isSameSource(row.source, expected.source))
    return { status: 'taken', name: row.name, by: row.source };
  const state = await database.packStates.get(id);
  const installed = state?.release ?? null;
  if (installed !== null && version < installed.version)
    return { status: 'older', name, version, installed: installed.version };

  const lines = await joined(pack, job);
  const contentHash = hex(await library.digest(lines));
  if (typeof expected.contentHash === 'string' && expected.contentHash !== contentHash)
    return { status: 'wrong-content' };
  if (installed?.contentHash === contentHash) return { status: 'same', packId: id, name, version };

  job.report('testing', 0, 0);
  // What comes with the extension was tested before it was released, on every row that is installed here.
  const report =
    expected.source.type === 'bundled'
      ? { testCount: pack.tests.length, failures: [], held: [] }
      : await job.pace.run(packTestSteps(pack));
  const changes = await compare(library, state, pack, job);
  const generation = library.newId();
  job.report('keeping', 0, 0);
  await keepParts(library, id, generation, lines, job.pace);
  const waiting: WaitingRelease = {
    ...releaseOf(pack, report),
    generation,
    contentHash,
    name,
    description: pack.manifest.description,
    licence: pack.manifest.licence,
    authors: pack.manifest.authors,
    source: expected.source,
    warnings: read.warnings.slice(0, SHOWN_MAX).map((warning) => problemLine(warning)),
    changes,
    staged: library.now(),
  };
  await commit(library, ['packStates'], () =>
    database.packStates.put({
      ...(state ?? { id, release: null, isActive: false, installed: 0 }),
      waiting,
    }),
  );
  await dropParts(library, id, [installed?.generation ?? '', generation]);
  return { status: 'ready', packId: id, waiting };
}

/** Reads a pack in slices, telling how far it is. */
export async function readPack({ chunks, length }: PackText, { pace, report }: PackJob) {
  let done = 0;
  report('reading', 0, length);
  const slices = async function* (): AsyncGenerator<string, void, undefined> {
    for await (const chunk of pace.paced(chunks)) {
      for (let start = 0; start < chunk.length; start += SLICE_LENGTH) {
        yield chunk.slice(start, start + SLICE_LENGTH);
        done += Math.min(SLICE_LENGTH, chunk.length - start);
        report('reading', done, length);
        await pace.breathe();
      }
    }
  };
  return parsePack(linesOf(slices()));
}

/** Characters read before others may get a turn. */
const SLICE_LENGTH = 64 * 1024;

/** The release that is here, read again from its kept lines; null when they were not kept. */
export async function readKept(
  library: Library,
  pack: PackId,
  generation: string,
  job: PackJob,
): Promise<Pack | null> {
  if (generation === '') return null;
  const read = await readPack({ chunks: partsOf(library, pack, generation), length: 0 }, job);
  return read.ok ? read.pack : null;
}

async function compare(
  library: Library,
  state: PackStateRow | undefined,
  pack: Pack,
  job: PackJob,
): Promise<PackChanges | null> {
  if (state === undefined || state.release === null) return null;
  const before = await readKept(library, state.id, state.release.generation, job);
  job.report('comparing', 0, 0);
  if (before === null) return null;
  return counted(await job.pace.run(diffSteps(before, pack)));
}

function counted(diff: PackDiff): PackChanges {
  const { entitiesAdded, entitiesRemoved, entitiesChanged, share: _share, ...counts } = diff;
  return {
    entitiesAdded: entitiesAdded.length,
    entitiesRemoved: entitiesRemoved.length,
    entitiesChanged: entitiesChanged.length,
    ...counts,
    isLarge: isLargeStep(diff),
  };
}

function releaseOf(
  pack: Pack,
  report: CheckReport,
): Omit<
  WaitingRelease,
  | 'generation'
  | 'contentHash'
  | 'name'
  | 'description'
  | 'licence'
  | 'authors'
  | 'source'
  | 'warnings'
  | 'changes'
  | 'staged'
> {
  return {
    version: pack.manifest.version,
    updated: pack.manifest.updated,
    entityCount: pack.entities.length,
    nameCount: pack.entities.reduce((sum, entity) => sum + 1 + entity.aliases.length, 0),
    factCount: pack.entities.reduce((sum, entity) => sum + entity.facts.length, 0),
    testCount: report.testCount,
    failureCount: report.failures.length,
    failures: report.failures.slice(0, SHOWN_MAX).map(({ row, text, missing, extra }) => ({
      row,
      text,
      missing: missing.map((light) => light.text),
      extra: extra.map((light) => light.text),
    })),
    held: report.held,
  };
}

async function joined(pack: Pack, { pace }: PackJob): Promise<string> {
  const lines: string[] = [];
  for (const line of packLines(pack)) {
    lines.push(line);
    if (lines.length % 256 === 0) await pace.breathe();
  }
  return `${lines.join('\n')}\n`;
}

function isSameSource(one: PackSource, other: PackSource): boolean {
  return one.type === 'url' && other.type === 'url' ? one.url === other.url : one.type === other.type;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
