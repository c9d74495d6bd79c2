import * as v from 'valibot';
import type { ArticleId, EntityId, FactId, NoteId, PackId, UnknownId } from '../model/ids';
import { FORMS } from '../model/form-draft';
import { KINDS } from '../model/kind';
import { DECISION_SCOPES } from '../model/mention';
import { NOTE_BYTES_MAX } from '../model/note';
import { EAGERNESSES, PAINTERS, SCAN_MODES } from '../model/page';
import { SITE_RULES } from '../model/settings';
import { UNKNOWN_SIGHTINGS_MAX } from '../model/unknown';
import { BACKUP_FORMAT, BACKUP_VERSION } from './format';

/**
 * The shape of a file of version 2; one of version 1 lacks some sections. Objects are strict: an unknown key means another version or a hand that slipped, and
 * would be lost without a word.
 */

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const moment = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)));
const coarseDay = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)));
const id = <Id extends string>() =>
  v.custom<Id>((value) => typeof value === 'string' && /^[\w/.:-]{1,200}$/.test(value));
/** Of the reader's own: an id with a slash is a pack's. */
const ownId = v.custom<EntityId>((value) => typeof value === 'string' && /^[\w.:-]{1,200}$/.test(value));
const unknownId = v.custom<UnknownId>(
  (value) => typeof value === 'string' && value.length > 0 && value.length <= 300,
);

const alias = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  case: v.picklist(['auto', 'exact', 'fold']),
  strength: v.picklist(['strong', 'weak', 'off']),
});
const aliases = v.pipe(v.array(alias), v.maxLength(1000));
/** A reader's value for a field of a pack's entity, and what the pack said when it was written. */
const correction = <Value extends v.GenericSchema>(value: Value) =>
  v.strictObject({ mine: value, base: value });
const body = v.pipe(v.string(), v.maxBytes(NOTE_BYTES_MAX));

const noteSource = v.strictObject({
  url: text(8192),
  title: text(2000),
  publisher: text(500),
  // Half a date in a draft is kept as it stands.
  published: v.nullable(text(10)),
  quote: text(10_000),
});

const sections = {
  entities: v.array(
    v.strictObject({
      id: ownId,
      kind: v.picklist(KINDS),
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
      aliases,
      summary: text(10_000),
      companions: v.array(id<EntityId>()),
      context: v.array(text(500)),
      links: v.array(
        v.strictObject({ title: text(2000), url: text(8192), publisher: text(500), published: day }),
      ),
    }),
  ),
  overlays: v.array(
    v.strictObject({
      entityId: id<EntityId>(),
      aliases,
      fields: v.exactOptional(
        v.strictObject({
          name: v.exactOptional(correction(v.pipe(v.string(), v.minLength(1), v.maxLength(500)))),
          summary: v.exactOptional(correction(text(10_000))),
          kind: v.exactOptional(correction(v.picklist(KINDS))),
        }),
      ),
    }),
  ),
  notes: v.array(
    v.strictObject({
      id: id<NoteId>(),
      entityId: id<EntityId>(),
      body,
      created: moment,
      updated: moment,
      deleted: moment,
      tags: v.exactOptional(v.array(text(200))),
      sources: v.exactOptional(v.array(noteSource)),
      pinned: v.exactOptional(v.boolean()),
    }),
  ),
  drafts: v.array(
    v.strictObject({
      entityId: id<EntityId>(),
      noteId: v.nullable(id<NoteId>()),
      // A draft may be longer than a note may be.
      body: text(200_000),
      updated: moment,
      tags: v.exactOptional(v.array(text(200))),
      sources: v.exactOptional(v.array(noteSource)),
      opened: v.exactOptional(moment),
    }),
  ),
  facts: v.array(
    v.strictObject({
      id: id<FactId>(),
      entityId: id<EntityId>(),
      slot: text(500),
      value: text(10_000),
      from: coarseDay,
      to: coarseDay,
      source: v.strictObject({ title: text(2000), url: text(8192) }),
    }),
  ),
  articles: v.array(
    v.strictObject({
      id: id<ArticleId>(),
      url: text(8192),
      title: text(2000),
      site: text(500),
      published: day,
      saved: moment,
    }),
  ),
  sightings: v.array(
    v.strictObject({ articleId: id<ArticleId>(), entityId: id<EntityId>(), count, sentence: v.string() }),
  ),
  decisions: v.array(
    v.strictObject({
      entityId: id<EntityId>(),
      surface: text(2000),
      verdict: v.picklist(['not-this', 'always-this']),
      scope: v.picklist(DECISION_SCOPES),
      where: text(8192),
      made: moment,
    }),
  ),
  unknowns: v.array(
    v.strictObject({
      id: unknownId,
      name: text(500),
      spellings: v.array(text(500)),
      articleCount: count,
      sightings: v.pipe(
        v.array(
          v.strictObject({
            url: text(8192),
            title: text(2000),
            site: text(500),
            published: day,
            sentence: v.string(),
            met: moment,
          }),
        ),
        v.maxLength(UNKNOWN_SIGHTINGS_MAX),
      ),
      lastMet: moment,
      ignored: v.boolean(),
    }),
  ),
};

const versions = v.array(v.strictObject({ noteId: id<NoteId>(), saved: moment, body }));
const binned = {
  entities: v.exactOptional(sections.entities),
  notes: v.exactOptional(sections.notes),
  drafts: v.exactOptional(sections.drafts),
  facts: v.exactOptional(sections.facts),
  sightings: v.exactOptional(sections.sightings),
  decisions: v.exactOptional(sections.decisions),
  versions: v.exactOptional(versions),
};

export const backupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  exported: moment,
  settings: v.strictObject({
    mode: v.picklist(SCAN_MODES),
    painter: v.picklist(PAINTERS),
    eagerness: v.picklist(EAGERNESSES),
    sites: v.record(text(253), v.picklist(SITE_RULES)),
    welcomed: v.boolean(),
  }),
  packs: v.array(v.strictObject({ id: id<PackId>(), name: text(500), version: count })),
  ...sections,
  versions,
  bin: v.array(
    v.strictObject({ id: text(200), deleted: moment, title: text(10_600), rows: v.strictObject(binned) }),
  ),
  formDrafts: v.array(
    v.strictObject({
      form: v.picklist(FORMS),
      about: text(300),
      fields: v.record(text(40), text(200_000)),
      updated: moment,
    }),
  ),
});
