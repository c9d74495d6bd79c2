import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileNames, compileSteps, type NameSource } from '../../utils/matcher/compile';
import { HEADER, headerChecksum, HEADER_WORDS, VERSION } from '../../utils/matcher/format';
import { NamesFormatError, openNames, sensesOf, type NamesFault } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import { makeFolding } from '../../utils/text/folding';

// A stop for endless loops only: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const folding = makeFolding();

const NAMES: readonly NameSource[] = [
  {
    key: 7,
    aliases: [
      { text: 'Islamic State', case: 'auto', strength: 'strong' },
      { text: 'IS', case: 'exact', strength: 'weak' },
      { text: 'ISIL', case: 'auto', strength: 'off' },
      { text: 'islamic-state', case: 'fold', strength: 'weak' },
    ],
  },
  { key: 4_294_967_295, aliases: [{ text: 'ISLAMIC STATE', case: 'exact', strength: 'strong' }] },
  { key: 0, aliases: [{ text: 'Erdo\u011fan \ud83d 北京', case: 'auto', strength: 'strong' }] },
];
const TEXT = 'Islamic State, IS, ISIL, islamic state, ISLAMIC STATE, Erdogan \ud83d 北京';

const compiled = (): ArrayBuffer => compileNames(NAMES, undefined, folding);

function faultOf(bytes: ArrayBuffer): NamesFault | null {
  try {
    openNames(bytes);
    return null;
  } catch (error) {
    if (error instanceof NamesFormatError) return error.code;
    throw error;
  }
}

function changed(change: (header: Int32Array) => void, isSigned = false): ArrayBuffer {
  const bytes = compiled();
  const header = new Int32Array(bytes, 0, HEADER_WORDS);
  change(header);
  if (isSigned) header[HEADER.checksum] = headerChecksum(header);
  return bytes;
}

describe('senses', () => {
  const names = openNames(compiled());
  const formOf = (surface: string): number => {
    const [candidate] = searchNames(names, surface);
    if (!candidate) throw new Error(`no candidate in ${surface}`);
    return candidate.form;
  };

  test('come back as they were given, off left out', () => {
    expect(sensesOf(names, formOf('Islamic State'))).toEqual([
      { key: 7, alias: NAMES[0]?.aliases[0] },
      { key: 7, alias: NAMES[0]?.aliases[3] },
      { key: 4_294_967_295, alias: NAMES[1]?.aliases[0] },
    ]);
    expect(sensesOf(names, formOf('Erdogan \ud83d 北京'))).toEqual([{ key: 0, alias: NAMES[2]?.aliases[0] }]);
    expect(searchNames(names, 'ISIL')).toEqual([]);
    expect([names.formCount, names.senseCount]).toEqual([3, 5]);
  });

  test('filtered by a surface, each entity once, by its strongest alias', () => {
    const form = formOf('Islamic State');
    expect(sensesOf(names, form, 'islamic state').map(({ alias }) => alias.text)).toEqual(['islamic-state']);
    expect(sensesOf(names, form, 'Islamic State').map(({ alias }) => alias.text)).toEqual(['Islamic State']);
    expect(sensesOf(names, form, 'ISLAMIC STATE').map(({ key }) => key)).toEqual([7, 4_294_967_295]);
  });

  test('of an unknown form are none', () => {
    expect(sensesOf(names, -1)).toEqual([]);
    expect(sensesOf(names, 1_000_000)).toEqual([]);
  });
});

describe('bytes', () => {
  test('are told from anything else, with the reason', () => {
    expect(faultOf(compiled())).toBeNull();
    expect(faultOf(new ArrayBuffer(0))).toBe('too-short');
    expect(faultOf(new ArrayBuffer(100))).toBe('wrong-magic');
    expect(faultOf(compiled().slice(0, 63))).toBe('too-short');
    expect(faultOf(compiled().slice(0, -1))).toBe('wrong-length');
    expect(faultOf(compiled().slice(0, 200))).toBe('wrong-length');
    expect(faultOf(changed((header) => (header[HEADER.version] = VERSION + 1), true))).toBe('wrong-version');
    expect(faultOf(changed((header) => (header[HEADER.senseCount] = 4)))).toBe('wrong-checksum');
    expect(faultOf(changed((header) => (header[HEADER.senseCount] = 4000), true))).toBe('wrong-length');
    expect(faultOf(changed((header) => (header[HEADER.slotCount] = -8), true))).toBe('wrong-length');
  });

  test('with any one bit of the header flipped are refused', () => {
    for (let bit = 0; bit < HEADER_WORDS * 32; bit++) {
      const bytes = changed((header) => (header[bit >> 5] = (header[bit >> 5] ?? 0) ^ (1 << (bit & 31))));
      expect(faultOf(bytes), `bit ${bit}`).not.toBeNull();
    }
  });

  test('damaged behind the header neither hang a search nor lead it out of the text', () => {
    const { byteLength } = compiled();
    fc.assert(
      fc.property(
        // Most of the bytes are the fold table; the rest is what a search walks along.
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.integer({ min: HEADER_WORDS * 4, max: byteLength - 1 }),
              fc.integer({ min: byteLength - 2000, max: byteLength - 1 }),
            ),
            fc.integer({ min: 0, max: 255 }),
          ),
          { minLength: 1, maxLength: 400 },
        ),
        (changes) => {
          const bytes = compiled();
          const view = new Uint8Array(bytes);
          for (const [offset, value] of changes) view[offset] = value;
          const names = openNames(bytes);
          for (const { start, end, form } of searchNames(names, TEXT)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(TEXT.length);
            sensesOf(names, form);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('filled with ones throughout do not hang a search', () => {
    const bytes = compiled();
    new Uint8Array(bytes).fill(0xff, HEADER_WORDS * 4 + 0x20000);
    const names = openNames(bytes);
    for (const { form } of searchNames(names, TEXT)) {
      expect(sensesOf(names, form).length).toBeLessThanOrEqual(names.senseCount);
    }
    expect(names.probesMax).toBeLessThan(100);
  });

  test('work from a copy, as they come back from storage', () => {
    const names = openNames(structuredClone(compiled()));
    expect(searchNames(names, TEXT)).toEqual(searchNames(openNames(compiled()), TEXT));
  });
});

test('compilation pauses', () => {
  const names = Array.from({ length: 5000 }, (_, key) => ({
    key,
    aliases: [{ text: `Name ${key}`, case: 'auto' as const, strength: 'strong' as const }],
  }));
  const steps = compileSteps(names, undefined, folding);
  const counts: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) counts.push(step.value.aliasCount);
  expect(counts).toEqual(expect.arrayContaining([0, 1000, 2000, 3000, 4000, 5000]));
  expect(openNames(step.value).formCount).toBe(5000);
});

test('a key that is no number of an entity is an error', () => {
  for (const key of [-1, 0.5, NaN, 2 ** 32]) {
    expect(() => compileNames([{ key, aliases: [] }], undefined, folding)).toThrow(RangeError);
  }
});
