import { describe, expect, test } from 'vitest';
import { PACK_LIMITS } from '../../utils/packs/limits';
import { parsePack } from '../../utils/packs/parse';
import { problemLine } from '../../utils/packs/problem';
import { packOf, parseText, textOf } from './lines-of-file';

const MANIFEST = {
  'backgrounder-pack': 1,
  id: 'test-pack',
  name: 'Test pack',
  version: 1,
  language: 'en',
  licence: 'CC0-1.0',
  authors: ['A. Writer'],
  updated: '2026-01-31',
};

const SOURCE = { title: 'Register', url: 'https://register.example/1' };

function manifest(changes: object = {}): string {
  return JSON.stringify({ ...MANIFEST, ...changes });
}

function entity(changes: object = {}): string {
  return JSON.stringify({ entity: { id: 'a', kind: 'place', name: 'Avalon', ...changes } });
}

/**
 * A pack of many rows.
 *
 * @yields the manifest, then what `line` makes of 0, 1, 2...
 */
function* many(count: number, line: (index: number) => string): Generator<string> {
  yield manifest();
  for (let index = 0; index < count; index += 1) yield line(index);
}

/** Fifty aliases that no other number has. */
function fiftyNames(index: number): string[] {
  return Array.from({ length: 50 }, (_, n) => `n${index}x${n}`);
}

/** A test row: what one sentence must light. */
function sentence(text: string, id: string): string {
  return JSON.stringify({ test: { text: 'We sail to Avalon.', lights: [{ text, entity: id }] } });
}

/** What a pack of these lines is refused for, one line a problem. */
async function refusal(...lines: string[]): Promise<string[]> {
  const result = await parsePack(lines);
  return result.ok ? [] : result.problems.map((problem) => problemLine(problem));
}

describe('a sound pack', () => {
  test('is read whole: the example of the format, version 1', async () => {
    await expect(packOf('tests/fixtures/packs/format-v1.jsonl')).resolves.toMatchSnapshot();
  });

  test('may end its lines as Windows does and begin with a byte order mark', async () => {
    const text = `\ufeff${textOf('tests/fixtures/packs/format-v1.jsonl').replaceAll('\n', '\r\n')}`;
    expect((await parseText(text)).ok).toBe(true);
  });

  test('tells how far it is', async () => {
    const rows: number[] = [];
    await parsePack([manifest(), entity()], { onRow: (row) => rows.push(row) });
    expect(rows).toEqual([1, 2]);
  });

  test('keeps names in their composed form', async () => {
    const result = await parsePack([manifest(), entity({ name: 'Cafe\u0301' })]);
    expect(result.ok && result.pack.entities[0]?.name).toBe('Café');
  });

  test('is warned of words that mix two alphabets', async () => {
    const result = await parsePack([manifest(), entity({ aliases: ['Lоndon'] })]);
    expect(result.ok && result.warnings.map((warning) => problemLine(warning))).toEqual([
      'row 2, entity: “Lоndon” mixes the letters of two alphabets',
    ]);
  });
});

describe('the manifest', () => {
  test.each([
    ['', 'row 1: this is no pack: the first line must be {"backgrounder-pack": 1, "id": ..., ...}'],
    ['<!doctype html>', 'row 1: this is a web page, not a pack: look at the address it came from'],
    [entity(), 'row 1: this is no pack: the first line must be {"backgrounder-pack": 1, "id": ..., ...}'],
    [
      manifest({ 'backgrounder-pack': 2 }),
      'row 1: the pack is written for a newer Backgrounder (format 2); update first',
    ],
    [manifest({ version: 1.5 }), 'row 1, version: must be a whole number'],
    [manifest({ version: 0 }), 'row 1, version: must be 1 or more'],
    [manifest({ updated: '2026-02-30' }), 'row 1, updated: must be a day, YYYY-MM-DD'],
    [manifest({ updated: '2026-02' }), 'row 1, updated: must be a day, YYYY-MM-DD'],
    [manifest({ language: 'English' }), 'row 1, language: must be a language tag such as en or pt-BR'],
    [manifest({ authors: [] }), 'row 1, authors: must name at least one author'],
    [manifest({ licence: undefined }), 'row 1, licence: is missing'],
    [manifest({ script: 'x' }), 'row 1, script: is no field of this format'],
  ])('%s', async (line, message) => {
    expect(await refusal(line, entity())).toEqual([message]);
  });

  test('an empty file is no pack', async () => {
    expect(await refusal()).toEqual(['row 1: the file is empty']);
  });
});

describe('an entity', () => {
  test.each([
    [{ id: 'Not Good' }, 'entity.id: must be lower-case letters and digits, joined by single hyphens'],
    [
      { kind: 'ship' },
      'entity.kind: must be one of person, organisation, group, place, operation, equipment, document, event',
    ],
    [{ name: '' }, 'entity.name: must not be empty'],
    [{ name: undefined }, 'entity.name: is missing'],
    [{ name: ' Avalon' }, 'entity.name: must not begin or end with white space'],
    [{ name: '—!' }, 'entity.name: must hold a letter or a digit'],
    [{ name: 'a'.repeat(201) }, 'entity.name: is longer than 200 characters'],
    [
      { name: 'Ava\u200blon' },
      'entity.name: holds a character that cannot be seen (U+200B at character 4); remove it',
    ],
    [
      { name: 'Ava\u202elon' },
      'entity.name: holds a character that cannot be seen (U+202E at character 4); remove it',
    ],
    [
      { name: 'Ava\u0007' },
      'entity.name: holds a character that cannot be seen (U+0007 at character 4); remove it',
    ],
    [
      { name: 'Ava\ud800lon' },
      'entity.name: holds a character that cannot be seen (U+D800 at character 4); remove it',
    ],
    [
      { name: 'Av\u{e0041}' },
      'entity.name: holds a character that cannot be seen (U+E0041 at character 3); remove it',
    ],
    [
      { name: 'Av\u200dalon' },
      'entity.name: holds a character that cannot be seen (U+200D at character 3); remove it',
    ],
    [
      { summary: 'So\u00adft' },
      'entity.summary: holds a character that cannot be seen (U+00AD at character 3); remove it',
    ],
    [{ aliases: [7] }, 'entity.aliases[0]: must be text, or an object with text, case and strength'],
    [{ aliases: [''] }, 'entity.aliases[0].text: must not be empty'],
    [{ aliases: [{ text: 'A1', case: 'any' }] }, 'entity.aliases[0].case: must be one of exact, fold, auto'],
    [{ aliases: [{ text: 'A1', pattern: 'A.*' }] }, 'entity.aliases[0].pattern: is no field of this format'],
    [{ aliases: ['A1', 'A2', 'A1'] }, 'entity.aliases[2]: “A1” is already an alias of this entity'],
    [{ aliases: Array.from({ length: 51 }, (_, n) => `A${n}`) }, 'entity.aliases: holds more than 50'],
    [
      { links: [{ title: 'T', url: 'javascript:alert(1)' }] },
      'entity.links[0].url: must be a web address (https://..., no user name, at most 2048 characters)',
    ],
    [{ facts: [{ slot: 'S', value: 'V' }] }, 'entity.facts[0].source: is missing'],
    [
      { facts: [{ slot: 'S', value: 'V', from: '2020', to: '2019', source: SOURCE }] },
      'entity.facts[0]: ends (to) before it begins (from)',
    ],
    [
      { facts: [{ slot: 'S', value: 'V', from: '2020-13', source: SOURCE }] },
      'entity.facts[0].from: must be YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      {
        facts: [
          { slot: 'S', value: 'V', source: SOURCE },
          { slot: 'S', value: 'V', source: SOURCE },
        ],
      },
      'entity.facts[1]: the same fact stands above',
    ],
    [{ wikidata: '42' }, 'entity.wikidata: must be an identifier such as Q145'],
    [{ companions: ['b'] }, 'entity.companions[0]: no entity of this pack has the id “b”'],
    [{ html: '<b>' }, 'entity.html: is no field of this format'],
  ])('%j', async (changes, message) => {
    expect(await refusal(manifest(), '', entity(changes))).toEqual([`row 3, ${message}`]);
  });

  test('a joiner is spelling where the script needs it', async () => {
    expect(await refusal(manifest(), entity({ name: 'می\u200cخواهم' }))).toEqual([]);
  });

  test('an id is used once', async () => {
    expect(await refusal(manifest(), entity(), entity())).toEqual([
      'row 3, entity.id: “a” is already the id of row 2',
    ]);
  });
});

describe('links', () => {
  test.each([
    'https://bank.example@evil.example/',
    'https://user:pass@evil.example/',
    'data:text/html,hello',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'chrome://settings',
    'view-source:https://a.example',
    'https:\\\\evil.example',
    'https://evil.example/a b',
    'https://evil.example/\u202egpj.exe',
    'https://xn--80ak6aa92e.example\u200b/',
    'https://аpple.example/',
    'http://localhost/',
    'https://127.0.0.1/',
    ' https://a.example/',
    'https:/a.example',
    'HTTPS//a.example',
    `https://a.example/${'a'.repeat(PACK_LIMITS.urlLength)}`,
  ])('%s is refused', async (url) => {
    const problems = await refusal(manifest(), entity({ links: [{ title: 'T', url }] }));
    expect(problems).toEqual([
      'row 2, entity.links[0].url: must be a web address (https://..., no user name, at most 2048 characters)',
    ]);
  });

  test.each([
    'https://a.example',
    'http://a.example:8080/x?y=z&q=%20#part',
    'https://en.wikipedia.org/wiki/Op%C3%A9ration_(film)',
    'https://xn--80ak6aa92e.example/',
    'https://a.example/wiki/Opération',
  ])('%s is taken', async (url) => {
    expect(await refusal(manifest(), entity({ links: [{ title: 'T', url }] }))).toEqual([]);
  });
});

describe('keys that reach into JavaScript', () => {
  test.each([
    ['{"entity":{"__proto__":{"polluted":1}}}', 'row 2, entity.__proto__: this field name is not allowed'],
    ['{"__proto__":{"entity":{}}}', 'row 2, __proto__: this field name is not allowed'],
    [
      '{"entity":{"id":"a","kind":"place","name":"A1","aliases":[{"text":"B1","constructor":{"prototype":1}}]}}',
      'row 2, entity.aliases[0].constructor: this field name is not allowed',
    ],
    [
      '{"test":{"text":"A","lights":[{"prototype":1}]}}',
      'row 2, test.lights[0].prototype: this field name is not allowed',
    ],
  ])('%s', async (line, message) => {
    expect(await refusal(manifest(), line)).toEqual([message]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('nesting has an end', async () => {
    const deep = `{"entity":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const [problem] = await refusal(manifest(), deep);
    expect(problem).toMatch(/^row 2, entity\[0\].*: is nested deeper than 8 levels$/);
  });
});

describe('rows', () => {
  test.each([
    ['{"entity":{"id":"a"', 'row 2: is no valid JSON: the line seems cut off'],
    ['{"entity":{id:1}}', 'row 2: is no valid JSON'],
    ['<html><body>', 'row 2: this is a web page, not a pack: look at the address it came from'],
    ['[1]', 'row 2: must be {"entity": {...}} or {"test": {...}}'],
    ['{"entity":{},"test":{}}', 'row 2: must be {"entity": {...}} or {"test": {...}}'],
    ['{"note":{}}', 'row 2: must be {"entity": {...}} or {"test": {...}}'],
  ])('%s', async (line, message) => {
    expect(await refusal(manifest(), line)).toEqual([message]);
  });

  test('a test names only what stands in its text, and entities of the pack', async () => {
    expect(await refusal(manifest(), entity(), sentence('avalon', 'a'))).toEqual([
      'row 3, test.lights[0].text: must stand in the test’s text, letter for letter',
    ]);
    expect(await refusal(manifest(), entity(), sentence('Avalon', 'b'))).toEqual([
      'row 3, test.lights[0].entity: no entity of this pack has the id “b”',
    ]);
  });

  test('problems of many rows come together, in order', async () => {
    expect(await refusal(manifest(), entity({ name: '' }), '{', entity({ id: 'b', kind: 'x' }))).toEqual([
      'row 2, entity.name: must not be empty',
      'row 3: is no valid JSON: the line seems cut off',
      expect.stringContaining('row 4, entity.kind: must be one of'),
    ]);
  });
});

describe('limits', { timeout: 60_000 }, () => {
  test('a line', async () => {
    const long = entity({ summary: 'a'.repeat(PACK_LIMITS.lineLength) });
    expect(await refusal(manifest(), long)).toEqual(['row 2: the line is longer than 65536 characters']);
  });

  test('names in all', async () => {
    const lines = many(20_000, (index) =>
      entity({ id: `e${index}`, name: `n${index}`, aliases: fiftyNames(index) }),
    );
    const result = await parsePack(lines);
    expect(!result.ok && result.problems.map((problem) => problem.message)).toEqual([
      'the pack has more than 1000000 names',
    ]);
  });

  test('the whole file, read no further', async () => {
    let read = 0;
    const blank = ' '.repeat(PACK_LIMITS.lineLength);
    const lines = many(5_000, () => {
      read += 1;
      return blank;
    });
    const result = await parsePack(lines);
    expect(!result.ok && result.problems).toHaveLength(1);
    expect(!result.ok && result.problems[0]?.message).toBe('the pack is longer than 67108864 characters');
    expect(read).toBeLessThan(1_100);
  });

  test('the list of problems, read no further', async () => {
    let read = 0;
    const lines = many(5_000, () => {
      read += 1;
      return '{';
    });
    const result = await parsePack(lines);
    expect(!result.ok && result.problems).toHaveLength(PACK_LIMITS.problemCount);
    expect(read).toBe(PACK_LIMITS.problemCount);
  });
});
