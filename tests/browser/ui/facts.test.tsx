import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../../entrypoints/popup/Popup';
import { ENTITY_ID, fakeLibrary, type FakeLibrary } from './fake-library';
import { stage, until, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

async function show(library: FakeLibrary, isEntity = true): Promise<HTMLElement> {
  open?.clear();
  open = stage(
    <Popup
      client={library.client}
      host={library.host}
      tabId={7}
      openFirst={isEntity ? { type: 'entity', entityId: ENTITY_ID } : null}
    />,
    'popup',
  );
  const { box } = open;
  await until('drawn', () => box.querySelector(isEntity ? '.facts' : '.item') !== null);
  return box;
}

async function press(box: HTMLElement, words: string): Promise<void> {
  const find = (): HTMLButtonElement | undefined =>
    [...box.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === words || one.ariaLabel === words,
    );
  await until(words, () => find()?.disabled === false);
  find()?.click();
}

const field = (box: HTMLElement, name: string): HTMLInputElement => {
  const found = box.querySelector<HTMLInputElement>(`.factform [name=${name}]`);
  if (found === null) throw new Error(`no field ${name}`);
  return found;
};

async function fill(box: HTMLElement, values: Record<string, string>): Promise<void> {
  await until('form', () => box.querySelector('.factform') !== null);
  for (const [name, value] of Object.entries(values)) await userEvent.fill(field(box, name), value);
}

describe('facts by the reader', () => {
  test('are written with the page as their source, and stand in the table at once', async () => {
    const library = fakeLibrary();
    const box = await show(library);
    await press(box, 'Add a fact');
    await fill(box, { slot: 'Led by', value: 'Captain Row', from: '2020', to: '2021-05' });
    expect(field(box, 'sourceTitle').value).toBe('Patrols go on');
    await userEvent.keyboard('{Enter}');
    await until(
      'in the table',
      () => box.querySelector('.facts')?.textContent?.includes('Captain Row') ?? false,
    );
    expect(library.calls.find(({ call }) => call === 'saveFact')?.request).toMatchObject({
      factId: null,
      slot: 'Led by',
      from: '2020',
      to: '2021-05',
      source: { url: 'https://courier.example/patrols' },
    });
    expect(box.querySelector('.factform')).toBeNull();
  });

  test('with a date that is none stay in the form, with the reason', async () => {
    const library = fakeLibrary();
    const box = await show(library);
    await press(box, 'Add a fact');
    await fill(box, { slot: 'Led by', value: 'Captain Row', from: '2021', to: '2020' });
    await press(box, 'Save fact');
    await until('reason', () => box.querySelector('.factform [role=alert]') !== null);
    expect(library.calls.some(({ call }) => call === 'saveFact')).toBe(false);
    await fill(box, { to: '2022' });
    library.failing.set('saveFact', 'storage');
    await press(box, 'Save fact');
    await until('failure', () => box.querySelector('.factform .msg') !== null);
    expect(field(box, 'value').value).toBe('Captain Row');
  });

  test('half written are there when the panel opens again', async () => {
    const library = fakeLibrary();
    let box = await show(library);
    await press(box, 'Add a fact');
    await fill(box, { slot: 'Led by', value: 'Capt' });
    await until('kept', () => box.textContent?.includes('Draft kept') ?? false);
    box = await show(library);
    await until('form', () => box.querySelector('.factform') !== null);
    expect(field(box, 'value').value).toBe('Capt');
    await press(box, 'Discard');
    await until('closed', () => box.querySelector('.factform') === null);
    box = await show(library);
    await until('asked', () => library.calls.filter(({ call }) => call === 'listFormDrafts').length > 1);
    expect(box.querySelector('.factform')).toBeNull();
  });

  test('are edited and deleted with undo, a pack’s are not', async () => {
    const library = fakeLibrary();
    const box = await show(library);
    await press(box, 'Add a fact');
    await fill(box, { slot: 'Led by', value: 'Captain Row' });
    await press(box, 'Save fact');
    await until('saved', () => box.querySelector('.factform') === null);
    await press(box, 'All 5 facts, of other times too');
    await press(box, 'Edit Led by: Captain Row');
    await fill(box, { value: 'Captain Wells' });
    await press(box, 'Save fact');
    await press(box, 'Delete Led by: Captain Wells');
    await until('undo', () => box.querySelector('.undo') !== null);
    expect(box.querySelector('.facts')?.textContent).not.toContain('Wells');
    await press(box, 'Undo');
    await until('back', () => box.querySelector('.facts')?.textContent?.includes('Captain Wells') ?? false);
    await until('one to delete', () => box.querySelectorAll('.factlist [aria-label^=Delete]').length === 1);
  });
});

test('the strip says how much has changed since the article, and shows the names it is about', async () => {
  const box = await show(fakeLibrary(), false);
  expect(box.querySelector('.strip')?.textContent).toContain('4 facts here have changed since 2020');
  await press(box, 'Show');
  await until('fewer', () => box.querySelectorAll('.item').length === 2);
  await press(box, 'Show all names');
  await until('all', () => box.querySelectorAll('.item').length === 8);
});
