import * as v from 'valibot';
import { KINDS } from '../model/kind';
import { isCoarseDay, isDay } from './day';
import { PACK_FORMAT } from './format';
import { findHidden } from './hidden-text';
import { PACK_LIMITS } from './limits';
import { isWebAddress } from './web-address';

/** Messages (or how they begin) by which a row's reader tells what kind of rule was broken. */
export const MESSAGE = {
  hidden: 'holds a character that cannot be seen',
  address: `must be a web address (https://..., no user name, at most ${PACK_LIMITS.urlLength} characters)`,
} as const;

/** Text in Unicode's composed form, without hidden characters and without white space at its ends. */
function text(max: number, options: { readonly empty?: boolean; readonly allowed?: string } = {}) {
  return v.pipe(
    v.string('must be text'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const hidden = findHidden(dataset.value, options.allowed);
      if (hidden !== null) addIssue({ message: `${MESSAGE.hidden} (${hidden}); remove it` });
    }),
    v.check((value) => value === value.trim(), 'must not begin or end with white space'),
    v.check((value) => options.empty === true || value !== '', 'must not be empty'),
    v.maxLength(max, `is longer than ${max} characters`),
    v.transform((value) => value.normalize('NFC')),
  );
}

const name = v.pipe(
  text(PACK_LIMITS.nameLength),
  v.check((value) => /[\p{L}\p{N}]/u.test(value), 'must hold a letter or a digit'),
);

const address = v.pipe(v.string('must be text'), v.check(isWebAddress, MESSAGE.address));

const localId = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by single hyphens'),
  v.maxLength(PACK_LIMITS.idLength, `is longer than ${PACK_LIMITS.idLength} characters`),
);

const wholeDay = v.pipe(v.string('must be text'), v.check(isDay, 'must be a day, YYYY-MM-DD'));
const coarseDay = v.pipe(
  v.string('must be text or null'),
  v.check(isCoarseDay, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
);

function list<Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(v.array(item, 'must be a list'), v.maxLength(max, `holds more than ${max}`));
}

function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `must be one of ${options.join(', ')}`);
}

/** An alias is either its text alone (case `auto`, strength `strong`) or an object that says more. */
const alias = v.pipe(
  v.custom<string | object>(
    (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
    'must be text, or an object with text, case and strength',
  ),
  v.transform((value) => (typeof value === 'string' ? { text: value } : value)),
  v.strictObject({
    text: name,
    case: v.optional(oneOf(['exact', 'fold', 'auto']), 'auto'),
    strength: v.optional(oneOf(['strong', 'weak', 'off']), 'strong'),
  }),
);

const source = v.strictObject({ title: text(PACK_LIMITS.titleLength), url: address });

const fact = v.pipe(
  v.strictObject({
    slot: text(PACK_LIMITS.slotLength),
    value: text(PACK_LIMITS.valueLength),
    from: v.optional(v.nullable(coarseDay), null),
    to: v.optional(v.nullable(coarseDay), null),
    source,
  }),
  v.check(
    ({ from, to }) => from === null || to === null || from <= to.padEnd(10, '~'),
    'ends (to) before it begins (from)',
  ),
);

const link = v.strictObject({
  title: text(PACK_LIMITS.titleLength),
  url: address,
  publisher: v.optional(text(PACK_LIMITS.nameLength, { empty: true }), ''),
  published: v.optional(v.nullable(wholeDay), null),
});

export const manifestShape = v.strictObject({
  'backgrounder-pack': v.literal(PACK_FORMAT, `must be ${PACK_FORMAT}`),
  id: localId,
  name: text(PACK_LIMITS.nameLength),
  version: v.pipe(
    v.number('must be a number'),
    v.safeInteger('must be a whole number'),
    v.minValue(1, 'must be 1 or more'),
  ),
  language: v.pipe(
    v.string('must be text'),
    v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as en or pt-BR'),
  ),
  licence: text(PACK_LIMITS.nameLength),
  authors: v.pipe(
    list(text(PACK_LIMITS.nameLength), PACK_LIMITS.authorCount),
    v.minLength(1, 'must name at least one author'),
  ),
  description: v.optional(text(PACK_LIMITS.summaryLength, { empty: true }), ''),
  homepage: v.optional(v.nullable(address), null),
  updated: wholeDay,
});

export const entityShape = v.strictObject({
  id: localId,
  kind: oneOf(KINDS),
  name,
  aliases: v.optional(list(alias, PACK_LIMITS.aliasCount), []),
  summary: v.optional(text(PACK_LIMITS.summaryLength, { empty: true }), ''),
  facts: v.optional(list(fact, PACK_LIMITS.factCount), []),
  links: v.optional(list(link, PACK_LIMITS.linkCount), []),
  companions: v.optional(list(localId, PACK_LIMITS.companionCount), []),
  context: v.optional(list(text(PACK_LIMITS.contextWordLength), PACK_LIMITS.contextCount), []),
  wikidata: v.optional(
    v.nullable(
      v.pipe(v.string('must be text'), v.regex(/^Q[1-9]\d{0,11}$/, 'must be an identifier such as Q145')),
    ),
    null,
  ),
});

export const testShape = v.strictObject({
  // A test may hold what a page may: paragraphs and soft hyphens.
  text: text(PACK_LIMITS.testLength, { allowed: '\n\u00ad' }),
  lights: list(
    v.strictObject({
      text: v.pipe(v.string('must be text'), v.minLength(1, 'must not be empty')),
      entity: localId,
    }),
    PACK_LIMITS.lightCount,
  ),
});
