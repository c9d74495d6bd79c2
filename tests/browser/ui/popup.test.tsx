import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../../entrypoints/popup/Popup';
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel';
import type { OpenRequest } from '../../../utils/messaging/protocol';
import type { UnknownId } from '../../../utils/model/ids';
import { ENTITY_ID, fakeLibrary, type FakeLibrary } from './fake-library';
import { crowdedPage, darkPage, ENTITY, note, PAGE, UNKNOWN_OPERATION } from './samples';
import { stage, until, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

const OPEN_ENTITY = { type: 'entity', entityId: ENTITY_ID } as const;

function show(library: FakeLibrary, openFirst: OpenRequest | null = null): HTMLElement {
  open = stage(
    <Popup client={library.client} host={library.host} tabId={7} openFirst={openFirst} />,
    'popup',
  );
  return open.box;
}

const focused = (): string =>
  document.activeElement?.querySelector('.nm')?.textContent ?? document.activeElement?.tagName ?? '';
const called = (library: FakeLibrary, name: string): unknown[] =>
  library.calls.filter(({ call }) => call === name).map(({ request }) => request);
const button = (box: HTMLElement, words: string): HTMLButtonElement => {
  const found = [...box.querySelectorAll('button')].find(
    (candidate) => candidate.textContent?.trim() === words || candidate.ariaLabel === words,
  );
  if (found === undefined) throw new Error(`no button “${words}”`);
  return found;
};

describe('names on the page', () => {
  test('stand in order of appearance with their counts, and the cursor in the search field', async () => {
    const box = show(fakeLibrary());
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    expect([...box.querySelectorAll('.item .nm')].map((row) => row.textContent)).toEqual(
      PAGE.entities.map((row) => row.name),
    );
    expect([...box.querySelectorAll('.item .num')].map((row) => row.textContent)).toEqual([
      '9',
      '8',
      '7',
      '6',
      '5',
      '4',
      '3',
      '2',
    ]);
    expect(document.activeElement).toBe(box.querySelector('.find input'));
  });

  test('say when their marks are hidden, and show them again', async () => {
    const library = fakeLibrary({ ...PAGE, isVeiled: true });
    const box = show(library);
    await until('the strip', () => (box.textContent ?? '').includes('Marks are hidden on this page.'));
    button(box, 'Show them').click();
    await until('the strip goes', () => !(box.textContent ?? '').includes('Marks are hidden'));
    expect(called(library, 'toggleMarks')).toEqual([{ tabId: 7 }]);
  });

  test('are walked with the arrow keys, Home and End, and left upwards', async () => {
    const box = show(fakeLibrary());
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Night Traders');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('Ada Wells');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('Long Night of Cape Row');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Long Night of Cape Row');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe('INPUT');
  });

  test('have one row in the tab order, also when there are 500', async () => {
    const box = show(fakeLibrary(crowdedPage(500)));
    await until('rows', () => box.querySelectorAll('.item').length === 500);
    expect(box.querySelectorAll('.item[tabindex="0"]').length).toBe(1);
  });

  test('open with Enter, and with N straight in the note', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await until('entity', () => box.querySelector('.entity') !== null);
    expect(called(library, 'getEntity')).toEqual([{ entityId: 'Night Traders', day: '2020-12-10' }]);
    expect(document.activeElement?.tagName).toBe('BUTTON');
    await userEvent.click(button(box, 'Back to names'));
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    expect(focused()).toBe('Night Traders');
    await userEvent.keyboard('n');
    await until('field', () => document.activeElement?.tagName === 'TEXTAREA');
    expect(box.querySelector('textarea')?.value).toBe('');
  });

  test('are filtered by kind', async () => {
    const box = show(fakeLibrary());
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.click(button(box, 'People 1'));
    expect([...box.querySelectorAll('.item .nm')].map((row) => row.textContent)).toEqual(['Ada Wells']);
    await userEvent.selectOptions(box.querySelector('.tabs select') ?? box, 'event');
    expect([...box.querySelectorAll('.item .nm')].map((row) => row.textContent)).toEqual([
      'Long Night of Cape Row',
    ]);
    await userEvent.click(button(box, 'All 8'));
    expect(box.querySelectorAll('.item').length).toBe(8);
  });

  test('are read again when the library changes', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    library.page = { ...PAGE, entities: PAGE.entities.slice(0, 2) };
    library.announce();
    await expect.poll(() => box.querySelectorAll('.item').length === 2).toBe(true);
  });
});

describe('search', () => {
  test('/ goes to the field, Enter opens the best match', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.keyboard('{ArrowDown}/');
    expect(focused()).toBe('INPUT');
    await userEvent.keyboard('kestr{Enter}');
    await until('entity', () => box.querySelector('.entity') !== null);
    expect(called(library, 'getEntity')).toEqual([{ entityId: 'Kestrel', day: '2020-12-10' }]);
  });

  test('saves what is not there, as the kind it looks like, and opens its note', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.fill(box.querySelector('.find input') ?? box, 'Operation Tideway');
    await until('offer', () => box.querySelector('.newname') !== null);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toContain('Save “Operation Tideway”');
    await userEvent.keyboard('{Enter}');
    await until('field', () => document.activeElement?.tagName === 'TEXTAREA');
    expect(called(library, 'createEntity')).toEqual([
      { name: 'Operation Tideway', kind: 'operation', aliases: [], summary: '' },
    ]);
    expect(box.querySelector('.entity .hw')?.textContent).toBe('Operation Tideway');
  });

  test('Esc empties the field', async () => {
    const box = show(fakeLibrary());
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    const field = box.querySelector<HTMLInputElement>('.find input');
    await userEvent.fill(field ?? box, 'abc');
    await userEvent.keyboard('{Escape}');
    expect(field?.value).toBe('');
  });
});

describe('a note', () => {
  test('is kept as it is typed and saved once', async () => {
    const library = fakeLibrary();
    const box = show(library, OPEN_ENTITY);
    await until('field', () => box.querySelector('textarea') !== null);
    await userEvent.fill(box.querySelector('textarea') ?? box, 'Called the desk.');
    await until('kept', () => box.textContent?.includes('Draft kept. Safe to close.') ?? false);
    expect(called(library, 'saveDraft')).toEqual([
      { entityId: ENTITY_ID, noteId: null, body: 'Called the desk.', tags: [], sources: [] },
    ]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await until('saved', () => box.querySelector('.notes') !== null);
    expect(called(library, 'saveNote')).toEqual([
      { entityId: ENTITY_ID, noteId: null, body: 'Called the desk.', tags: [], sources: [] },
    ]);
    expect(box.querySelector('.notes')?.textContent).toContain('Called the desk.');
    expect(box.querySelector('textarea')).toBe(null);
  });

  test('that was not saved is there when the popup opens again', async () => {
    const library = fakeLibrary();
    const first = show(library, OPEN_ENTITY);
    await until('field', () => first.querySelector('textarea') !== null);
    await userEvent.fill(first.querySelector('textarea') ?? first, 'Half a thou');
    // Gone before typing rested.
    open?.clear();
    const again = show(library, OPEN_ENTITY);
    await until('field', () => again.querySelector('textarea') !== null);
    expect(again.querySelector('textarea')?.value).toBe('Half a thou');
    expect(again.textContent).toContain('Draft kept. Safe to close.');
    await userEvent.click(button(again, 'Discard'));
    await until('empty', () => again.querySelector('textarea')?.value === '');
    expect(library.view?.draft).toBe(null);
  });

  test('is kept at once when the page is left', async () => {
    const library = fakeLibrary();
    const box = show(library, OPEN_ENTITY);
    await until('field', () => box.querySelector('textarea') !== null);
    await userEvent.fill(box.querySelector('textarea') ?? box, 'Leaving');
    window.dispatchEvent(new Event('pagehide'));
    expect(called(library, 'saveDraft')).toEqual([
      { entityId: ENTITY_ID, noteId: null, body: 'Leaving', tags: [], sources: [] },
    ]);
  });

  test('stays in the field when saving fails, with the reason in words', async () => {
    const library = fakeLibrary();
    library.failing.set('saveNote', 'storage');
    const box = show(library, OPEN_ENTITY);
    await until('field', () => box.querySelector('textarea') !== null);
    await userEvent.fill(box.querySelector('textarea') ?? box, 'Do not lose me');
    await userEvent.click(button(box, 'Save'));
    await until('notice', () => box.querySelector('.msg') !== null);
    expect(box.querySelector('.msg')?.textContent).toContain('Nothing that was saved is lost');
    expect(box.querySelector('textarea')?.value).toBe('Do not lose me');
    await until('kept', () => library.view?.draft?.body === 'Do not lose me');
    library.failing.clear();
    await userEvent.click(button(box, 'Try again'));
    await expect.poll(() => box.querySelector('.notes') !== null).toBe(true);
  });

  test('is edited, deleted, and put back', async () => {
    const library = fakeLibrary(PAGE, { ...ENTITY, notes: [note('One'), note('Two', 3, '2')] });
    const box = show(library, OPEN_ENTITY);
    await until('notes', () => box.querySelectorAll('.notes > li').length === 2);
    await userEvent.keyboard('n');
    await until('field', () => box.querySelector('textarea')?.value === 'One');
    await userEvent.click(button(box, 'Cancel'));
    await until('notes', () => box.querySelectorAll('.notes > li').length === 2);
    await userEvent.click([...box.querySelectorAll<HTMLElement>('.notes .btn')].at(-1) ?? box);
    await until('deleted', () => box.querySelectorAll('.notes > li').length === 1);
    await userEvent.click(button(box, 'Undo'));
    await expect.poll(() => box.querySelectorAll('.notes > li').length === 2).toBe(true);
  });

  test('too long is counted and cannot be saved', async () => {
    const library = fakeLibrary();
    const box = show(library, OPEN_ENTITY);
    await until('field', () => box.querySelector('textarea') !== null);
    await userEvent.fill(box.querySelector('textarea') ?? box, 'é'.repeat(8193));
    await until('count', () => box.textContent?.includes('2 bytes too long') ?? false);
    expect(button(box, 'Save').disabled).toBe(true);
    await userEvent.fill(box.querySelector('textarea') ?? box, 'é'.repeat(8000));
    await until('count', () => box.textContent?.includes('384 bytes left') ?? false);
    expect(button(box, 'Save').disabled).toBe(false);
  });
});

describe('the page', () => {
  test('that is no article is read when asked for', async () => {
    const library = fakeLibrary(darkPage('not-article', true));
    const box = show(library);
    await until('state', () => box.textContent?.includes('This looks like a front page') ?? false);
    await userEvent.click(button(box, 'Read this page anyway'));
    await expect.poll(() => box.querySelectorAll('.item').length === 8).toBe(true);
  });

  test('has a switch for its site', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('switch', () => box.querySelector('[role=switch]') !== null);
    await userEvent.click(box.querySelector('[role=switch]') ?? box);
    await until('off', () => box.textContent?.includes('Marks are off on this site') ?? false);
    expect(called(library, 'setSiteRule')).toEqual([{ site: 'courier.example', rule: 'off' }]);
    await userEvent.click(box.querySelector('[role=switch]') ?? box);
    await expect.poll(() => box.querySelectorAll('.item').length > 0).toBe(true);
  });

  test('is saved as an article and taken off again', async () => {
    const library = fakeLibrary();
    const box = show(library);
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    await userEvent.click(button(box, 'Save article'));
    await until('saved', () => box.querySelector('.foot [aria-pressed=true]') !== null);
    await userEvent.click(button(box, 'Saved'));
    await expect.poll(() => box.querySelector('.foot [aria-pressed=false]') !== null).toBe(true);
  });

  test('that the browser keeps to itself offers a field for its text', async () => {
    const library = fakeLibrary(darkPage('closed'));
    const box = show(library);
    await until('field', () => box.querySelector('.paste textarea') !== null);
    await userEvent.fill(box.querySelector('.paste textarea') ?? box, 'The Kestrel left Port Amber.');
    await userEvent.click(button(box, 'Find names'));
    await expect.poll(() => box.querySelectorAll('.item').length === 2).toBe(true);
  });

  test('that cannot be asked for says why, and is asked again', async () => {
    const library = fakeLibrary();
    library.failing.set('getPage', 'unavailable');
    const box = show(library);
    await until('notice', () => box.textContent?.includes('Backgrounder did not answer') ?? false);
    library.failing.clear();
    await userEvent.click(button(box, 'Try again'));
    await expect.poll(() => box.querySelectorAll('.item').length === 8).toBe(true);
  });
});

function withUnknown(): FakeLibrary {
  const library = fakeLibrary();
  library.unknowns = [
    UNKNOWN_OPERATION,
    { ...UNKNOWN_OPERATION, id: 'elsewhere' as UnknownId, sightings: [] },
  ];
  return library;
}

describe('an unknown operation', () => {
  test('met on this page is offered, and saved with the cursor in its note', async () => {
    const library = withUnknown();
    const box = show(library);
    await until('offer', () => box.querySelectorAll('.unknowns li').length === 1);
    await userEvent.click(button(box, 'Save Operation Tideway'));
    await until('field', () => document.activeElement?.tagName === 'TEXTAREA');
    expect(called(library, 'saveUnknown')).toEqual([{ unknownId: 'tideway' }]);
  });

  test('of another page waits in the inbox with its sentence', async () => {
    const library = withUnknown();
    const box = show(library);
    await until('offer', () => box.querySelectorAll('.unknowns li').length === 1);
    await userEvent.click(button(box, 'All 2 in the inbox'));
    await until('inbox', () => box.querySelectorAll('section.sec').length === 2);
    expect(box.textContent).toContain('They sailed on Operation Tideway.');
    await userEvent.click(button(box, 'Back to names'));
    await until('names', () => box.querySelectorAll('.item').length === 8);
  });

  test('that a card gave away comes with the question whose other name it is', async () => {
    const library = withUnknown();
    const box = show(library, {
      type: 'unknown',
      unknownId: 'tideway' as UnknownId,
      name: 'Operation Tideway',
    });
    await until('question', () => box.querySelector('.choosing') !== null);
    expect(box.querySelector('.choosing')?.textContent).toContain('Operation Tideway');
  });

  test('becomes another name of the one that is chosen next', async () => {
    const library = withUnknown();
    const box = show(library);
    await until('offer', () => box.querySelectorAll('.unknowns li').length === 1);
    await userEvent.click(button(box, 'Alias of…: say whose other name Operation Tideway is'));
    await until('question', () => box.querySelector('.choosing') !== null);
    await userEvent.keyboard('lantern{Enter}');
    await until('chosen', () => called(library, 'aliasUnknown').length === 1);
    expect(called(library, 'aliasUnknown')).toEqual([
      { unknownId: 'tideway', entityId: 'Operation Lantern' },
    ]);
  });

  test('is ignored, and heard of again', async () => {
    const library = withUnknown();
    const box = show(library);
    await until('offer', () => box.querySelectorAll('.unknowns li').length === 1);
    await userEvent.click(button(box, 'Ignore Operation Tideway'));
    await until('gone', () => box.querySelectorAll('.unknowns li').length === 0);
    await userEvent.click(button(box, 'Undo'));
    await until('back', () => box.querySelectorAll('.unknowns li').length === 1);
    expect(called(library, 'ignoreUnknown')).toEqual([
      { unknownId: 'tideway', ignored: true },
      { unknownId: 'tideway', ignored: false },
    ]);
  });
});

describe('a selection', () => {
  const CAPTURE = {
    type: 'capture',
    capture: {
      name: 'Operation Tideway',
      problem: null,
      passage: { url: 'https://courier.example/a', title: 'At sea', sentence: 'Operation Tideway began.' },
    },
  } as const;

  test('becomes a name with its kind, the aliases that were left, a note and its passage', async () => {
    const library = fakeLibrary();
    const box = show(library, CAPTURE);
    await until('chips', () => box.querySelectorAll('.chips li').length === 2);
    expect(document.activeElement).toBe(box.querySelector('input'));
    expect(box.querySelector('select')?.value).toBe('operation');
    expect(box.textContent).toContain('Operation Tideway began.');
    await userEvent.click(button(box, 'Remove Tideway'));
    await userEvent.type(box.querySelector('textarea') ?? box, 'Ask the navy.');
    await userEvent.click(button(box, 'Save'));
    await until('entity', () => box.querySelector('.entity') !== null);
    expect(called(library, 'saveCapture')).toEqual([
      {
        name: 'Operation Tideway',
        kind: 'operation',
        aliases: [{ text: 'Op Tideway', case: 'auto', strength: 'strong' }],
        note: 'Ask the navy.',
        passage: CAPTURE.capture.passage,
      },
    ]);
  });

  test('stays in the form when it could not be saved', async () => {
    const library = fakeLibrary();
    library.failing.set('saveCapture', 'storage');
    const box = show(library, CAPTURE);
    await until('chips', () => box.querySelectorAll('.chips li').length === 2);
    await userEvent.type(box.querySelector('textarea') ?? box, 'Kept.');
    await userEvent.click(button(box, 'Save'));
    await until('error', () => box.querySelector('.msg') !== null);
    expect(box.querySelector('textarea')?.value).toBe('Kept.');
    expect(button(box, 'Save').disabled).toBe(false);
  });

  test('cannot be saved without a name', async () => {
    const box = show(fakeLibrary(), CAPTURE);
    await until('chips', () => box.querySelectorAll('.chips li').length === 2);
    await userEvent.clear(box.querySelector('input') ?? box);
    await until('disabled', () => button(box, 'Save').disabled);
    await expect.poll(() => box.querySelectorAll('.chips li').length).toBe(0);
  });

  test.each([
    ['empty', 'Nothing is selected'],
    ['too-long', 'at most 200 characters'],
  ] as const)('that is %s says so, and leads back to the names', async (problem, words) => {
    const box = show(fakeLibrary(), { type: 'capture', capture: { name: '', problem, passage: null } });
    await until('words', () => box.textContent?.includes(words) ?? false);
    expect(box.querySelector('form')).toBeNull();
    await userEvent.click(button(box, 'Back to names'));
    await until('rows', () => box.querySelectorAll('.item').length === 8);
  });

  test('of a known name opens its note', async () => {
    const box = show(fakeLibrary(), { ...OPEN_ENTITY, write: true });
    await until('field', () => document.activeElement?.tagName === 'TEXTAREA');
    expect(box.querySelector('.entity')).not.toBeNull();
  });
});

describe('the side panel', () => {
  test('is opened from the bar', async () => {
    const library = fakeLibrary();
    let count = 0;
    const host = {
      ...library.host,
      openSidePanel: () => {
        count += 1;
        return Promise.resolve();
      },
    };
    open = stage(<Popup client={library.client} host={host} tabId={7} openFirst={null} />, 'popup');
    await userEvent.click(button(open.box, 'Open beside the page'));
    expect(count).toBe(1);
  });

  test('has no button to open itself, and follows the tab in front', async () => {
    const library = fakeLibrary();
    const tabs: ((tabId: number | null) => void)[] = [];
    const followTab = (onTab: (tabId: number | null) => void) => {
      tabs.push(onTab);
      onTab(7);
      return () => tabs.pop();
    };
    open = stage(<SidePanel client={library.client} host={library.host} followTab={followTab} />, 'popup');
    const { box } = open;
    await until('rows', () => box.querySelectorAll('.item').length === 8);
    expect(box.querySelector('[aria-label="Open beside the page"]')).toBeNull();
    tabs[0]?.(8);
    await expect.poll(() => called(library, 'getPage')).toContainEqual({ tabId: 8 });
  });
});
