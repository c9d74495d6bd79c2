import { entitiesByPrefix, putEntity } from '../db/entities';
import { putNote } from '../db/notes';
import type { OpenRequest } from '../messaging/protocol';
import { CallError } from '../model/call-error';
import { nameOfSelection, type Passage, type SelectedText } from '../model/capture';
import { surfaceForms, type Alias } from '../model/entity';
import type { EntityId, NoteId } from '../model/ids';
import type { Kind } from '../model/kind';
import { NOTE_BYTES_MAX } from '../model/note';
import { proposeAliases as proposalsFor } from '../resolver/propose';
import type { NewEntity } from './edit-entities';
import { commit, type Library } from './library';
import { passageMarkdown, passageUrl } from './passage';
import { sentenceAround } from './save-article';

/** Rows looked through for a name that is known already. */
const KNOWN_MAX = 50;

/** Longest title kept, in UTF-16 code units. */
const TITLE_MAX = 300;

/** What a selection is to become: the note of a name that is known, or a new name. */
export async function openSelection(library: Library, selected: SelectedText): Promise<OpenRequest> {
  const { name, problem } = nameOfSelection(selected.text);
  const known = problem === null ? await knownEntity(library, name) : null;
  if (known !== null) return { type: 'entity', entityId: known, write: true };
  return {
    type: 'capture',
    capture: { name, problem, passage: problem === null ? passageOf(selected) : null },
  };
}

/** The entity that goes by this very name, in any case; its own name counts before other names. */
async function knownEntity(library: Library, name: string): Promise<EntityId | null> {
  const wanted = name.toLowerCase();
  const found = await entitiesByPrefix(library.database, name, KNOWN_MAX);
  const isNamed = found.find((entity) => entity.name.toLowerCase() === wanted);
  const isAlias = (): (typeof found)[number] | undefined =>
    found.find((entity) => surfaceForms(entity).some(({ text }) => text.toLowerCase() === wanted));
  return (isNamed ?? isAlias())?.id ?? null;
}

/** Null when the page has no address that could be gone back to. */
function passageOf({ text, before, after, page }: SelectedText): Passage | null {
  if (passageUrl(page.url, '') === null) return null;
  const start = before.replace(/\s+/gu, ' ').trimStart();
  const whole = `${start}${text}${after}`.replace(/\s+/gu, ' ');
  // With nothing around it, the selection is no sentence, and quoting it says nothing.
  const sentence = before + after === '' ? '' : sentenceAround(whole, start.length);
  return { url: page.url, title: page.title.slice(0, TITLE_MAX), sentence };
}

/** Other names that a new name may go by, best first; the reader takes off those that do not fit. */
export function proposeAliases(name: string, kind: Kind): Alias[] {
  return proposalsFor(name.normalize('NFC'), kind);
}

/** A captured name as the reader confirmed it. */
export interface CapturedEntity extends Omit<NewEntity, 'summary'> {
  /** The reader's own words, may be empty. */
  readonly note: string;
  readonly passage: Passage | null;
}

/**
 * Saves a new entity and its first note, both or neither. The note holds the reader's words and then the passage; with
 * neither there is no note. Resolves once it is durable.
 *
 * @throws CallError `too-large` when the note with its passage is over 16 KiB
 */
export async function saveCapture(library: Library, captured: CapturedEntity): Promise<EntityId> {
  const { name, kind, aliases, note, passage } = captured;
  const body = [note.trim(), passage === null ? '' : passageMarkdown(passage)]
    .filter((part) => part !== '')
    .join('\n\n');
  if (new TextEncoder().encode(body).length > NOTE_BYTES_MAX) {
    throw new CallError('too-large', `a note over ${NOTE_BYTES_MAX} bytes`);
  }
  const id = library.newId() as EntityId;
  const noteId = library.newId() as NoteId;
  const now = library.now();
  const { database } = library;
  await commit(
    library,
    ['entities', 'notes'],
    async () => {
      await putEntity(database, {
        id,
        name: name.normalize('NFC'),
        kind,
        aliases,
        summary: '',
        companions: [],
        context: [],
        links: [],
        pack: null,
      });
      if (body !== '')
        await putNote(database, { id: noteId, entityId: id, body, created: now, updated: now });
    },
    { names: true },
  );
  return id;
}
