import * as v from 'valibot';
import type { EntityId, NoteId } from '../model/ids';
import { NOTE_SOURCES_MAX } from '../model/note';
import { TAG_MAX, TAGS_MAX } from '../model/tags';
import { id, noteBody, nothing, text } from './fields';
import type { NoteCalls } from './note-calls';
import type { RequestSchemas } from './schemas';

const note = { noteId: id<NoteId>() } as const;
const moment = v.pipe(v.number(), v.finite(), v.minValue(0));
const source = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(/^(?:https?:\/\/\S+)?$/iu)),
  title: text(300),
  publisher: text(200),
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  quote: text(2000),
});
/** A source that is still being typed: half an address is kept as it stands. */
const typedSource = v.strictObject({ ...source.entries, url: text(2000), published: v.nullable(text(10)) });
const edit = {
  entityId: id<EntityId>(),
  noteId: v.nullable(id<NoteId>()),
  body: noteBody,
  tags: v.exactOptional(v.pipe(v.array(text(TAG_MAX * 4)), v.maxLength(TAGS_MAX * 2))),
  opened: v.exactOptional(moment),
} as const;
const version = v.strictObject({ ...note, saved: moment });

export const NOTE_REQUESTS: RequestSchemas<NoteCalls> = {
  saveNote: v.strictObject({
    ...edit,
    sources: v.exactOptional(v.pipe(v.array(source), v.maxLength(NOTE_SOURCES_MAX))),
  }),
  deleteNote: v.strictObject(note),
  restoreNote: v.strictObject(note),
  saveDraft: v.strictObject({
    ...edit,
    sources: v.exactOptional(v.pipe(v.array(typedSource), v.maxLength(NOTE_SOURCES_MAX))),
  }),
  pinNote: v.strictObject({ ...note, pinned: v.boolean() }),
  listTags: nothing,
  listVersions: v.strictObject(note),
  compareVersion: version,
  restoreVersion: version,
};
