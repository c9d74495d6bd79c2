import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoverMark, readCard } from '../../scripts/lib/card';
import { readAllMarks, waitForMarks } from '../../scripts/lib/marks';
import type { Server } from '../../scripts/lib/serve';
import { UNDER_TEST } from './lib/browsers';
import { servePages } from './lib/pages';
import { Session } from './lib/session';
import { until } from './lib/wait';

/** Reading the demonstration article: names light up, and resting the pointer on one opens its card. */
describe.each(UNDER_TEST)('reading in %s', (browser) => {
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

  test('the article lights up, and only the article', async () => {
    const page = await session.open(`${server.origin}/article.html`);
    await waitForMarks(page);
    const marks = await readAllMarks(page);
    const texts = new Set(marks.map(({ text }) => text.replaceAll(/\s+/g, ' ')));
    for (const name of [
      'Islamic State',
      'IS',
      'Daesh',
      'ISIS',
      'ISIL',
      'UK',
      'Operation Shader',
      'Op Shader',
      'Operation Inherent Resolve',
      'Ben Wallace',
      'Mr Wallace',
      'Defence Intelligence',
      'Ministry of Defence',
      'MOD',
      'Typhoon',
      'RAF Akrotiri',
      'JTAC',
      'al-Qaeda',
      'AK-47',
      'COVID-19',
      'coronavirus',
      'Iraq',
      'Syria',
      'Iran',
      'Afghanistan',
    ]) {
      expect(texts, `${name} lights up`).toContain(name);
    }
    const blocks = marks.map(({ blockText }) => blockText).join('\n');
    expect(blocks, 'the menu stays dark').not.toContain('What IS happening');
    expect(blocks, 'the storm stays dark').not.toContain('Typhoon Vamco');
    expect(blocks, 'the comments stay dark').not.toContain('quayside');
    await page.close();
  });

  test('a paragraph that arrives late and one that a button loads light up', async () => {
    const page = await session.open(`${server.origin}/article.html`);
    await waitForMarks(page);
    const isLit = async (name: string): Promise<boolean> =>
      (await readAllMarks(page)).some(({ text }) => text === name);
    await until(() => isLit('Operation Kipion'), 'the late paragraph is lit');
    expect(await isLit('Operation Telic')).toBe(false);
    await page.$eval('#load-more', (button) => (button as HTMLButtonElement).click());
    await until(() => isLit('Operation Telic'), 'the loaded paragraph is lit');
    await page.close();
  });

  test('resting on a name opens its card; Esc and leaving close it', async () => {
    const page = await session.open(`${server.origin}/article.html`);
    await waitForMarks(page);
    const card = await hoverMark(page, 'Ben Wallace');
    expect(card?.text).toContain('Ben Wallace');
    expect(card?.text).toContain('Defence Secretary');
    await page.keyboard.press('Escape');
    await until(async () => (await readCard(page)) === null, 'Esc has closed the card');

    expect((await hoverMark(page, 'Daesh'))?.text).toContain('Islamic State');
    await page.mouse.move(1270, 890, { steps: 3 });
    await until(async () => (await readCard(page)) === null, 'leaving has closed the card');
    await page.close();
  });

  test('the card opens again after the background was stopped', async () => {
    const page = await session.open(`${server.origin}/article.html`);
    await waitForMarks(page);
    await session.stopBackground();
    expect((await hoverMark(page, 'ISIL'))?.text).toContain('Islamic State');
    await page.close();
  });
});
