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

/** The ring around a mention stands in a closed tree: what was scrolled to tells which one it is. */
const isInView = (element: Element | null): boolean => {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
};

const arrivesAt = (box: HTMLElement, id: string): Promise<void> =>
  until(() => isInView(box.querySelector(`#${id}`)), `${id} is in view`);

describe('walking by keyboard', () => {
  const SCREEN = '<div style="height:200vh"></div>';
  const SPREAD = `
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Far apart","datePublished":"2024-02-03"}</script>
    <article><h1>Far apart</h1>${SCREEN}
      <p id="one">${FILLER}Iraq. ${FILLER}${FILLER}</p>${SCREEN}
      <p id="two">${FILLER}Ben Wallace. ${FILLER}${FILLER}</p>${SCREEN}
      <p id="three">${FILLER}Operation Shader. ${FILLER}</p>${SCREEN}
    </article>`;

  async function spread(): Promise<{ box: HTMLElement; session: Session }> {
    const box = show(SPREAD);
    scrollTo({ top: 0, behavior: 'instant' });
    const session = start(literalBackground(NAMES));
    await session.start();
    await until(() => session.describe().markCount === 3, 'marks');
    return { box, session };
  }

  test('goes forward from the viewport, round the end, and back', async () => {
    const { box, session } = await spread();
    for (const [step, id] of [
      [1, 'one'],
      [1, 'two'],
      [1, 'three'],
      [1, 'one'],
      [-1, 'three'],
      [-1, 'two'],
    ] as const) {
      expect(session.stepMention(step)).toBe(true);
      await arrivesAt(box, id);
    }
  });

  test('counts on while the page still scrolls', async () => {
    const { box, session } = await spread();
    session.stepMention(1);
    session.stepMention(1);
    session.stepMention(1);
    await arrivesAt(box, 'three');
    expect(isInView(box.querySelector('#one'))).toBe(false);
  });

  test('goes back from where the reader is, and passes over what nobody can see', async () => {
    const { box, session } = await spread();
    box.querySelector('#three')?.scrollIntoView({ block: 'center', behavior: 'instant' });
    box.querySelector('#two')?.setAttribute('style', 'visibility:hidden');
    session.stepMention(-1);
    session.stepMention(-1);
    await arrivesAt(box, 'one');
    expect(isInView(box.querySelector('#two'))).toBe(false);
  });

  test('follows reading order where a paragraph came late', async () => {
    const { box, session } = await spread();
    const late = document.createElement('p');
    late.id = 'late';
    late.textContent = 'Said in Iraq.';
    box.querySelector('#two')?.before(late);
    await until(() => session.describe().markCount === 4, 'the late mark');
    session.stepMention(1);
    session.stepMention(1);
    await arrivesAt(box, 'late');
    expect(isInView(box.querySelector('#three'))).toBe(false);
  });

  test('does nothing on a page without names', async () => {
    show(ARTICLE.replaceAll(/Iraq|Wallace|Shader/g, 'nobody'));
    const session = start(literalBackground(NAMES));
    await session.start();
    expect(session.stepMention(1)).toBe(false);
    expect(await session.openCard()).toBe(false);
  });

  test('asks for the card of the mention walked to, else of the first on screen', async () => {
    const box = show(SPREAD);
    scrollTo({ top: 0, behavior: 'instant' });
    const background = literalBackground(NAMES);
    const session = start(background);
    await session.start();
    await until(() => session.describe().markCount === 3, 'marks');
    const asked = (): string | undefined => {
      const place = background.cards.at(-1);
      return session
        .readBlocks()
        .find(({ id }) => id === place?.block)
        ?.text.slice(place?.start, place?.end);
    };
    expect(await session.openCard()).toBe(false);
    box.querySelector('#three')?.scrollIntoView({ block: 'center', behavior: 'instant' });
    expect(await session.openCard()).toBe(true);
    expect(asked()).toBe('Operation Shader');
    session.stepMention(-1);
    expect(await session.openCard()).toBe(true);
    expect(asked()).toBe('Operation Shader');
    session.stepMention(-1);
    expect(await session.openCard()).toBe(true);
    expect(asked()).toBe('Ben Wallace');
  });
});

describe('marks that are toggled', () => {
  test('go and come back, and stay away when the page is read again', async () => {
    show(ARTICLE);
    const session = start(literalBackground(NAMES));
    await session.start();
    await until(() => litTexts().length === 4, 'marks');
    expect(session.toggleMarks()).toBe(true);
    await until(() => CSS.highlights.size === 0, 'no marks');
    expect(session.describe()).toMatchObject({ markCount: 4, isVeiled: true });
    await session.rescan(AUTO);
    await until(() => session.describe().markCount === 4, 'read again');
    expect(litTexts()).toEqual([]);
    expect(session.toggleMarks()).toBe(false);
    expect(session.describe().isVeiled).toBe(false);
    await until(() => litTexts().length === 4, 'marks again');
  });
});
