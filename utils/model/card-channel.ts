/**
 * What the hover card's host, in the page, and the card page, in its frame, tell each other.
 *
 * The host posts one window message to the frame once it has loaded, {@link CardGreeting}, with one end of a
 * `MessageChannel` transferred; everything else goes over that channel. The card page never posts to its parent window,
 * since the page could listen there. Nothing in here is a name or a note: the card fetches its data itself, with the
 * ticket.
 */
import type { Ticket } from './ids';

/** The one window message, posted to the card page's own origin; `ports[0]` is the card's end of the channel. */
export interface CardGreeting {
  readonly backgrounder: 'port';
}

/** Host to card. */
export type HostToCard =
  /** Redeem the ticket, draw its card, then answer with `size`. */
  | { readonly type: 'show'; readonly ticket: Ticket }
  /** The card is out of sight: drop what is drawn and the session. */
  | { readonly type: 'hide' }
  /** The reader asked to go into the card by keyboard: focus its first control. */
  | { readonly type: 'focus' };

/** Card to host. */
export type CardToHost =
  /** The page listens; `show` may be sent. Sent once, when the port arrives. */
  | { readonly type: 'ready' }
  /** The drawn card wants this height, in CSS pixels; sent whenever it changes. */
  | { readonly type: 'size'; readonly height: number }
  /** Esc was pressed in the card, or an action was taken after which it has no use. */
  | { readonly type: 'close' };

/** Whether a window message is the host's greeting. Check its origin and its port besides. */
export function isCardGreeting(data: unknown): data is CardGreeting {
  return typeof data === 'object' && data !== null && (data as Partial<CardGreeting>).backgrounder === 'port';
}

/** The message that a card sent, or null when it is none of ours. */
export function parseCardToHost(data: unknown): CardToHost | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, height } = data as { type?: unknown; height?: unknown };
  if (type === 'ready' || type === 'close') return { type };
  if (type === 'size' && typeof height === 'number' && Number.isFinite(height)) return { type, height };
  return null;
}

/** The message that a host sent, or null when it is none of ours. */
export function parseHostToCard(data: unknown): HostToCard | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, ticket } = data as { type?: unknown; ticket?: unknown };
  if (type === 'hide' || type === 'focus') return { type };
  if (type === 'show' && typeof ticket === 'string') return { type, ticket: ticket as Ticket };
  return null;
}
