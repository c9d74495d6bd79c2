import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import type { RequestSchemas } from './schemas';
import { CallError, isCall, type Call, type Door, type Reply } from './wire';

/** Who sent a message, as the browser (not the message) says. */
export type Sender = Browser.runtime.MessageSender;

/** One handler a call. A missing handler does not compile; arguments were validated before a handler sees them. */
export type Handlers<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (request: infer Request) => infer Value
    ? (request: Request, sender: Sender) => Value | Promise<Value>
    : never;
};

/** A set of calls with the rule who may make them. */
export interface OpenDoor<Calls> {
  readonly door: Door;
  readonly schemas: RequestSchemas<Calls>;
  readonly handlers: Handlers<Calls>;
  /** Asked before anybody looks at the call. */
  readonly allows: (sender: Sender) => boolean;
}

/** A door whose calls were forgotten by the compiler, so that doors of different calls fit in one list. */
export interface AnyDoor {
  readonly door: Door;
  readonly answer: (message: Call, sender: Sender) => Promise<unknown>;
}

export function openDoor<Calls>({ door, schemas, handlers, allows }: OpenDoor<Calls>): AnyDoor {
  return {
    door,
    async answer({ call, request }, sender) {
      if (!allows(sender)) throw new CallError('forbidden', `this sender may not use the ${door} door`);
      if (!Object.hasOwn(schemas, call)) throw new CallError('malformed', `${door}: no such call`);
      const name = call as keyof Calls;
      const checked = v.safeParse(schemas[name], request);
      if (!checked.success) {
        // Paths only, never values: a log must not hold page text or notes.
        const paths = checked.issues.map((issue) => v.getDotPath(issue) ?? 'request').join(', ');
        throw new CallError('malformed', `${door}.${call}: wrong ${paths}`);
      }
      const handler = handlers[name] as (request: unknown, sender: Sender) => unknown;
      return handler(checked.output, sender);
    },
  };
}

/**
 * Answers calls until the returned function is called. Must be called in the first turn of a worker, so that the message
 * that woke it is not lost.
 *
 * Replies go through `sendResponse`: a promise returned from a listener is understood by some browsers only when it is
 * the native kind, and by older Chromium not at all.
 *
 * @param onDefect told of errors that are no {@link CallError}: defects of ours
 */
export function serve(doors: readonly AnyDoor[], onDefect: (error: unknown) => void): () => void {
  const listener = (
    message: unknown,
    sender: Sender,
    sendResponse: (reply: Reply) => void,
  ): true | undefined => {
    if (!isCall(message)) return undefined;
    const door = doors.find((candidate) => candidate.door === message.door);
    // Calls to other contexts (a tab, say) pass by here too: silence, so that their own listener answers.
    if (door === undefined || sender.id !== browser.runtime.id) return undefined;
    void reply(door, message, sender, onDefect).then(sendResponse);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function reply(
  door: AnyDoor,
  message: Call,
  sender: Sender,
  onDefect: (error: unknown) => void,
): Promise<Reply> {
  try {
    return { ok: true, value: (await door.answer(message, sender)) ?? null };
  } catch (error) {
    if (error instanceof CallError) return { ok: false, code: error.code, message: error.message };
    onDefect(error);
    return { ok: false, code: 'internal', message: `${message.door}.${message.call} failed` };
  }
}
