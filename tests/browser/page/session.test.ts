import { afterEach, describe, expect, test } from 'vitest';
import type { Background } from '../../../utils/page/background';
import { takeOver } from '../../../utils/page/only-one';
import { Session } from '../../../utils/page/session';
import { AUTO, litTexts, literalBackground, newDocumentId, randomName, show, until, hosts } from './fixture';

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

describe('a page that changes', () => {
  test('is followed, in the end, when it rewrites itself every 50 ms', async () => {
    const box = show(ARTICLE);
    const background = literalBackground(NAMES);
    await start(background).start();
    await until(() => litTexts().length >= 4, 'first marks');
    const paragraph = box.querySelectorAll('p')[1];
    let count = 0;
    const timer = setInterval(() => {
      if (paragraph !== undefined) paragraph.textContent = `${FILLER} Round ${++count}: Iraq.`;
    }, 50);
    await until(() => count >= 30, 'thirty rewrites');
    clearInterval(timer);
    const sent = background.messages.length;
    expect(sent).toBeLessThan(10);
    await until(() => litTexts().filter((name) => name === 'Iraq').length === 2, 'the last words');
  });

  test('drops the mark of a word that was replaced at once', async () => {
    const box = show(ARTICLE);
    await start(literalBackground(NAMES)).start();
    await until(() => litTexts().length >= 4, 'marks');
    const last = box.querySelectorAll('p')[2];
    if (last !== undefined) last.textContent = 'All of it was withdrawn.';
    await until(() => litTexts().length === 3, 'one mark fewer');
    expect(litTexts()).toEqual(['Iraq', 'Ben Wallace', 'Operation Shader']);
  });

  test('never shows a mark on another word, however seldom it is read', async () => {
    const box = show(ARTICLE);
    await start(literalBackground(NAMES)).start();
    await until(() => litTexts().length >= 4, 'marks');
    const node = box.querySelectorAll('p')[2]?.firstChild;
    if (!(node instanceof Text)) throw new Error('no text');
    // A storm: after the second change the next report is a quarter of a second away.
    const wrong: string[] = [];
    for (let round = 0; round < 12; round++) {
      node.data = `${round}${node.data}`;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      wrong.push(...litTexts().filter((name) => !(name in NAMES)));
    }
    expect(wrong).toEqual([]);
  });

  test('that renders the same words anew sends nothing, and stays lit', async () => {
    const box = show(ARTICLE);
    const background = literalBackground(NAMES);
    await start(background).start();
    await until(() => litTexts().length >= 4, 'marks');
    const heading = box.querySelector('h1');
    if (heading !== null) heading.innerHTML = 'Ships sail for <em>Iraq</em>';
    const inner = box.querySelector('em')?.firstChild;
    await until(
      () =>
        [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer === inner)),
      'the mark in its new place',
    );
    expect(background.messages).toHaveLength(1);
  });

  test('keeps folded text back until it is shown', async () => {
    const box = show(ARTICLE.replace('<p>', '<p id="folded" style="display:none">Much about Iraq.</p><p>'));
    const background = literalBackground(NAMES);
    const session = start(background);
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    expect(session.readBlocks().map(({ text }) => text)).not.toContain('Much about Iraq.');
    box.querySelector('#folded')?.removeAttribute('style');
    await until(() => litTexts().length === 5, 'the unfolded mark');
    expect(background.messages.at(-1)?.blocks.map(({ text }) => text)).toEqual(['Much about Iraq.']);
  });

  test('is read anew when its site has replaced the article', async () => {
    const box = show(ARTICLE);
    const background = literalBackground(NAMES);
    const session = start(background);
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    box.innerHTML = ARTICLE.replace('Ben <b>Wallace</b> spoke', 'Somebody spoke');
    await until(() => litTexts().length === 3, 'marks of the new article');
    expect(background.messages.filter(({ fresh }) => fresh).length).toBeGreaterThan(1);
  });
});

describe('names in text that nobody can see', () => {
  test.each(['opacity:0', 'visibility:hidden'])('stay dark: %s', async (style) => {
    show(ARTICLE.replace('<h1>', `<h1 style="${style}">`));
    await start(literalBackground(NAMES)).start();
    await until(() => litTexts().length > 0, 'marks');
    expect(litTexts()).not.toContain('Iraq');
  });
});

const unavailable = (): Error => Object.assign(new Error('gone'), { code: 'unavailable' });

describe('a background in trouble', () => {
  test('is asked again while it is being replaced', async () => {
    show(ARTICLE);
    const background = literalBackground(NAMES);
    let failures = 2;
    const session = start({
      ...background,
      findMentions: (request) =>
        failures-- > 0 ? Promise.reject(unavailable()) : background.findMentions(request),
    });
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    expect(session.describe().state).toBe('lit');
  });

  test('that forgot the page gets all of it again', async () => {
    const box = show(ARTICLE);
    const background = literalBackground(NAMES);
    let hasForgotten = false;
    const session = start({
      ...background,
      findMentions: async (request) => {
        if (!hasForgotten || request.fresh) return background.findMentions(request);
        hasForgotten = false;
        return { status: 'resend' };
      },
    });
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    hasForgotten = true;
    const late = document.createElement('p');
    late.textContent = 'It was said in Iraq.';
    box.querySelector('article')?.append(late);
    await until(() => litTexts().length === 5, 'the late mark');
    expect(background.messages.at(-1)).toMatchObject({ fresh: true });
    expect(background.messages.at(-1)?.blocks.length).toBeGreaterThan(3);
  });

  test('that refuses leaves the page dark and says so', async () => {
    show(ARTICLE);
    const defects: string[] = [];
    const session = new Session({
      background: { ...literalBackground(NAMES), findMentions: () => Promise.reject(new Error('no')) },
      cardUrl: 'about:blank#card',
      cardOrigin: location.origin,
      newDocumentId,
      random: randomName,
      isAlive: () => true,
      onDefect: (where) => defects.push(where),
    });
    sessions.push(session);
    await session.start();
    expect(session.describe().state).toBe('failed');
    expect(defects).toHaveLength(1);
    expect(litTexts()).toEqual([]);
  });

  test('that is gone for good takes its script with it', async () => {
    show(ARTICLE);
    let isAlive = true;
    const session = start(literalBackground(NAMES), () => isAlive);
    await session.start();
    await until(() => litTexts().length >= 4, 'marks');
    isAlive = false;
    await until(() => session.signal.aborted, 'the end');
    expect(CSS.highlights.size).toBe(0);
  });
});

describe('a script that is injected twice', () => {
  test('runs once, and takes over from one that was cut off', () => {
    let isAlive = true;
    const stopped: string[] = [];
    expect(takeOver({ isAlive: () => isAlive, stop: () => stopped.push('first') })).toBe(true);
    expect(takeOver({ isAlive: () => true, stop: () => stopped.push('second') })).toBe(false);
    isAlive = false;
    expect(takeOver({ isAlive: () => false, stop: () => stopped.push('third') })).toBe(true);
    expect(stopped).toEqual(['first']);
  });
});

describe('each painter', () => {
  test('takes over from the one before it', async () => {
    show(ARTICLE);
    const session = start(literalBackground(NAMES));
    await session.start();
    await until(() => litTexts().length >= 4, 'highlights');
    await session.rescan({ ...AUTO, painter: 'overlay' });
    await until(() => litTexts().length === 0 && hosts().length === 1, 'boxes in their place');
    expect(session.describe().markCount).toBe(4);
    await session.rescan({ ...AUTO, painter: 'none' });
    expect(hosts()).toEqual([]);
    expect(session.describe().markCount).toBe(4);
    await session.rescan(AUTO);
    await until(() => litTexts().length === 4, 'highlights again');
  });
});

describe('a mention that is asked for', () => {
  test('is scrolled to and ringed, unless its words are gone', async () => {
    const box = show(`<div style="height:3000px"></div>${ARTICLE}`);
    const background = literalBackground(NAMES);
    const session = start(background);
    await session.start();
    await until(() => session.describe().markCount === 4, 'marks');
    const block = session.readBlocks().findIndex(({ text }) => text.includes('though Ben Wallace'));
    const text = session.readBlocks()[block]?.text ?? '';
    const place = { block, start: text.indexOf('Ben Wallace'), end: text.indexOf('Ben Wallace') + 11 };
    expect(session.showMention(place)).toBe(true);
    const last = box.querySelectorAll('p')[2];
    await until(() => {
      const rect = last?.getBoundingClientRect();
      return rect !== undefined && rect.top > 0 && rect.bottom < innerHeight;
    }, 'the paragraph in view');
    if (last !== undefined) last.textContent = 'Withdrawn.';
    expect(session.showMention(place)).toBe(false);
    expect(session.showMention({ ...place, block: 9_999 })).toBe(false);
  });
});
