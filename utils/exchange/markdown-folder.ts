import type { BackupSections } from '../backup/format';
import { fileNames } from './file-names';
import { otherNames, tagsOf, toldEntities } from './tables';

/**
 * The reader's own entities as Markdown files by their names: front matter as Obsidian and others read it (`aliases`,
 * `tags`, `kind`, `id`), then the summary, then the notes as they were written, each under its day.
 */
export function markdownFiles(
  sections: Pick<BackupSections, 'entities' | 'notes'>,
): ReadonlyMap<string, string> {
  const all = toldEntities(sections);
  const names = fileNames(all.map(({ entity }) => entity.name));
  return new Map(
    all.map((told, at) => {
      const { entity, notes } = told;
      const head = [
        '---',
        `id: ${quoted(entity.id)}`,
        `name: ${quoted(entity.name)}`,
        `kind: ${entity.kind}`,
        ...list('aliases', otherNames(entity)),
        ...list('tags', tagsOf(told)),
        '---',
      ].join('\n');
      const parts = [
        head,
        ...(entity.summary === '' ? [] : [entity.summary]),
        ...notes.flatMap(({ body, created, sources }) => [
          `## ${new Date(created).toISOString().slice(0, 10)}`,
          body,
          ...(sources ?? []).map(({ title, url, publisher, published }) =>
            ['Source:', title, publisher, published ?? '', url].filter((part) => part !== '').join(' '),
          ),
        ]),
      ];
      return [`${names[at] ?? entity.id}.md`, `${parts.join('\n\n')}\n`] as const;
    }),
  );
}

function list(key: string, values: readonly string[]): string[] {
  return values.length === 0 ? [`${key}: []`] : [`${key}:`, ...values.map((value) => `  - ${quoted(value)}`)];
}

/** A YAML string that no character of the text can leave: JSON strings are YAML strings. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
