import type { DocumentId, Ticket } from '../model/ids';
import type { ArticleVerdict, PageInfo, PageState, PainterName, ScanMode, TextBlock } from '../model/page';

/** What may be done on this page, as the background says. */
export interface PageRules {
  readonly scan: 'auto' | 'always' | 'never' | 'on-click';
  readonly mode: ScanMode;
  readonly painter: PainterName;
  readonly listed: boolean;
}

/** What the page's layers ask of the background; the composition root connects it. Every call may reject. */
export interface Background {
  hello(request: { url: string }): Promise<PageRules>;
  findMentions(request: {
    documentId: DocumentId;
    page: PageInfo;
    blocks: TextBlock[];
    gone: number[];
    fresh: boolean;
  }): Promise<FoundMentions>;
  requestCard(request: MentionPlace & { documentId: DocumentId }): Promise<{ ticket: Ticket } | null>;
}

export type FoundMentions =
  | {
      readonly status: 'ok';
      readonly marks: readonly { readonly block: number; readonly marks: readonly number[] }[];
    }
  | { readonly status: 'resend' };

/** Where a mention stands, in the terms that the background knows. */
export interface MentionPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What the content script tells of its page. */
export interface PageDescription {
  readonly documentId: DocumentId;
  readonly page: PageInfo;
  readonly state: PageState;
  readonly verdict: ArticleVerdict | null;
  readonly markCount: number;
  /** Whether the reader has hidden the marks of this page for now. */
  readonly isVeiled: boolean;
}

/** Whether trying again later can help. */
export function isTransient(error: unknown): boolean {
  // Messaging's errors carry a code; "unavailable" is a background that is being replaced.
  return (error as { code?: unknown } | null)?.code === 'unavailable';
}
