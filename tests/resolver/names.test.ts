import { describe, expect, test } from 'vitest';
import type { Kind } from '../../utils/model/kind';
import { findDefinitions } from '../../utils/resolver/definitions';
import { expandForms } from '../../utils/resolver/forms';
import { capitalisesNouns } from '../../utils/resolver/language';
import { surnamesOf } from '../../utils/resolver/name-parts';
import { proposeAliases } from '../../utils/resolver/propose';

function forms(name: string, kind: Kind): string[] {
  return expandForms({ name, kind, aliases: [] }).map(({ text }) => text);
}

function proposed(name: string, kind: Kind): string[] {
  return proposeAliases(name, kind).map(({ text }) => text);
}

describe('forms to look for', () => {
  test('operations by their short trigger', () => {
    expect(forms('Operation Elm', 'operation')).toEqual(['Operation Elm', 'Op Elm', 'Op. Elm']);
    expect(forms('Operation Elm', 'document')).toEqual(['Operation Elm']);
  });

  test('equipment in the plural', () => {
    expect(forms('Tornado GR4', 'equipment')).toEqual(['Tornado GR4', 'Tornado GR4s']);
    expect(forms('HMS Kent', 'equipment')).toEqual(['HMS Kent']);
    expect(forms('Lynx', 'equipment')).toEqual(['Lynx']);
  });

  test('acronyms that are spoken', () => {
    expect(forms('NATO', 'organisation')).toContain('Nato');
    expect(forms('HMRC', 'organisation')).toEqual(['HMRC']);
    expect(forms('SAGE', 'organisation')).toEqual(['SAGE']);
  });

  test('what the entity lists keeps its rules', () => {
    const aliases = [{ text: 'Op Elm', case: 'exact', strength: 'off' } as const];
    expect(expandForms({ name: 'Operation Elm', kind: 'operation', aliases })).toContainEqual(aliases[0]);
    expect(expandForms({ name: 'Operation Elm', kind: 'operation', aliases }).length).toBe(3);
  });
});

describe('proposed aliases', () => {
  test('surname, weak', () => {
    expect(proposeAliases('Ben Wallace', 'person')).toEqual([
      { text: 'Wallace', case: 'auto', strength: 'weak' },
    ]);
  });

  test('acronym of a body, and the ministry turned round', () => {
    expect(proposed('International Monetary Fund', 'organisation')).toContain('IMF');
    expect(proposed('Ministry of Defence', 'organisation')).toEqual(
      expect.arrayContaining(['Ministry of Defense', 'Defence Ministry']),
    );
  });

  test('names, adjective and people of a country', () => {
    expect(proposed('United Kingdom', 'place')).toEqual(expect.arrayContaining(['UK', 'Britain', 'British']));
    expect(proposed('Iraq', 'place')).toEqual(expect.arrayContaining(['Iraqi', 'Iraqis']));
  });

  test('spellings', () => {
    expect(proposed('al-Qaeda', 'group')).toEqual(expect.arrayContaining(['al-Qaida', 'al Qaeda']));
  });

  test('short trigger of an operation', () => {
    expect(proposed('Operation Elm', 'operation')).toEqual(['Op Elm', 'Elm']);
  });

  test('never the name itself, never twice', () => {
    for (const [name, kind] of [
      ['United Nations', 'organisation'],
      ['Chad', 'place'],
      ['X', 'person'],
    ] as const) {
      const texts = proposed(name, kind);
      expect(texts).not.toContain(name);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('parts of names', () => {
  test.each([
    ['Ben Wallace', ['Wallace']],
    ['Martin Luther King Jr.', ['King', 'Luther King']],
    ['Abu Bakr al-Baghdadi', ['al-Baghdadi', 'Bakr al-Baghdadi', 'Baghdadi']],
    ['Ursula von der Leyen', ['Leyen', 'der Leyen', 'von der Leyen']],
    ['Madonna', []],
  ])('surnames of %s', (name, expected) => {
    expect(surnamesOf(name)).toEqual(expected);
  });
});

function pairs(text: string): string[] {
  return findDefinitions(text).map(
    ({ short, longStart, longEnd }) => `${short} = ${text.slice(longStart, longEnd)}`,
  );
}

describe('acronym definitions', () => {
  test.each([
    ['the Ministry of Defence (MOD) said', ['MOD = Ministry of Defence']],
    ['the Ministry of Defence ( MOD ) said', ['MOD = Ministry of Defence']],
    ['the SAS (Special Air Service) left', ['SAS = Special Air Service']],
    ['the so-called Islamic State (IS) group', ['IS = Islamic State']],
    ['the International Monetary Fund (IMF; founded 1944)', ['IMF = International Monetary Fund']],
    ['a man of Leeds (MP) and others (see below)', []],
    ['nothing (here', []],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });
});

describe('languages that capitalise nouns', () => {
  test('the text outvotes the tag', () => {
    const german =
      'Die Regierung hat sich mit den Ländern nicht geeinigt, und das ist für die Stadt ein Problem.';
    const english =
      'The government has not agreed with the states, and that is a problem for the city of Berlin.';
    expect(capitalisesNouns('en', [german])).toBe(true);
    expect(capitalisesNouns('de', [english])).toBe(false);
  });

  test('without text the tag decides', () => {
    expect(capitalisesNouns('de-AT', ['Kurz.'])).toBe(true);
    expect(capitalisesNouns('en-GB', [''])).toBe(false);
  });
});
