import type { BackupSections } from '../backup/format';

/**
 * What the reader saw and wrote about saved articles as W3C Web Annotations (JSON-LD): a sentence by a TextQuoteSelector at
 * the article's address, tagged with the entity's name; a note with a quoted source as a comment at that source.
 */
export function writeAnnotations(
  sections: Pick<BackupSections, 'entities' | 'notes' | 'articles' | 'sightings'>,
): string {
  const names = new Map<string, string>(sections.entities.map(({ id, name }) => [id, name]));
  const articles = new Map(sections.articles.map((article) => [article.id, article]));
  const seen = sections.sightings.flatMap(({ articleId, entityId, sentence }) => {
    const article = articles.get(articleId);
    if (article === undefined || sentence === '') return [];
    return [
      annotation(
        `${articleId}:${entityId}`,
        'tagging',
        article.saved,
        tag(names.get(entityId)),
        article.url,
        sentence,
      ),
    ];
  });
  const said = sections.notes.flatMap(({ id, entityId, body, created, deleted, sources }) => {
    if (deleted !== 0) return [];
    return (sources ?? []).flatMap(({ url, quote }, at) => {
      if (url === '') return [];
      const comment = { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: body };
      const bodies = [comment, ...tag(names.get(entityId))];
      return [annotation(`${id}:${at}`, 'commenting', created, bodies, url, quote)];
    });
  });
  return `${JSON.stringify([...seen, ...said], null, 1)}\n`;
}

function tag(name: string | undefined): readonly object[] {
  return name === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value: name }];
}

function annotation(
  id: string,
  motivation: 'tagging' | 'commenting',
  created: number,
  body: readonly object[],
  source: string,
  exact: string,
): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:backgrounder:${encodeURIComponent(id)}`,
    type: 'Annotation',
    motivation,
    created: new Date(created).toISOString(),
    body,
    target: exact === '' ? { source } : { source, selector: { type: 'TextQuoteSelector', exact } },
  };
}
