import { afterEach, describe, expect, test } from 'vitest';
import type { Background } from '../../../utils/page/background';
import { Session } from '../../../utils/page/session';
import { AUTO, litTexts, literalBackground, newDocumentId, randomName, show, until } from './fixture';

const NAMES = { 'Operation Shader': 'operation', 'Ben Wallace': 'person', Iraq: 'place' } as const;

const FILLER =
  'The inquiry heard that officials had weighed the advice for several weeks before they wrote to ministers. ';

const ARTICLE = `
  <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ships sail","datePublished":"2024-02-03"}</script>
  <nav><a href="#">Iraq</a></nav>
  <article>
    <h1>Ships sail for Iraq</h1>
    <p>${FILLER}Ben <b>Wallace</b> spoke of Operation&nbsp;<i>Shader</i>, then of Operation Shader again. ${FILLER}</p>
    <p>${FILLER}${FILLER}</p>
    <p>${FILLER}Nothing else was said, though Ben Wallace stayed. ${FILLER}</p>
  </article>`;

const sessions: Session[] = [];

function start(background: Background, isAlive = () => true): Session {
  const session = new Session({
    background,
    cardUrl: 'about:blank#card',
    cardOrigin: 'null',
    newDocumentId,
    random: randomName,
    isAlive,
    onDefect: (where, error) => {
      throw new Error(where, { cause: error });
    },
  });
  sessions.push(session);
  return session;
}

afterEach(() => {
  for (const session of sessions.splice(0)) session.stop();
});

describe('a page that is read', () => {
  test('lights the article, later mentions too, and leaves its elements as they were', async () => {
    const box = show(ARTICLE);
    const before = box.outerHTML;
    const background = literalBackground(NAMES);
    const session = start(background);
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    expect(litTexts()).toEqual(['Iraq', 'Ben Wallace', 'Operation Shader', 'Ben Wallace']);
    expect(box.outerHTML).toBe(before);
    expect(session.describe().state).toBe('lit');
    expect(background.messages[0]).toMatchObject({ fresh: true, page: { published: '2024-02-03' } });
  });

  test('lights a paragraph that comes late, without sending the others again', async () => {
    const box = show(ARTICLE);
    const background = literalBackground(NAMES);
    await start(background).start();
    await until(() => litTexts().length >= 4, 'first marks');
    const late = document.createElement('p');
    late.textContent = 'It was said in Iraq.';
    box.querySelector('article')?.append(late);
    await until(() => litTexts().length === 5, 'the late mark');
    expect(background.messages.at(-1)?.blocks.map(({ text }) => text)).toEqual(['It was said in Iraq.']);
  });

  test('takes marks, rules and host off the page when it stops', async () => {
    show(ARTICLE);
    const sheetCount = document.adoptedStyleSheets.length;
    const session = start(literalBackground(NAMES));
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    session.stop();
    expect(CSS.highlights.size).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheetCount);
  });

  test.each([
    ['never', 'site-off'],
    ['on-click', 'on-click'],
  ] as const)('stays dark when the rules say %s', async (scan, state) => {
    show(ARTICLE);
    const background = literalBackground(NAMES, { ...AUTO, scan });
    const session = start(background);
    await session.start();
    expect(session.describe().state).toBe(state);
    expect(background.messages).toEqual([]);
    await session.rescan({ ...AUTO, scan: 'always' });
    await until(() => litTexts().length >= 4, 'marks after the click');
  });
});
