import { expect, test } from 'vitest';
import { KINDS } from '../../utils/model/kind';
import { PACK_LIMITS } from '../../utils/packs/limits';
import { entityShape, manifestShape, testShape } from '../../utils/packs/shapes';
import { textOf } from './lines-of-file';

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
}

const { $defs } = JSON.parse(textOf('utils/packs/pack.schema.json')) as {
  readonly $defs: Readonly<Record<string, Schema>>;
};

test.each([
  ['manifest', manifestShape.entries],
  ['entity', entityShape.entries],
  ['test', testShape.entries],
])('the JSON Schema of %s has the fields that the reader takes, and no others', (name, entries) => {
  const schema = $defs[name];
  expect(Object.keys(schema?.properties ?? {}).toSorted()).toEqual(Object.keys(entries).toSorted());
  const required = Object.entries(entries).filter(([, entry]) => entry.type !== 'optional');
  expect(schema?.required?.toSorted()).toEqual(required.map(([key]) => key).toSorted());
});

test('the JSON Schema has the limits and kinds that the reader has', () => {
  const entity = $defs['entity']?.properties ?? {};
  expect(entity['kind']?.enum).toEqual(KINDS);
  expect(entity['name']?.maxLength).toBe(PACK_LIMITS.nameLength);
  expect(entity['aliases']?.maxItems).toBe(PACK_LIMITS.aliasCount);
  expect(entity['facts']?.maxItems).toBe(PACK_LIMITS.factCount);
  expect(entity['links']?.maxItems).toBe(PACK_LIMITS.linkCount);
  expect(entity['companions']?.maxItems).toBe(PACK_LIMITS.companionCount);
  expect(entity['context']?.maxItems).toBe(PACK_LIMITS.contextCount);
  expect(entity['summary']?.maxLength).toBe(PACK_LIMITS.summaryLength);
  expect($defs['address']?.maxLength).toBe(PACK_LIMITS.urlLength);
  expect($defs['id']?.maxLength).toBe(PACK_LIMITS.idLength);
  expect($defs['test']?.properties?.['text']?.maxLength).toBe(PACK_LIMITS.testLength);
});
