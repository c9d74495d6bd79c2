import { type Author, writeOps } from '../../crdt/author';
import { bodyOf } from '../../crdt/body';
import { applyOp, type Doc, EMPTY_DOC, isVisible } from '../../crdt/doc';
import { docFromJson, docToJson } from '../../crdt/doc-json';
import type { DocId, Op, OpDraft } from '../../crdt/op';
import { opToJson } from '../../crdt/op-json';
import type { EpochId } from '../../crdt/stamp';
import { joinVectors, type Vector } from '../../crdt/vector';
import type { DocRow, LibraryDatabase } from '../database';

/** The browser session that operations are numbered in. */
export interface SyncSession {
  /** Random; another one after every start of the browser. */
  readonly id: string;
  readonly newEpoch: () => EpochId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Where this profile stands in its numbering, and the session that the epoch belongs to. */
interface AuthorState {
  readonly session: string;
  readonly author: Author;
}

/** What sync remembers as a whole; as in `SyncMeta`, whose ids are branded. */
export interface CoreState {
  readonly profile: string;
  readonly vector: Vector;
  readonly published: Vector;
  readonly readers: ReadonlyMap<string, { readonly seen: Vector; readonly ms: number }>;
  readonly owners: ReadonlyMap<EpochId, string>;
  readonly snapshotCount: number;
  readonly hasNews: boolean;
}

/** Whether this library takes part in a vault: without that nothing is recorded. Inside a transaction with `sync`. */
export async function isRecording(database: LibraryDatabase): Promise<boolean> {
  return (await database.sync.get('author')) !== undefined;
}

export async function readAuthor(database: LibraryDatabase): Promise<AuthorState | null> {
  return ((await database.sync.get('author'))?.value as AuthorState | undefined) ?? null;
}

export async function readCore(database: LibraryDatabase): Promise<CoreState | null> {
  return ((await database.sync.get('core'))?.value as CoreState | undefined) ?? null;
}

/** Documents by id, without those that do not exist. Inside a transaction with `docs`, or on its own. */
export async function readDocs(database: LibraryDatabase, ids: readonly DocId[]): Promise<Map<DocId, Doc>> {
  const rows = await database.docs.bulkGet([...ids]);
  return new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.id as DocId, docFromJson(row.json)] as const])),
  );
}

/** Writes documents, and keeps the list of texts that were put together from edits apart. With `docs` and `sync`. */
export async function writeDocs(database: LibraryDatabase, docs: ReadonlyMap<DocId, Doc>): Promise<void> {
  const rows = [...docs].map(([id, doc]): DocRow => ({
    id,
    json: docToJson(doc),
    visible: isVisible(doc) ? 1 : 0,
  }));
  await database.docs.bulkPut(rows);
  const texts = [...docs].filter(([, doc]) => doc.versions.size > 0);
  const [split, whole] = [[] as string[], [] as string[]];
  for (const [id, doc] of texts) (isSplit(doc) ? split : whole).push(`${CONFLICT}${id}`);
  if (split.length > 0) await database.sync.bulkPut(split.map((name) => ({ name, value: true })));
  await database.sync.bulkDelete(whole);
}

/** Names of the rows in `sync` that list texts with several heads, before the document's id. */
export const CONFLICT = 'conflict:';

/**
 * Numbers, stamps and applies operations of this profile, and keeps them until they are published. Inside a transaction
 * with `docs`, `ops` and `sync`.
 *
 * @param msOf the wall clock that an operation is stamped by
 * @returns the documents that they changed
 * @throws Error when this library takes part in no vault
 */
export async function appendOps(
  database: LibraryDatabase,
  session: Pick<SyncSession, 'id' | 'newEpoch'>,
  drafts: readonly OpDraft[],
  msOf: (draft: OpDraft) => number,
): Promise<Map<DocId, Doc>> {
  const [state, core] = [await readAuthor(database), await readCore(database)];
  if (state === null || core === null) throw new Error('no vault to write for');
  // An epoch never outlives its browser session: a restored or copied database must not number anew what has a number.
  const begun: Author =
    state.session === session.id ? state.author : { ...state.author, epoch: session.newEpoch(), n: 0 };
  const ops: Op[] = [];
  let author = begun;
  for (const draft of drafts) {
    const written = writeOps(author, [draft], msOf(draft));
    ops.push(...written.ops);
    ({ author } = written);
  }
  const about = ops.filter(({ change }) => change.kind !== 'ack');
  const docs = await readDocs(database, [...new Set(about.map(({ doc }) => doc))]);
  for (const op of about) docs.set(op.doc, applyOp(docs.get(op.doc) ?? EMPTY_DOC, op));
  if (docs.size > 0) await writeDocs(database, docs);
  await database.ops.bulkPut(ops.map(opRow));
  await database.sync.bulkPut([
    { name: 'author', value: { session: session.id, author } satisfies AuthorState },
    {
      name: 'core',
      value: { ...core, vector: joinVectors(core.vector, { [author.epoch]: author.n }) } satisfies CoreState,
    },
  ]);
  return docs;
}

function opRow(op: Op): { readonly epoch: EpochId; readonly n: number; readonly json: unknown } {
  // The number's epoch is the key; the rest as it is sent, with the document's name.
  return { epoch: op.at.epoch, n: op.n, json: opToJson(op) };
}

function isSplit(doc: Doc): boolean {
  const body = isVisible(doc) ? bodyOf(doc) : null;
  return body !== null && body.origin !== 'single';
}
