import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryPage } from '../../../entrypoints/library/LibraryPage';
import { fakeLibrary, type FakeLibrary } from './fake-library';
import { libraryRows } from './library-samples';
import { stage, until, type Stage } from './stage';

let library: FakeLibrary;
let open: Stage;
beforeEach(async () => {
  await page.viewport(1100, 700);
  library = fakeLibrary();
  library.rows = libraryRows(50_000);
  open = stage(
    <LibraryPage client={library.client} host={{ ...library.host, newId: () => 'import1' }} />,
    'page',
  );
  await until('the rows are there', () => rowNames().length > 5);
});
afterEach(() => open.clear());

const rowNames = (): string[] =>
  [...open.box.querySelectorAll('tbody .open')].map(({ textContent }) => textContent);
const requests = (call: string): unknown[] =>
  library.calls.filter((made) => made.call === call).map(({ request }) => request);
const press = (words: string): void =>
  [...open.box.querySelectorAll<HTMLElement>('button')]
    .find(({ textContent }) => textContent.trim().startsWith(words))
    ?.click();

const select = async (...indexes: number[]): Promise<void> => {
  for (const index of indexes) open.box.querySelectorAll<HTMLElement>('tbody .check')[index]?.click();
  await until('the bar is there', () => open.box.querySelector('.bulk') !== null);
};

describe('the library’s table', () => {
  test('draws only what is in sight of 50,000 rows, and asks for stretches', async () => {
    expect(open.box.querySelectorAll('tbody tr').length).toBeLessThan(60);
    const scroller = open.box.querySelector('.vt');
    if (scroller === null) throw new Error('no table');
    expect(scroller.scrollHeight).toBeGreaterThan(1_600_000);
    scroller.scrollTop = 34 * 25_000;
    await until('the middle is drawn', () => rowNames().includes('25000 Operation Shader'));
    expect(open.box.querySelectorAll('tbody tr').length).toBeLessThan(60);
    expect(requests('listLibrary').length).toBeLessThan(8);
  });

  test('is walked with keys to its end, and opens a name', async () => {
    open.box.querySelector<HTMLElement>('.open')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('00002 Operation Shader');
    await userEvent.keyboard('{End}');
    await until('the last has the focus', () =>
      (document.activeElement?.textContent ?? '').startsWith('49999'),
    );
    await userEvent.keyboard('{Home}');
    await until('the first has the focus', () =>
      (document.activeElement?.textContent ?? '').startsWith('00000'),
    );
    await userEvent.keyboard(' ');
    await until('it is selected', () => open.box.textContent.includes('1 selected'));
    await userEvent.keyboard('{Enter}');
    await until('its entry is beside', () => open.box.querySelector('aside .entity') !== null);
  });

  test('sorts by a column and back', async () => {
    press('Name');
    await until('the last is first', () => rowNames()[0]?.startsWith('49999') === true);
    expect(open.box.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('descending');
  });

  test('filters, and says when nothing is left', async () => {
    const [kind] = open.box.querySelectorAll<HTMLSelectElement>('.tools select');
    if (kind === undefined) throw new Error('no filter');
    await userEvent.selectOptions(kind, 'place');
    await until('only places', () => rowNames().every((name) => Number(name.slice(0, 5)) % 8 === 3));
    const input = open.box.querySelector<HTMLInputElement>('.tools input');
    if (input === null) throw new Error('no field');
    await userEvent.fill(input, 'nobody');
    await until('the words', () => open.box.textContent.includes('No name like this'));
    expect(rowNames()).toEqual([]);
  });
});

describe('what is selected', () => {
  test('goes to the bin and comes back', async () => {
    await select(0, 1);
    press('Move to bin');
    await until('it says so', () => open.box.textContent.includes('Moved 2 names to the bin'));
    expect(requests('deleteEntities')).toEqual([{ ids: ['entity0', 'entity1'] }]);
    expect(open.box.querySelector('.bulk')).toBeNull();
    press('Undo');
    await until('taken back', () => requests('undoChange').length === 1);
  });

  test('is merged into the name that is chosen', async () => {
    await select(0, 1, 3);
    press('Merge…');
    await until('it asks', () => open.box.querySelector('.box') !== null);
    // One of them is of a pack: only it can stay.
    const box = open.box.querySelector('.box .primary');
    (box as HTMLElement | null)?.click();
    await until('merged', () => requests('mergeEntities').length === 1);
    expect(requests('mergeEntities')).toEqual([{ into: 'entity3', others: ['entity0', 'entity1'] }]);
  });

  test('can be everything in the list', async () => {
    open.box.querySelector<HTMLElement>('thead .check')?.click();
    await until('all', () => open.box.textContent.includes('50,000 selected'));
    expect(requests('listLibraryIds')).toHaveLength(1);
  });
});
