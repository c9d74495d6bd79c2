import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../../entrypoints/popup/Popup';
import type { OpenRequest } from '../../../utils/messaging/protocol';
import { ENTITY_ID, fakeLibrary, type FakeLibrary } from './fake-library';
import { ENTITY, note, PAGE } from './samples';
import { stage, until, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

async function show(
  library: FakeLibrary,
  openFirst: OpenRequest | null = { type: 'entity', entityId: ENTITY_ID },
  drawn = '.facts',
): Promise<HTMLElement> {
  open?.clear();
  open = stage(
    <Popup client={library.client} host={library.host} tabId={7} openFirst={openFirst} />,
    'popup',
  );
  const { box } = open;
  await until('drawn', () => box.querySelector(drawn) !== null);
  return box;
}

async function press(box: HTMLElement, words: string): Promise<void> {
  const find = (): HTMLButtonElement | undefined =>
    [...box.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === words || (one.ariaLabel ?? one.title).startsWith(words),
    );
  await until(words, () => find()?.disabled === false);
  find()?.click();
}

async function fill(box: HTMLElement, selector: string, text: string): Promise<void> {
  await until(selector, () => box.querySelector(selector) !== null);
  await userEvent.fill(box.querySelector(selector) ?? box, text);
}

const called = (library: FakeLibrary, name: string): unknown[] =>
  library.calls.filter(({ call }) => call === name).map(({ request }) => request);
const says = (box: HTMLElement, words: string) => () => box.textContent?.includes(words) ?? false;

/** The entity of the samples as the reader's own. */
const own = (): FakeLibrary =>
  fakeLibrary(PAGE, { ...ENTITY, entity: { ...ENTITY.entity, pack: null }, packName: null });

describe('editing a name', () => {
  test('changes name, rules and aliases, and keeps what is typed', async () => {
    const library = own();
    let box = await show(library);
    await press(box, 'Edit name and aliases');
    await fill(box, '.fields [name=name]', 'Operation Lanterns');
    await userEvent.selectOptions(box.querySelector('[aria-label="How Lantern lights up"]') ?? box, 'off');
    await fill(box, '.addalias input', 'OL');
    await userEvent.keyboard('{Enter}');
    await press(box, 'Remove Op Lantern');
    await until('kept', says(box, 'Draft kept'));
    box = await show(library);
    await until('form', () => box.querySelector('.fields') !== null);
    await press(box, 'Save changes');
    await until('saved', () => box.querySelector('.fields') === null);
    expect(called(library, 'editEntity')).toMatchObject([
      {
        name: 'Operation Lanterns',
        aliases: [
          { text: 'Lantern', case: 'exact', strength: 'off' },
          { text: 'OL', case: 'auto', strength: 'strong' },
        ],
      },
    ]);
    expect(box.querySelector('.hw')?.textContent).toBe('Operation Lanterns');
  });

  test('moves it to the bin with a way back; a pack’s name has none', async () => {
    const library = own();
    let box = await show(library);
    await press(box, 'Edit name and aliases');
    await press(box, 'Move to the bin');
    await until('undo', says(box, 'Moved “Operation Lantern” to the bin'));
    await press(box, 'Undo');
    await until('undone', () => box.querySelector('.undo') === null);
    expect(called(library, 'restoreFromBin')).toHaveLength(1);

    box = await show(fakeLibrary());
    await press(box, 'Edit name and aliases');
    await until('form', () => box.querySelector('.fields') !== null);
    expect(box.textContent).not.toContain('Move to the bin');
    expect(box.textContent).toContain('survive its updates');
  });
});

describe('a note', () => {
  test('has tags and sources, which are kept and saved with it', async () => {
    const library = fakeLibrary();
    const box = await show(library);
    await fill(box, '.editor textarea', 'Ask the press desk.');
    await fill(box, '.editor [name=tag]', '#Costs');
    await userEvent.keyboard('{Enter}');
    await press(box, 'Add a source');
    await fill(box, '.sourcefields [name=quote]', 'eleven ships');
    await fill(box, '.sourcefields [name=url]', 'courier');
    await until('reason', says(box, 'has to begin with https'));
    await until('kept', says(box, 'Draft kept'));
    expect(box.querySelector<HTMLButtonElement>('.editor .primary')?.disabled).toBe(true);
    await fill(box, '.sourcefields [name=url]', 'https://courier.example/a');
    await press(box, 'Save');
    await until('saved', () => box.querySelector('.notes') !== null);
    expect(called(library, 'saveNote')).toMatchObject([
      {
        tags: ['costs'],
        sources: [
          {
            title: 'Patrols go on',
            url: 'https://courier.example/a',
            publisher: 'The Northern Courier',
            published: '2020-12-10',
            quote: 'eleven ships',
          },
        ],
      },
    ]);
    expect(box.querySelector('.notes')?.textContent).toContain('#costs');
    expect(box.querySelector('.notes')?.textContent).toContain('eleven ships');
  });

  test('that was changed elsewhere is kept beside what was typed, and the panel says so', async () => {
    const library = fakeLibrary(PAGE, { ...ENTITY, notes: [note('first', 1)] });
    const box = await show(library);
    await press(box, 'Edit, saved');
    await fill(box, '.editor textarea', 'typed here');
    const [known] = library.view?.notes ?? [];
    if (library.view !== null && known !== undefined)
      library.view = { ...library.view, notes: [{ ...known, body: 'from elsewhere', updated: 5 }] };
    await press(box, 'Save');
    await until('told', says(box, 'Both are kept'));
    await until('both', () => box.querySelectorAll('.notes > li').length === 2);
    expect(box.querySelector('.notes')?.textContent).toContain('from elsewhere');
    expect(box.querySelector('.notes')?.textContent).toContain('typed here');
  });

  test('is pinned, compared with its earlier words, and taken back to them', async () => {
    const library = fakeLibrary(PAGE, { ...ENTITY, notes: [note('first', 1), note('other', 2, '2')] });
    const box = await show(library);
    await press(box, 'Edit, saved');
    await fill(box, '.editor textarea', 'second');
    await press(box, 'Save');
    await until('saved', () => box.querySelector('.editor') === null);
    await press(box, 'History');
    await press(box, 'Compare with now');
    await until('compared', () => box.querySelector('.diff del') !== null);
    await press(box, 'Restore these words');
    await until('restored', says(box, 'Restored.'));
    expect(box.querySelector('.notes .marked')?.textContent).toContain('first');
    await press(box, 'Pin: first');
    await until('pinned', says(box, 'pinned'));
  });
});

test('a captured name that was left is offered again with all that was typed, and dropped when saved', async () => {
  const library = fakeLibrary();
  const capture = { name: 'Operation Tideway', problem: null, passage: null } as const;
  let box = await show(library, { type: 'capture', capture }, '.capture');
  await fill(box, '.capture textarea', 'Met at the base.');
  await until('kept', says(box, 'Draft kept'));
  box = await show(library, null, '.strip .btn');
  await until('offered', says(box, '“Operation Tideway” is not saved yet'));
  await press(box, 'Continue');
  await until('form', () => box.querySelector('.capture') !== null);
  expect(box.querySelector('textarea')?.value).toBe('Met at the base.');
  await press(box, 'Save');
  await until('saved', () => box.querySelector('.entity') !== null);
  expect(called(library, 'saveCapture')).toMatchObject([{ note: 'Met at the base.' }]);
  box = await show(library, null, '.item');
  await until('asked', () => called(library, 'listFormDrafts').length > 3);
  expect(box.textContent).not.toContain('not saved yet');
});
