import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CARD_REQUESTS, MESSAGE_TEXT_MAX, PAGE_REQUESTS, PANEL_REQUESTS } from '@/utils/messaging/requests';

const page = {
  url: 'https://example.org/story',
  title: 'A story',
  site: 'Example',
  language: 'en',
  published: '2020-12-10',
  section: '',
};
const find = { documentId: 'abc', page, blocks: [{ id: 0, text: 'Iraq' }], gone: [], fresh: true };
const isFind = (request: unknown): boolean => v.is(PAGE_REQUESTS.findMentions, request);

describe('requests', () => {
  test('a page may ask for mentions in its blocks', () => {
    expect(isFind(find)).toBe(true);
  });

  test.each([
    [
      'more text than one message may hold',
      { ...find, blocks: [{ id: 0, text: 'x'.repeat(MESSAGE_TEXT_MAX + 1) }] },
    ],
    ['a date that is none', { ...find, page: { ...page, published: 'yesterday' } }],
    ['a block without text', { ...find, blocks: [{ id: 0 }] }],
    ['a negative block', { ...find, blocks: [{ id: -1, text: '' }] }],
    ['an id with a space', { ...find, documentId: 'a b' }],
    ['an unknown key', { ...find, entityId: 'x' }],
  ])('a page may not send %s', (_what, request) => {
    expect(isFind(request)).toBe(false);
  });

  test.each(['', '  ', 'a\u202Eb', 'zero\u200Bwidth', 'line\nbreak', 'x'.repeat(201)])(
    'an entity cannot be called %j',
    (name) => {
      const request = { name, kind: 'person', aliases: [], summary: '' };
      expect(v.is(PANEL_REQUESTS.createEntity, request)).toBe(false);
    },
  );

  test('no schema throws on anything that JSON can carry', () => {
    const schemas = [
      ...Object.values(PAGE_REQUESTS),
      ...Object.values(CARD_REQUESTS),
      ...Object.values(PANEL_REQUESTS),
    ];
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...schemas), (value, schema) => {
        expect(v.safeParse(schema as v.GenericSchema, value).success).toBeTypeOf('boolean');
      }),
    );
  });
});
