import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Card } from '../../../entrypoints/card/Card';
import type { Client } from '../../../utils/messaging/client';
import type { CardCalls } from '../../../utils/messaging/protocol';
import { CallError } from '../../../utils/messaging/wire';
import { parseCardToHost, type CardToHost, type HostToCard } from '../../../utils/model/card-channel';
import type { Ticket } from '../../../utils/model/ids';
import { CARD, note, NOW, SPARE_CARD, UNKNOWN_CARD } from './samples';
import { stage, until, type Stage } from './stage';

interface CardHarness {
  readonly box: HTMLElement;
  readonly calls: { readonly call: string; readonly request: unknown }[];
  readonly heard: CardToHost[];
  readonly tell: (message: HostToCard) => void;
}

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

/** The card page at one end of a channel, and its host's end in the hands of the test. */
function show(answers: Partial<Client<CardCalls>> = {}): CardHarness {
  const { port1, port2 } = new MessageChannel();
  const calls: { call: string; request: unknown }[] = [];
  const heard: CardToHost[] = [];
  const record =
    (call: string) =>
    (request: unknown): Promise<void> => {
      calls.push({ call, request });
      return Promise.resolve();
    };
  const client: Client<CardCalls> = {
    redeemTicket: ({ ticket }) =>
      Promise.resolve({ session: 's' as Ticket, card: ticket === 'spare' ? SPARE_CARD : CARD }),
    rejectMention: record('rejectMention'),
    undoReject: record('undoReject'),
    chooseRunnerUp: record('chooseRunnerUp'),
    undoChoice: record('undoChoice'),
    openEntity: record('openEntity'),
    saveUnknown: record('saveUnknown'),
    ignoreUnknown: record('ignoreUnknown'),
    ...answers,
  };
  port1.addEventListener('message', (event) => {
    const message = parseCardToHost(event.data);
    if (message !== null) heard.push(message);
  });
  port1.start();
  open = stage(<Card client={client} port={port2} now={() => NOW} />, 'card');
  return { box: open.box, calls, heard, tell: (message) => port1.postMessage(message) };
}

const ticket = (name: string): HostToCard => ({ type: 'show', ticket: name as Ticket });

test('is empty until it is shown, tells its height, and is empty again when hidden', async () => {
  const { box, heard, tell } = show();
  await until('ready', () => heard.length === 1);
  expect(heard).toEqual([{ type: 'ready' }]);
  expect(box.childElementCount).toBe(0);
  tell(ticket('one'));
  await until('drawn', () => box.querySelector('.card') !== null);
  await until('size', () => heard.some((message) => message.type === 'size' && message.height > 200));
  expect(box.querySelector('.hw')?.textContent).toBe('Operation Lantern');
  tell({ type: 'hide' });
  await until('empty', () => box.childElementCount === 0);
});

test('asks for less height for less', async () => {
  const { box, heard, tell } = show();
  tell(ticket('one'));
  await until('drawn', () => box.querySelector('.card') !== null);
  tell(ticket('spare'));
  await until('the other', () => box.querySelector('.hw')?.textContent === SPARE_CARD.name);
  await until('two sizes', () => heard.filter(({ type }) => type === 'size').length >= 2);
  const heights = heard.flatMap((message) => (message.type === 'size' ? [message.height] : []));
  expect(heights.at(-1)).toBeLessThan(heights[0] ?? 0);
});

test('an answer that comes after the card was hidden draws nothing', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<{ session: Ticket; card: typeof CARD }>();
  const { box, tell } = show({ redeemTicket: () => promise });
  tell(ticket('slow'));
  tell({ type: 'hide' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  answer({ session: 's' as Ticket, card: CARD });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(box.childElementCount).toBe(0);
});

test('says why it has nothing to show', async () => {
  const { box, tell } = show({ redeemTicket: () => Promise.reject(new CallError('expired', 'used')) });
  tell(ticket('old'));
  await expect.poll(() => box.textContent).toContain('This card has run out');
});

test('takes the focus when told, keeps Tab inside, and hands Esc on', async () => {
  const { box, heard, tell } = show();
  tell(ticket('one'));
  await until('drawn', () => box.querySelector('.card') !== null);
  tell({ type: 'focus' });
  await until('focus', () => document.activeElement === box.querySelector('.card'));
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(document.activeElement?.textContent).toBe('Open');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.ariaLabel).toBe('Close');
  await userEvent.keyboard('{Escape}');
  await until('close', () => heard.some(({ type }) => type === 'close'));
});

test('an unknown operation can be saved, given away, or ignored with an undo', async () => {
  const unknown = { redeemTicket: () => Promise.resolve({ session: 's' as Ticket, card: UNKNOWN_CARD }) };
  const { box, calls, heard, tell } = show(unknown);
  tell(ticket('unknown'));
  await until('drawn', () => box.querySelector('.acts') !== null);
  expect(box.querySelector('strong')?.textContent).toBe('Op TIDEWAY');
  expect(box.textContent).toContain('Met in 7 articles');
  const press = (words: string): Promise<void> => {
    const button = [...box.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === words,
    );
    return userEvent.click(button ?? box);
  };
  await press('Ignore');
  await until('undo', () => box.querySelector('.undo') !== null);
  await press('Undo');
  await until('acts', () => box.querySelector('.acts') !== null);
  await press('Save');
  await until('saved', () => box.textContent?.includes('Saved “Operation Tideway”') ?? false);
  expect(box.querySelector('.acts')).toBeNull();
  expect(calls).toEqual([
    { call: 'ignoreUnknown', request: { session: 's', ignored: true } },
    { call: 'ignoreUnknown', request: { session: 's', ignored: false } },
    { call: 'saveUnknown', request: { session: 's' } },
  ]);
  expect(heard.some(({ type }) => type === 'close')).toBe(false);
});

test('the other sense can be chosen for this article, and taken back', async () => {
  const { box, calls, tell } = show();
  tell(ticket('spare'));
  await until('drawn', () => box.querySelector('.card') !== null);
  const press = async (words: string): Promise<void> => {
    const button = [...box.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === words,
    );
    await userEvent.click(button ?? box);
  };
  await press('Use this');
  await until('undo', () => box.querySelector('.undo') !== null);
  expect(box.querySelector('.undo')?.textContent).toContain('“PCHQ” is Port Charter Heritage Quarter');
  await press('Undo');
  await until('taken back', () => box.querySelector('.undo') === null);
  expect(calls.map(({ call }) => call)).toEqual(['chooseRunnerUp', 'undoChoice']);
});

test('“not this” offers three scopes and takes each back', async () => {
  const { box, calls, tell } = show();
  tell(ticket('spare'));
  await until('drawn', () => box.querySelector('.card') !== null);
  const menuButton = box.querySelector<HTMLElement>('[aria-haspopup]') ?? box;
  await userEvent.click(menuButton);
  expect([...box.querySelectorAll('[role=menuitem]')].map((item) => item.textContent)).toEqual([
    'In this article',
    'On courier.example',
    'Everywhere',
  ]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await until('undo', () => box.querySelector('.undo') !== null);
  expect(box.querySelector('.undo')?.textContent).toContain('Ignored “PCHQ” on courier.example.');
  await userEvent.click(box.querySelector('.undo button') ?? box);
  await until('menu again', () => box.querySelector('[aria-haspopup]') !== null);
  expect(calls).toEqual([
    { call: 'rejectMention', request: { session: 's', scope: 'site' } },
    { call: 'undoReject', request: { session: 's', scope: 'site' } },
  ]);
});

test('opens the entity and then has no more use', async () => {
  const { box, calls, heard, tell } = show();
  tell(ticket('one'));
  await until('drawn', () => box.querySelector('.card') !== null);
  await userEvent.click(box.querySelector('.acts button') ?? box);
  await until('closed', () => heard.some(({ type }) => type === 'close'));
  expect(calls).toEqual([{ call: 'openEntity', request: { session: 's' } }]);
});

test('links leave no trace and nothing but web addresses is a link', async () => {
  const { box, tell } = show({
    redeemTicket: () =>
      Promise.resolve({
        session: 's' as Ticket,
        card: {
          ...CARD,
          related: [
            { title: 'Good', url: 'https://courier.example/a', site: 'C', published: null, reason: 'r' },
            { title: 'Bad', url: 'javascript:alert(1)', site: 'C', published: null, reason: 'r' },
          ],
        },
      }),
  });
  tell(ticket('one'));
  await until('drawn', () => box.querySelector('.rel') !== null);
  for (const link of box.querySelectorAll('a')) {
    expect([link.target, link.rel, link.referrerPolicy]).toEqual([
      '_blank',
      'noopener noreferrer',
      'no-referrer',
    ]);
    expect(link.protocol).toBe('https:');
  }
  expect(box.querySelectorAll('.rel a').length).toBe(1);
  expect(box.querySelectorAll('.rel li').length).toBe(2);
});

test('a note is drawn as Markdown: two lines of it, its links as careful as all others', async () => {
  const body = '**Never** on the record, see [the order](https://mod.example/x) <img src=x onerror=alert(1)>';
  const latestNote = note(body);
  const { box, tell } = show({
    redeemTicket: () => Promise.resolve({ session: 's' as Ticket, card: { ...CARD, latestNote } }),
  });
  tell(ticket('one'));
  await until('marked', () => box.querySelector('.notebox strong') !== null);
  const drawn = box.querySelector('.notebox');
  expect(drawn?.classList.contains('two')).toBe(true);
  expect(drawn?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(drawn?.querySelector('img')).toBeNull();
  const link = drawn?.querySelector('a');
  expect([link?.title, link?.rel, link?.target]).toEqual(['mod.example', 'noopener noreferrer', '_blank']);
});
