import { PACK_FORMAT, type Pack, type PackEntity, type PackManifest, type PackTest } from './format';

/**
 * A pack as text, in the one form that all writers agree on: entities by id, tests by their text, fields in a fixed order,
 * nothing that is a default. So two packs with the same content have the same lines and the same hash, however they were
 * written, and a chain of deltas ends in exactly the snapshot that its author built.
 *
 * @yields lines without their ends; {@link parsePack} reads them to the same pack, but for the numbers of the rows
 */
export function* packLines(pack: Pack): Generator<string, void, undefined> {
  yield manifestLine(pack.manifest);
  for (const entity of pack.entities.toSorted(byKey(({ id }) => id))) yield entityLine(entity);
  const tests = pack.tests.map((test) => testLine(test));
  yield* [...new Set(tests)].toSorted(byKey((line) => line));
}

/** The first line of a pack. */
export function manifestLine(manifest: PackManifest): string {
  const { id, name, version, language, licence, authors, description, homepage, updated } = manifest;
  return JSON.stringify({
    'backgrounder-pack': PACK_FORMAT,
    id,
    name,
    version,
    language,
    licence,
    authors,
    description: orAbsent(description),
    homepage: homepage ?? undefined,
    updated,
  });
}

/** An entity's line. */
export function entityLine(entity: PackEntity): string {
  return JSON.stringify({
    entity: {
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      aliases: listOrAbsent(entity.aliases, (alias) => {
        const rule = alias.case === 'auto' ? undefined : alias.case;
        const strength = alias.strength === 'strong' ? undefined : alias.strength;
        return rule === undefined && strength === undefined
          ? alias.text
          : { text: alias.text, case: rule, strength };
      }),
      summary: orAbsent(entity.summary),
      facts: listOrAbsent(entity.facts, ({ slot, value, from, to, source }) => ({
        slot,
        value,
        from: from ?? undefined,
        to: to ?? undefined,
        source: { title: source.title, url: source.url },
      })),
      links: listOrAbsent(entity.links, ({ title, url, publisher, published }) => ({
        title,
        url,
        publisher: orAbsent(publisher),
        published: published ?? undefined,
      })),
      companions: listOrAbsent(entity.companions, (id) => id),
      context: listOrAbsent(entity.context, (word) => word),
      wikidata: entity.wikidata ?? undefined,
    },
  });
}

/** A test's line. */
export function testLine({ text, lights }: Pick<PackTest, 'text' | 'lights'>): string {
  return JSON.stringify({
    test: { text, lights: lights.map((light) => ({ text: light.text, entity: light.entity })) },
  });
}

function orAbsent(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function listOrAbsent<Item, Written>(
  items: readonly Item[],
  write: (item: Item) => Written,
): Written[] | undefined {
  return items.length === 0 ? undefined : items.map((item) => write(item));
}

/** By code units, which is the same everywhere. */
function byKey<Item>(keyOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : Number(a > b);
  };
}
