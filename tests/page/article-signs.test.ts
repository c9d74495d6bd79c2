import { describe, expect, test } from 'vitest';
import { addressSigns } from '../../utils/page/article/address';
import { jsonLdNodes, textOf, typesOf } from '../../utils/page/article/json-ld';
import { publisherSign } from '../../utils/page/article/news-hosts';

const types = (...texts: readonly string[]): string[] => jsonLdNodes(texts).flatMap(typesOf);

describe('JSON-LD', () => {
  test.each([
    ['an object', '{"@type":"NewsArticle"}', ['NewsArticle']],
    ['an array', '[{"@type":"WebPage"},{"@type":"NewsArticle"}]', ['WebPage', 'NewsArticle']],
    ['a graph', '{"@graph":[{"@type":"WebSite"},{"@type":"Article"}]}', ['WebSite', 'Article']],
    ['an array of types', '{"@type":["Article","NewsArticle"]}', ['Article', 'NewsArticle']],
    ['a type with its prefix', '{"@type":"https://schema.org/NewsArticle"}', ['NewsArticle']],
    [
      'one inside another',
      '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle"}}',
      ['WebPage', 'NewsArticle'],
    ],
    ['a comment around it', '//<![CDATA[\n{"@type":"NewsArticle"}\n//]]>', ['NewsArticle']],
    ['a raw line break in a string', '{"@type":"NewsArticle","headline":"Two\nlines"}', ['NewsArticle']],
    ['a trailing comma', '{"@type":"NewsArticle",}', ['NewsArticle']],
    ['no JSON at all', 'window.data = 1', []],
    ['null, a number, a string', 'null', []],
  ])('%s', (_, text, expected) => {
    expect(types(text)).toEqual(expected);
  });

  test('a broken block does not hide the next one', () => {
    expect(types('{"@type":', '{"@type":"NewsArticle"}')).toEqual(['NewsArticle']);
  });

  test('a tower of objects ends somewhere', () => {
    const tower = '{"@type":"A","x":'.repeat(5_000) + '1' + '}'.repeat(5_000);
    expect(jsonLdNodes([tower]).length).toBeLessThan(50);
  });

  test.each([
    ['a string', ' BBC ', 'BBC'],
    ['a named object', { name: 'BBC' }, 'BBC'],
    ['the first of several', [{ name: 'BBC' }, { name: 'AFP' }], 'BBC'],
    ['nonsense', { name: { toString: 1 } }, ''],
    ['nothing', undefined, ''],
  ])('text of %s', (_, value, expected) => {
    expect(textOf(value)).toBe(expected);
  });
});

describe('addresses', () => {
  test.each([
    ['https://example.com/', { isHome: true }],
    ['https://example.com/?p=12', { isHome: false }],
    ['https://example.com/2024/02/03/ships-sail-for-the-gulf', { hasDate: true, hasSlug: true }],
    ['https://example.com/news/world-12345678', { hasSection: true, hasSlug: false }],
    ['https://example.com/tag/ships', { isElsewhere: true }],
    ['https://example.com/find?q=ships', { isElsewhere: true }],
    ['https://example.com/politics', { hasSection: true, isElsewhere: false }],
  ])('%s', (address, expected) => {
    expect(addressSigns(new URL(address))).toMatchObject(expected);
  });
});

describe('publishers', () => {
  test.each([
    ['www.bbc.co.uk', 'listed'],
    ['edition.cnn.com', 'listed'],
    ['www.thelittletowngazette.org', 'named'],
    ['news.example.com', 'named'],
    ['www.example.com', null],
    ['localhost', null],
    ['127.0.0.1', null],
  ])('%s', (host, expected) => {
    expect(publisherSign(host)).toBe(expected);
  });
});
