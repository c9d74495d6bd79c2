import type { CardView, UnknownCardView } from '../messaging/protocol';
import { CallError } from '../model/call-error';
import type { Decision } from '../model/decision';
import type { EntityId, Ticket, UnknownId } from '../model/ids';
import type { DecisionScope } from '../model/mention';
import type { PageInfo } from '../model/page';

/** A small store that outlives a worker but not the browser session, closed to content scripts. */
export interface SessionStore {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  readonly keys: () => Promise<string[]>;
}

/** How long a ticket waits for its card: a card page needs well under a second, a busy machine some more. */
const TICKET_LIFE_MS = 60_000;
/** How long a card's buttons work. */
const SESSION_LIFE_MS = 30 * 60_000;

/** What a ticket stands for: one mention in one tab. */
export type CardRight = EntityRight | UnknownRight;

/** The right to a known name's card. */
export interface EntityRight {
  readonly type: 'entity';
  readonly tabId: number;
  readonly entityId: EntityId;
  /** The other entity that the surface could be; null when nobody else goes by it. */
  readonly runnerUpId: EntityId | null;
  readonly card: Omit<CardView, 'facts' | 'latestNote' | 'related' | 'lastMet'>;
  /** The article that the name stands in, and the sentences it stands in there. */
  readonly inFront: {
    readonly page: PageInfo;
    readonly entityIds: readonly EntityId[];
    readonly sentences: readonly string[];
  };
  /** Where "not this" would hold, for each scope. */
  readonly where: Readonly<Record<DecisionScope, string>>;
  /** The surface as decisions keep it. */
  readonly surface: Decision['surface'];
}

/** The right to the card of an operation that nobody has saved. */
export interface UnknownRight {
  readonly type: 'unknown';
  readonly tabId: number;
  readonly unknownId: UnknownId;
  /** The page that it stands on: its own sighting is no other one. */
  readonly pageUrl: string;
  readonly card: Omit<UnknownCardView, 'articleCount' | 'sightings'>;
}

interface Stored {
  readonly right: CardRight;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/**
 * Rights to show a card. The page's process can ask for one only for a mention that it was told of, cannot read what
 * it stands for, and hands it to the card page, which must be in the same tab and may use it once.
 */
export class Tickets {
  readonly #store: SessionStore;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(store: SessionStore, now: () => number, newId: () => string) {
    this.#store = store;
    this.#now = now;
    this.#newId = newId;
  }

  async issue(right: CardRight): Promise<Ticket> {
    await this.#sweep();
    return this.#put('ticket', right, TICKET_LIFE_MS);
  }

  /**
   * Exchanges a ticket for a session.
   *
   * @throws CallError `expired` when it was used, is too old, was never issued, or is another tab's
   */
  async redeem(
    ticket: Ticket,
    tabId: number,
  ): Promise<{ readonly session: Ticket; readonly right: CardRight }> {
    const right = await this.#read('ticket', ticket, tabId);
    await this.#store.remove([`ticket:${ticket}`]);
    return { session: await this.#put('session', right, SESSION_LIFE_MS), right };
  }

  /** The right behind a session. Throws as {@link redeem}. */
  async open(session: Ticket, tabId: number): Promise<CardRight> {
    return this.#read('session', session, tabId);
  }

  async #put(prefix: string, right: CardRight, lifeMs: number): Promise<Ticket> {
    const id = this.#newId() as Ticket;
    const stored: Stored = { right, expires: this.#now() + lifeMs };
    await this.#store.set(`${prefix}:${id}`, stored);
    return id;
  }

  async #read(prefix: string, id: Ticket, tabId: number): Promise<CardRight> {
    const stored = (await this.#store.get(`${prefix}:${id}`)) as Stored | undefined;
    if (stored === undefined || stored.expires < this.#now() || stored.right.tabId !== tabId) {
      throw new CallError('expired', `no such ${prefix} in this tab`);
    }
    return stored.right;
  }

  async #sweep(): Promise<void> {
    const ours = (await this.#store.keys()).filter((key) => /^(ticket|session):/.test(key));
    // A reader opens a card every few seconds at most: looking at all of them each time is cheap, but not at hundreds.
    if (ours.length < 32) return;
    const stale: string[] = [];
    for (const key of ours) {
      const stored = (await this.#store.get(key)) as Stored | undefined;
      if (stored === undefined || stored.expires < this.#now()) stale.push(key);
    }
    await this.#store.remove(stale);
  }
}
