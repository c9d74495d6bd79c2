import type { NoteCalls } from './note-calls';
import type { EntityCalls } from './entity-calls';
import type { BackupHead, BackupProblem, BackupSection, ImportCounts } from '../backup/format';
import type { Article, RelatedArticle } from '../model/article';
import type { Capture, Passage, SelectedText } from '../model/capture';
import type { Alias, Entity } from '../model/entity';
import type { FactLine } from '../model/fact';
import type { ArticleId, DocumentId, EntityId, Ticket, UnknownId } from '../model/ids';
import type { Kind } from '../model/kind';
import type { DecisionScope, Reason } from '../model/mention';
import type { Draft, Note } from '../model/note';
import type { ArticleVerdict, PageInfo, PageState, PainterName, ScanMode, TextBlock } from '../model/page';
import type { LastMet } from '../model/reading';
import type { Settings, SiteRule } from '../model/settings';
import type { PackCalls } from './pack-calls';
import type { Unknown, UnknownSighting } from '../model/unknown';
import type { LibraryCalls } from './library-calls';
import type { SyncCalls } from './sync-calls';
import type { ReadingCalls } from './reading-calls';

/**
 * Every message that crosses a context of the extension, in one place.
 *
 * Calls are answered; events are not. There are three doors to the background, each with its own rights, and the sender
 * decides which door a message may use before anybody looks at what it says (`server.ts`).
 *
 * Arguments and results must survive `JSON.stringify`, since Chrome serializes messages as JSON: no `Map`, `Date`,
 * typed array, or `undefined` in arrays.
 */

/** Calls open to the content script of any page. Treat their arguments as hostile; answer no name, id or note. */
export type PageCalls = {
  /** Says that a page loads, which wakes the background meanwhile, and asks what may be done there. */
  hello(request: { url: string }): PagePolicy;
  /**
   * Finds known names in blocks of one document. Blocks that were sent before are replaced by id; the answer holds
   * every block of the document whose marks differ from what was answered before.
   */
  findMentions(request: {
    documentId: DocumentId;
    page: PageInfo;
    blocks: TextBlock[];
    /** Ids of blocks that left the page. */
    gone: number[];
    /** Whether `blocks` is the first message of this document: all that was known of it is dropped. */
    fresh: boolean;
  }): FindMentionsReply;
  /** Asks for the right to show one mention's card in this tab. Null when the entity is gone. */
  requestCard(request: { documentId: DocumentId; block: number; start: number; end: number }): {
    ticket: Ticket;
  } | null;
};

/** Calls open to the card page, which proves its right with a ticket. A ticket opens one card once. */
export type CardCalls = {
  /** Exchanges a one-time ticket for the card's data and a session that its buttons use. */
  redeemTicket(request: { ticket: Ticket }): { session: Ticket; card: CardView | UnknownCardView };
  /** "Not this": this surface is not that entity, here, on this site, or everywhere. Answers how to take it back. */
  rejectMention(request: { session: Ticket; scope: DecisionScope }): void;
  undoReject(request: { session: Ticket; scope: DecisionScope }): void;
  /** "Use this": on this page, the surface is always the runner-up. */
  chooseRunnerUp(request: { session: Ticket }): void;
  undoChoice(request: { session: Ticket }): void;
  /**
   * Opens the card's name in the popup, or in a tab where the browser does not let us open the popup. An unknown name
   * opens where the reader says whose other name it is.
   */
  openEntity(request: { session: Ticket }): void;
  /** Saves the unknown name that the card shows. */
  saveUnknown(request: { session: Ticket }): void;
  /** Hears no more of the unknown name that the card shows, or (false) hears of it again. */
  ignoreUnknown(request: { session: Ticket; ignored: boolean }): void;
};

/** Calls open to the extension's own pages only: popup, side panel, options, welcome. */
export type PanelCalls = OwnPanelCalls &
  LibraryCalls &
  EntityCalls &
  NoteCalls &
  PackCalls &
  SyncCalls &
  ReadingCalls;

type OwnPanelCalls = {
  /** What the popup shows of a tab. */
  getPage(request: { tabId: number }): PageView;
  /** Entities that match what was typed: by name, alias, summary; best first, at most 50. */
  searchEntities(request: { query: string }): EntityRow[];
  /** Everything about one entity; null when it is gone. `day` is the article's, for facts as of then. */
  getEntity(request: { entityId: EntityId; day: string | null }): EntityView | null;
  /** Saves a new entity of the reader's own; resolves once it is durable. */
  createEntity(request: { name: string; kind: Kind; aliases: Alias[]; summary: string }): EntityId;
  /** Other names that a new name may go by, best first. */
  proposeAliases(request: { name: string; kind: Kind }): Alias[];
  /** Saves a name with its first note and the passage it was read in, all or nothing. */
  saveCapture(request: {
    name: string;
    kind: Kind;
    aliases: Alias[];
    note: string;
    passage: Passage | null;
  }): EntityId;
  /** Saves the article in a tab with the entities that occur in it. */
  saveArticle(request: { tabId: number }): Article;
  removeArticle(request: { articleId: ArticleId }): void;
  /** Sets or (with null) clears a site's rule; open tabs follow at once. */
  setSiteRule(request: { site: string; rule: SiteRule | null }): void;
  /** Hides the marks of the page in a tab until it is left, or shows them again. Answers whether they are hidden now. */
  toggleMarks(request: { tabId: number }): boolean;
  /** Lights up one page that the rules leave dark, until it is left. */
  lightPage(request: { tabId: number }): void;
  /** Scrolls to one mention of an entity on the page and flashes it; `step` counts from the one shown last. */
  showMention(request: {
    tabId: number;
    entityId: EntityId;
    step: 1 | -1;
  }): { index: number; count: number } | null;
  /** Finds known names in a pasted text: what is left where the browser lets no extension read a page. */
  findInText(request: { text: string }): EntityRow[];
  getSettings(request: Record<string, never>): Settings;
  changeSettings(request: {
    changes: Partial<Pick<Settings, 'mode' | 'painter' | 'eagerness' | 'welcomed'>>;
  }): Settings;
  /** What a card asked to open, once; null when none did. */
  takeOpenRequest(request: Record<string, never>): OpenRequest | null;
  getStatus(request: Record<string, never>): LibraryStatus;
  /** Names of operations that nobody has saved, the most recently met first. */
  listUnknowns(request: Record<string, never>): Unknown[];
  /** Makes an unknown name an entity of the reader's own, with every spelling met. */
  saveUnknown(request: { unknownId: UnknownId }): EntityId;
  /** Makes an unknown name another name of a known entity. */
  aliasUnknown(request: { unknownId: UnknownId; entityId: EntityId }): void;
  /** Hears no more of an unknown name, or (false) hears of it again. */
  ignoreUnknown(request: { unknownId: UnknownId; ignored: boolean }): void;
  /** What stands once in an exported file, and the revision that its parts must have. */
  exportHead(request: Record<string, never>): BackupHead & { readonly revision: number };
  /** The next rows of one section of the library, from `offset` rows on: a message never holds all of it. */
  exportLibrary(request: { section: BackupSection; offset: number }): LibraryPart;
  /** Takes the parts of a file that is to be imported, in order from 0. Nothing is written. */
  stageImport(request: { importId: string; index: number; text: string }): void;
  /** What the staged file would bring. Nothing is written. */
  previewImport(request: { importId: string }): ImportReply;
  /** Merges the staged file into the library: all of it or, when it fails, nothing. */
  importLibrary(request: { importId: string }): ImportReply;
};

/** Calls that the background makes to the content script of a tab. */
export type TabCalls = {
  describePage(request: Record<string, never>): PageReport;
  /** The page's text again, for a background that was restarted. Empty when the page is dark. */
  readBlocks(request: Record<string, never>): TextBlock[];
  /** Reads the page again under the policy given: after a change of names, settings or site rules. */
  rescan(request: { policy: PagePolicy }): void;
  /** Scrolls to the mention and flashes it. False when its text is not there any more. */
  showMention(request: { block: number; start: number; end: number }): boolean;
  /** Scrolls to the next or previous mention of any name and flashes it. False when the page has none. */
  stepMention(request: { step: 1 | -1 }): boolean;
  /** Opens the card of the mention in front with the focus in it. False when there is none. */
  openCard(request: Record<string, never>): boolean;
  /** What is selected on the page; null when nothing is. */
  readSelection(request: Record<string, never>): SelectedText | null;
  /** Hides the marks of the page until it is left, or shows them again. Answers whether they are hidden now. */
  toggleMarks(request: Record<string, never>): boolean;
};

/** Events that the background sends to every open panel and card. */
export type BackgroundEvents = {
  /** Something in the library changed; panels read again what they show. The revision is the truth, the event a hint. */
  libraryChanged: { revision: number };
};

/** What the content script may do on a page. Carries no name and no note. */
export interface PagePolicy {
  /** `auto`: the article detector decides. */
  readonly scan: 'auto' | 'always' | 'never' | 'on-click';
  readonly mode: ScanMode;
  readonly painter: PainterName;
  /** Whether the site stands on the reader's own list of sites. */
  readonly listed: boolean;
}

export type FindMentionsReply =
  | { readonly status: 'ok'; readonly marks: readonly BlockMarks[] }
  /** The background was restarted and knows nothing of this document: send every block, `fresh`. */
  | { readonly status: 'resend' };

/** All marks of one block, replacing what was answered for it before. */
export interface BlockMarks {
  readonly block: number;
  /** Four numbers a mark, ascending: start, end, index of the kind in `KINDS`, and a sum of flags (`mark-flags.ts`). */
  readonly marks: readonly number[];
}

/** What the content script tells of its page. */
export interface PageReport {
  readonly documentId: DocumentId;
  readonly page: PageInfo;
  readonly state: PageState;
  readonly verdict: ArticleVerdict | null;
  readonly markCount: number;
  /** Whether the reader has hidden the marks of this page for now. */
  readonly isVeiled: boolean;
}

/** An entity in a list. */
export interface EntityRow {
  readonly entityId: EntityId;
  readonly name: string;
  readonly kind: Kind;
  /** Half a line that tells it from its namesakes. */
  readonly summary: string;
  readonly hasNote: boolean;
}

/** An entity in the list of a page's names. */
export interface PageEntityRow extends EntityRow {
  readonly count: number;
  /** Facts of it that are not what they were on the article's day. */
  readonly changedFacts: number;
}

export interface PageView {
  /** Null when the browser does not tell the address. */
  readonly site: string | null;
  readonly page: PageInfo | null;
  readonly state: PageState;
  readonly verdict: ArticleVerdict | null;
  /** Whether the reader has hidden the marks of this page for now. */
  readonly isVeiled: boolean;
  readonly siteRule: SiteRule | null;
  /** In order of first appearance. */
  readonly entities: readonly PageEntityRow[];
  /** Names that occur too often on this page and went quiet. */
  readonly muted: readonly { readonly name: string; readonly count: number }[];
  /** Operations on it that nobody has saved, in order of first appearance. */
  readonly unknowns: readonly UnknownId[];
  readonly savedArticle: ArticleId | null;
  readonly related: readonly RelatedArticle[];
}

export interface EntityView {
  readonly entity: Entity;
  readonly packName: string | null;
  readonly facts: readonly FactLine[];
  /** Newest first. */
  readonly notes: readonly Note[];
  readonly draft: Draft | null;
  readonly related: readonly RelatedArticle[];
}

/** What a card or a selection asks the next panel to show. */
export type OpenRequest =
  | {
      readonly type: 'entity';
      readonly entityId: EntityId;
      /** Whether the cursor goes into the note. */
      readonly write?: boolean;
    }
  | { readonly type: 'capture'; readonly capture: Capture }
  | { readonly type: 'unknown'; readonly unknownId: UnknownId; readonly name: string };

/** What the hover card shows of an operation that nobody has saved. */
export interface UnknownCardView {
  readonly type: 'unknown';
  readonly name: string;
  readonly surface: string;
  /** The word that gave it away, as written. */
  readonly trigger: string;
  /** The sentence it stands in. */
  readonly sentence: string;
  /** Articles it was met in, this one included. */
  readonly articleCount: number;
  /** The latest other articles, newest first, at most two. */
  readonly sightings: readonly UnknownSighting[];
}

/** What the hover card shows. */
export interface CardView {
  readonly type: 'entity';
  readonly name: string;
  readonly kind: Kind;
  readonly packName: string | null;
  readonly summary: string;
  readonly facts: readonly FactLine[];
  /** The article's day, or null when unknown. */
  readonly day: string | null;
  readonly latestNote: Note | null;
  readonly related: readonly RelatedArticle[];
  /** When the name was met before; null when it was not, or when nothing of that is kept. */
  readonly lastMet: LastMet | null;
  readonly surface: string;
  readonly reasons: readonly CardReason[];
  /** The other entity that the surface could be. */
  readonly runnerUp: { readonly name: string; readonly kind: Kind; readonly summary: string } | null;
  readonly site: string;
}

/** A reason with its block turned into a paragraph number, counted from 1 in reading order. */
export type CardReason = Reason extends infer R
  ? R extends { readonly block: number }
    ? Omit<R, 'block'> & { readonly paragraph: number }
    : R
  : never;

/** A stretch of one section, in the order of ids. */
export interface LibraryPart {
  readonly revision: number;
  readonly rows: readonly unknown[];
  /** Offset of the next part, or null after the last. */
  readonly next: number | null;
}

export type ImportReply =
  | {
      readonly status: 'ok';
      readonly counts: ImportCounts;
      /** When the file was written, in milliseconds since 1970. */
      readonly exported: number;
    }
  | (BackupProblem & { readonly status: 'problem' });

export interface LibraryStatus {
  readonly revision: number;
  readonly entityCount: number;
  readonly noteCount: number;
  /** False while another, newer version of the extension owns the data. */
  readonly writable: boolean;
}
