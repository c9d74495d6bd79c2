import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAllMarks, waitForMarks, type Mark } from '../../scripts/lib/marks';
import { filesIn, serve, type Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { SAMPLE_FOLDER, readGold } from './lib/sample';
import { Session } from './lib/session';

const gold = readGold() ?? [];

/** Text with its white space made alike: the sample has no-break spaces, the page's blocks are read with plain ones. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Every mention that a reader expects in the sample article is lit, and nothing else is. */
describe.skipIf(gold.length === 0).each(UNDER_TEST)('the sample article in %s', (browser) => {
  let session: Session;
  let server: Server;
  let marks: readonly Mark[];
  beforeAll(async () => {
    server = await serve(filesIn(SAMPLE_FOLDER));
    session = await Session.start(browser);
    const page = await session.open(`${server.origin}/article.html`);
    await waitForMarks(page);
    marks = await readAllMarks(page);
  });
  afterAll(async () => {
    await session.close();
    await server.close();
  });

  test.each(gold.map((block) => [block.text.slice(0, 60), block] as const))(
    '%s',
    (_start, { text, mentions }) => {
      const lit = marks.filter(({ blockText }) => blockText === plain(text));
      expect(lit.map((mark) => `[${mark.start}] ${plain(mark.text)}`)).toEqual(
        mentions.map(({ start, surface }) => `[${start}] ${plain(surface)}`),
      );
    },
  );

  test('nothing outside the article is lit', () => {
    const known = new Set(gold.map(({ text }) => plain(text)));
    expect(marks.filter(({ blockText }) => !known.has(blockText))).toEqual([]);
  });
});
