import type { Kind } from '../../../utils/model/kind';

/** A name as a pack's line spells it: text alone, or with its own rules. */
export type NameRow =
  | string
  | {
      readonly text: string;
      readonly case?: 'auto' | 'exact' | 'fold';
      readonly strength?: 'strong' | 'weak' | 'off';
    };

/** A fact as a pack's line spells it; absent dates are left out. */
export interface FactRow {
  readonly slot: string;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
  readonly source: { readonly title: string; readonly url: string };
}

/** An entity as a pack's line spells it. */
export interface EntityRow {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases?: readonly NameRow[];
  readonly summary: string;
  readonly facts: readonly FactRow[];
  readonly companions?: readonly string[];
  readonly context?: readonly string[];
}

/** A bundled pack before it is written. */
export interface PackDraft {
  /** Name of the file in `public/packs`. */
  readonly file: string;
  readonly manifest: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly description: string;
  };
  readonly entities: readonly EntityRow[];
  /** Lines `{"test":{...}}`, as they stand in the table. */
  readonly tests: readonly string[];
}

/** The pack's file: manifest, entities, tests, one a line. Empty lists are left out. `updated` is the day of the release. */
export function packText({ manifest, entities, tests }: PackDraft, updated: string): string {
  const head = {
    'backgrounder-pack': 1,
    id: manifest.id,
    name: manifest.name,
    version: manifest.version,
    language: 'en',
    licence: 'CC0-1.0',
    authors: ['Backgrounder contributors'],
    description: manifest.description,
    updated,
  };
  const lines = entities.map((entity) => JSON.stringify({ entity: withoutEmpty(entity) }));
  return `${[JSON.stringify(head), ...lines, ...tests].join('\n')}\n`;
}

/** A local id made of a name: lower-case letters and digits, joined by hyphens. */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function withoutEmpty(entity: EntityRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entity).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}
