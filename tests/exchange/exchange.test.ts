import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { BackupEntity, BackupNote } from '../../utils/backup/format';
import { writeAnnotations } from '../../utils/exchange/annotations';
import { writeCsv } from '../../utils/exchange/csv';
import { fileNames } from '../../utils/exchange/file-names';
import { markdownFiles } from '../../utils/exchange/markdown-folder';
import type { ArticleId, EntityId, NoteId } from '../../utils/model/ids';

const entity = (name: string, aliases: readonly string[] = [], summary = ''): BackupEntity => ({
  id: `id-${name.length}` as EntityId,
  name,
  kind: 'operation',
  aliases: aliases.map((text) => ({ text, case: 'auto', strength: 'strong' })),
  summary,
  companions: [],
  context: [],
  links: [],
});
const note = (of: BackupEntity, body: string, more: Partial<BackupNote> = {}): BackupNote => ({
  id: `note-${body.length}` as NoteId,
  entityId: of.id,
  body,
  created: Date.UTC(2026, 0, 2),
  updated: 0,
  deleted: 0,
  ...more,
});

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
const unguarded = (cell = ''): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

describe('a table', () => {
  test('is read by others as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string(), (name, body) => {
        const one = entity(name);
        const text = writeCsv({ entities: [one], notes: [note(one, body)] });
        const { data, errors } = Papa.parse<string[]>(text.slice(1), {
          skipEmptyLines: false,
          newline: '\r\n',
        });
        expect(errors).toEqual([]);
        const [, row = []] = data;
        fc.pre(!/^'[=+\-@\t\r]/.test(name) && !/^'[=+\-@\t\r]/.test(body));
        expect(row).toHaveLength(6);
        expect([unguarded(row[0]), unguarded(row[5])]).toEqual([name, body]);
      }),
    );
  });

  test('begins with a byte order mark and never with a formula; leaves out what was deleted', () => {
    const one = entity('=HYPERLINK("x")', ['a', 'b']);
    const text = writeCsv({ entities: [one], notes: [note(one, 'gone', { deleted: 5 })] });
    expect(text).toBe(
      `\uFEFFname,kind,aliases,summary,tags,notes\r\n"'=HYPERLINK(""x"")",operation,a; b,,,\r\n`,
    );
  });
});

describe('file names', () => {
  test('are safe and no two alike', () => {
    expect(fileNames(['a/b', 'A:B', '..', 'con', 'x\u202Ey', 'x\u200By', ' '])).toEqual([
      'a-b',
      'A-B 2',
      'unnamed',
      'con-',
      'xy',
      'xy 2',
      'unnamed 2',
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 12 }), (texts) => {
        const names = fileNames(texts);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
        expect(names.filter((name) => !/^[^\\/:*?"<>|\p{Cc}]+$/u.test(name))).toEqual([]);
      }),
    );
  });
});

test('a folder of Markdown carries names, tags, notes and sources; no name leaves its quotes', () => {
  const one = entity('Op "Shader"\n---', ['Shader: the mission'], 'A mission.');
  const source = {
    url: 'https://courier.example/1',
    title: 'T',
    publisher: 'Courier',
    published: null,
    quote: '',
  };
  const files = markdownFiles({
    entities: [one],
    notes: [note(one, 'Met **twice**', { tags: ['raf'], sources: [source] })],
  });
  expect([...files]).toEqual([
    [
      'Op -Shader----.md',
      [
        '---',
        `id: "${one.id}"`,
        String.raw`name: "Op \"Shader\"\n---"`,
        'kind: operation',
        'aliases:',
        '  - "Shader: the mission"',
        'tags:',
        '  - "raf"',
        '---',
        '',
        'A mission.',
        '',
        '## 2026-01-02',
        '',
        'Met **twice**',
        '',
        'Source: T Courier https://courier.example/1',
        '',
      ].join('\n'),
    ],
  ]);
});

test('annotations point at the sentence in the article, and at the words that a note rests on', () => {
  const one = entity('Shader');
  const source = {
    url: 'https://courier.example/2',
    title: '',
    publisher: '',
    published: null,
    quote: 'twice',
  };
  const list = JSON.parse(
    writeAnnotations({
      entities: [one],
      notes: [note(one, 'Body', { sources: [source] })],
      articles: [
        {
          id: 'a1' as ArticleId,
          url: 'https://courier.example/1',
          title: '',
          site: '',
          published: null,
          saved: 0,
        },
      ],
      sightings: [{ articleId: 'a1' as ArticleId, entityId: one.id, count: 1, sentence: 'It flew.' }],
    }),
  ) as unknown[];
  expect(list).toMatchObject([
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      motivation: 'tagging',
      body: [{ value: 'Shader' }],
      target: {
        source: 'https://courier.example/1',
        selector: { type: 'TextQuoteSelector', exact: 'It flew.' },
      },
    },
    {
      motivation: 'commenting',
      body: [{ format: 'text/markdown', value: 'Body' }, { value: 'Shader' }],
      target: { source: 'https://courier.example/2', selector: { exact: 'twice' } },
    },
  ]);
});
