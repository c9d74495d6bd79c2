import { expect, test } from 'vitest';
import type { EntityId, NoteId } from '@/utils/model/ids';
import { addDecision } from '@/utils/services/decide';
import { deleteEntity, restoreFromBin } from '@/utils/services/bin';
import { createEntity, editEntity } from '@/utils/services/edit-entities';
import { deleteFact, saveFact } from '@/utils/services/edit-facts';
import { deleteNote, pinNote, restoreNote, saveNote } from '@/utils/services/edit-notes';
import { CallError } from '@/utils/model/call-error';
import { MemoryRemote } from '@/utils/sync/remotes/memory';
import { Random } from '../../crdt/random';
import { join, type Profile, sharedRows, sync, testProfile } from './profile';

const WORDS = ['tide', 'runway', 'brief', 'convoy', 'envoy', 'treaty', 'base', 'patrol'];
const EDITS = 60;

/** What two readers do to their libraries, drawn at random over everything that the services offer. */
class Editors {
  readonly #random: Random;
  readonly #entities: EntityId[] = [];
  readonly #notes: { readonly entityId: EntityId; readonly noteId: NoteId }[] = [];
  readonly #bins: { readonly owner: Profile; readonly id: string }[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** One edit; that its object has gone from this profile meanwhile is no failure, as it is none for a reader. */
  async edit(profile: Profile): Promise<void> {
    try {
      await this.#random.pick([
        () => this.#newEntity(profile),
        () => this.#newNote(profile),
        () => this.#newNote(profile),
        () => this.#changeNote(profile),
        () => this.#changeNote(profile),
        () => this.#changeEntity(profile),
        () => this.#changeFact(profile),
        () => this.#hideNote(profile),
        () => this.#binEntity(profile),
        () => this.#fromBin(),
        () => this.#decide(profile),
      ])();
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
    }
  }

  #text(): string {
    return Array.from({ length: 1 + this.#random.below(6) }, () => this.#random.pick(WORDS)).join(' ');
  }

  async #newEntity(profile: Profile): Promise<void> {
    const aliases = [{ text: this.#text(), case: 'auto', strength: 'strong' }] as const;
    const name = `Operation ${this.#text()}`;
    this.#entities.push(await createEntity(profile, { name, kind: 'operation', aliases, summary: '' }));
  }

  #entity(): EntityId {
    if (this.#entities.length === 0) throw new CallError('not-found', 'none yet');
    return this.#random.pick(this.#entities);
  }

  #note(): { readonly entityId: EntityId; readonly noteId: NoteId } {
    if (this.#notes.length === 0) throw new CallError('not-found', 'none yet');
    return this.#random.pick(this.#notes);
  }

  async #newNote(profile: Profile): Promise<void> {
    const entityId = this.#entity();
    const tags = [this.#random.pick(WORDS)];
    const { id } = await saveNote(profile, { entityId, noteId: null, body: this.#text(), tags });
    this.#notes.push({ entityId, noteId: id });
  }

  async #changeNote(profile: Profile): Promise<void> {
    const note = this.#note();
    if (this.#random.chance(0.2)) await pinNote(profile, note.noteId, this.#random.chance(0.5));
    else await saveNote(profile, { ...note, body: this.#text(), tags: [this.#random.pick(WORDS)] });
  }

  async #changeEntity(profile: Profile): Promise<void> {
    await editEntity(profile, {
      entityId: this.#entity(),
      name: this.#text(),
      kind: this.#random.pick(['operation', 'event']),
      aliases: [{ text: this.#text(), case: 'exact', strength: 'weak' }],
      summary: this.#text(),
    });
  }

  async #changeFact(profile: Profile): Promise<void> {
    const source = { title: this.#text(), url: 'https://example.org/' };
    const entityId = this.#entity();
    const fact = {
      entityId,
      factId: null,
      slot: 'head',
      value: this.#text(),
      from: '2020',
      to: null,
      source,
    };
    const { id } = await saveFact(profile, fact);
    if (this.#random.chance(0.3)) await deleteFact(profile, id);
  }

  async #hideNote(profile: Profile): Promise<void> {
    const { noteId } = this.#note();
    await (this.#random.chance(0.7) ? deleteNote : restoreNote)(profile, noteId);
  }

  async #binEntity(profile: Profile): Promise<void> {
    this.#bins.push({ owner: profile, id: await deleteEntity(profile, this.#entity()) });
  }

  async #fromBin(): Promise<void> {
    const bin = this.#bins.pop();
    if (bin !== undefined) await restoreFromBin(bin.owner, bin.id);
  }

  async #decide(profile: Profile): Promise<void> {
    await addDecision(profile, {
      entityId: this.#entity(),
      surface: this.#random.pick(WORDS),
      verdict: 'not-this',
      scope: 'everywhere',
      where: '',
    });
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever two readers do, their libraries are one in the end (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    const [ann, ben] = [testProfile(), testProfile()];
    const remote = new MemoryRemote();
    await join(ann);
    await join(ben);
    const editors = new Editors(random);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const profile = random.pick([ann, ben]);
      await editors.edit(profile);
      if (random.chance(0.15)) await sync(profile, remote);
      if (random.chance(0.05)) profile.restart();
    }
    for (const profile of [ann, ben, ann, ben, ann]) await sync(profile, remote);
    const rows = await sharedRows(ann);
    expect(await sharedRows(ben)).toEqual(rows);
    expect(Object.values(rows).flat().length).toBeGreaterThan(10);
    // At rest: a further round says nothing more.
    expect(await ann.database.ops.count()).toBe(0);
    const before = (await remote.list(new AbortController().signal)).length;
    await sync(ben, remote);
    await sync(ann, remote);
    expect((await remote.list(new AbortController().signal)).length).toBe(before);
    for (const { database } of [ann, ben]) await database.delete();
  },
);
