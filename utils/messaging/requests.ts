import * as v from 'valibot';
import { BACKUP_SECTIONS } from '../backup/format';
import type { ArticleId, DocumentId, EntityId, Ticket, UnknownId } from '../model/ids';
import { KINDS } from '../model/kind';
import { DECISION_SCOPES } from '../model/mention';
import { EAGERNESSES, PAINTERS, SCAN_MODES } from '../model/page';
import { SITE_RULES } from '../model/settings';
import { ENTITY_REQUESTS } from './entity-requests';
import { NOTE_REQUESTS } from './note-requests';
import { alias, id, name, noteBody, nothing, text } from './fields';
import { LIBRARY_REQUESTS } from './library-requests';
import type { CardCalls, PageCalls, PanelCalls } from './protocol';
import { PACK_REQUESTS } from './pack-requests';
import { READING_REQUESTS } from './reading-requests';
import type { RequestSchemas } from './schemas';
import { SYNC_REQUESTS } from './sync-requests';

/** Most characters of page text in one message; a longer page sends several. */
export const MESSAGE_TEXT_MAX = 1_048_576;
/** Most blocks in one message. */
export const MESSAGE_BLOCKS_MAX = 20_000;
/** Longest pasted text that is looked through. */
export const PASTE_MAX = 500_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const url = text(8192);

const page = v.strictObject({
  url,
  title: text(2000),
  site: text(500),
  language: text(35),
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  section: text(500),
});
const blocks = v.pipe(
  v.array(v.strictObject({ id: count, text: v.string() })),
  v.maxLength(MESSAGE_BLOCKS_MAX),
  v.check(
    (list) => list.reduce((sum, block) => sum + block.text.length, 0) <= MESSAGE_TEXT_MAX,
    'more text than one message may hold',
  ),
);

export const PAGE_REQUESTS: RequestSchemas<PageCalls> = {
  hello: v.strictObject({ url }),
  findMentions: v.strictObject({
    documentId: id<DocumentId>(),
    page,
    blocks,
    gone: v.pipe(v.array(count), v.maxLength(MESSAGE_BLOCKS_MAX)),
    fresh: v.boolean(),
  }),
  requestCard: v.strictObject({ documentId: id<DocumentId>(), block: count, start: count, end: count }),
};

const session = { session: id<Ticket>() } as const;
const scope = v.picklist(DECISION_SCOPES);

export const CARD_REQUESTS: RequestSchemas<CardCalls> = {
  redeemTicket: v.strictObject({ ticket: id<Ticket>() }),
  rejectMention: v.strictObject({ ...session, scope }),
  undoReject: v.strictObject({ ...session, scope }),
  chooseRunnerUp: v.strictObject(session),
  undoChoice: v.strictObject(session),
  openEntity: v.strictObject(session),
  saveUnknown: v.strictObject(session),
  ignoreUnknown: v.strictObject({ ...session, ignored: v.boolean() }),
};

const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)));
const tab = { tabId: count } as const;
const importId = { importId: text(40) } as const;

/** A folded name, not an id of ours: words with spaces. */
const unknown = {
  unknownId: v.custom<UnknownId>(
    (value) => typeof value === 'string' && value.length > 0 && value.length <= 300,
  ),
} as const;

export const PANEL_REQUESTS: RequestSchemas<PanelCalls> = {
  ...LIBRARY_REQUESTS,
  ...SYNC_REQUESTS,
  getPage: v.strictObject(tab),
  searchEntities: v.strictObject({ query: text(200) }),
  getEntity: v.strictObject({ entityId: id<EntityId>(), day }),
  createEntity: v.strictObject({
    name,
    kind: v.picklist(KINDS),
    aliases: v.pipe(v.array(alias), v.maxLength(50)),
    summary: text(2000),
  }),
  proposeAliases: v.strictObject({ name, kind: v.picklist(KINDS) }),
  saveCapture: v.strictObject({
    name,
    kind: v.picklist(KINDS),
    aliases: v.pipe(v.array(alias), v.maxLength(50)),
    note: noteBody,
    passage: v.nullable(v.strictObject({ url, title: text(2000), sentence: text(2000) })),
  }),
  ...NOTE_REQUESTS,
  saveArticle: v.strictObject(tab),
  removeArticle: v.strictObject({ articleId: id<ArticleId>() }),
  setSiteRule: v.strictObject({ site: text(253), rule: v.nullable(v.picklist(SITE_RULES)) }),
  lightPage: v.strictObject(tab),
  toggleMarks: v.strictObject(tab),
  showMention: v.strictObject({ ...tab, entityId: id<EntityId>(), step: v.picklist([1, -1]) }),
  findInText: v.strictObject({ text: text(PASTE_MAX) }),
  getSettings: nothing,
  changeSettings: v.strictObject({
    changes: v.strictObject({
      mode: v.exactOptional(v.picklist(SCAN_MODES)),
      painter: v.exactOptional(v.picklist(PAINTERS)),
      eagerness: v.exactOptional(v.picklist(EAGERNESSES)),
      welcomed: v.exactOptional(v.boolean()),
    }),
  }),
  takeOpenRequest: nothing,
  getStatus: nothing,
  listUnknowns: nothing,
  saveUnknown: v.strictObject(unknown),
  aliasUnknown: v.strictObject({ ...unknown, entityId: id<EntityId>() }),
  ignoreUnknown: v.strictObject({ ...unknown, ignored: v.boolean() }),
  exportHead: nothing,
  exportLibrary: v.strictObject({ section: v.picklist(BACKUP_SECTIONS), offset: count }),
  stageImport: v.strictObject({ ...importId, index: count, text: text(MESSAGE_TEXT_MAX) }),
  previewImport: v.strictObject(importId),
  importLibrary: v.strictObject(importId),
  ...ENTITY_REQUESTS,
  ...PACK_REQUESTS,
  ...READING_REQUESTS,
};
