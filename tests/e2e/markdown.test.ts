import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark } from '../../scripts/lib/card';
import { waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** The parser comes after the card: it must get there on somebody else's page too. */
describe.each(UNDER_TEST)('a note in a card in %s', (browser) => {
  let session: Session;
  let server: Server;
  beforeAll(async () => {
    server = await servePages();
    session = await Session.start(browser);
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });

  test('is drawn as the Markdown it is', async () => {
    const found = await session.call({
      door: 'panel',
      call: 'searchEntities',
      request: { query: 'Operation Shader' },
    });
    const [row] = (found.ok ? found.value : []) as { readonly entityId: string }[];
    const body = 'Said **twice**: <b>no</b>.';
    const request = { entityId: row?.entityId, noteId: null, body };
    expect(await session.call({ door: 'panel', call: 'saveNote', request })).toMatchObject({ ok: true });

    const page = await session.open(`${server.origin}/plain`);
    await waitForMarks(page);
    const card = await hoverMark(page, 'Operation Shader');
    const strong = await until(
      () => card?.frame.evaluate(() => document.querySelector('.notebox strong')?.textContent),
      'the note is drawn',
      5000,
    );
    expect(strong).toBe('twice');
    expect(await card?.frame.evaluate(() => document.querySelector('.notebox')?.textContent)).toContain(
      '<b>no</b>',
    );
  });
});
