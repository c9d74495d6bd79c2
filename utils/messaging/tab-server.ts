import * as v from 'valibot';
import { PAINTERS, SCAN_MODES } from '../model/page';
import type { TabCalls } from './protocol';
import type { RequestSchemas } from './schemas';
import { openDoor, serve, type Handlers } from './server';

const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
const position = v.pipe(v.number(), v.integer(), v.minValue(0));

// Apart from the background's schemas: these are all that a content script carries.
const TAB_REQUESTS: RequestSchemas<TabCalls> = {
  describePage: nothing,
  readBlocks: nothing,
  rescan: v.strictObject({
    policy: v.strictObject({
      scan: v.picklist(['auto', 'always', 'never', 'on-click']),
      mode: v.picklist(SCAN_MODES),
      painter: v.picklist(PAINTERS),
      listed: v.boolean(),
    }),
  }),
  showMention: v.strictObject({ block: position, start: position, end: position }),
  stepMention: v.strictObject({ step: v.picklist([1, -1]) }),
  openCard: nothing,
  readSelection: nothing,
  toggleMarks: nothing,
};

/** Only our own background may ask: no tab stands behind it. */
const fromBackground = (sender: { readonly tab?: unknown }): boolean => sender.tab === undefined;

/** Answers the background's calls in a content script, until the returned function is called. */
export function serveTab(
  handlers: Handlers<TabCalls>,
  onDefect: (error: unknown) => void = () => {},
): () => void {
  return serve(
    [openDoor<TabCalls>({ door: 'tab', schemas: TAB_REQUESTS, handlers, allows: fromBackground })],
    onDefect,
  );
}
