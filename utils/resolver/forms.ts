import { surfaceForms, type Alias, type Entity } from '../model/entity';
import type { Kind } from '../model/kind';
import { isCommonWord } from './common-words';

/** Kinds whose names newspapers put in the plural: two Typhoons, several AK-47s. */
const PLURAL_KINDS: ReadonlySet<Kind> = new Set<Kind>(['equipment']);

/** Long trigger words of operation names and the short ones that stand for them. */
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  Operation: ['Op', 'Op.'],
  Op: ['Operation', 'Op.'],
  Exercise: ['Ex', 'Ex.'],
  Opération: ['Operation'],
  Operación: ['Operation'],
};

/**
 * Every form to look for: the entity's surface forms, and those that follow from them by rule, with the same case and
 * strength. For use when names are compiled; parts of names that only a page can justify (surnames) are not among them.
 *
 * - "Operation Shader": also "Op Shader", "Op. Shader"; "Exercise X": also "Ex X".
 * - equipment: the plural ("Typhoons", "Tornado GR4s").
 * - acronyms that are spoken as words: "Nato" for "NATO", as the British press writes them.
 * - "The Detroit News": also "Detroit News".
 *
 * @returns surface forms first, nothing twice; a form that the entity lists itself keeps the entity's rules
 */
export function expandForms(entity: Pick<Entity, 'name' | 'aliases' | 'kind'>): Alias[] {
  const own = surfaceForms(entity);
  const forms = [...own];
  const known = new Set(own.map((form) => form.text));
  for (const alias of own) {
    for (const text of formsOf(alias.text, entity.kind)) {
      if (known.has(text)) continue;
      known.add(text);
      forms.push({ ...alias, text });
    }
  }
  return forms;
}

function formsOf(text: string, kind: Kind): string[] {
  const forms: string[] = [];
  const match = /^(\p{L}+) (?=[\p{Lu}\p{N}])/u.exec(text);
  const trigger = match?.[1] ?? '';
  if (kind === 'operation' && Object.hasOwn(TRIGGERS, trigger)) {
    for (const short of TRIGGERS[trigger] ?? []) forms.push(`${short}${text.slice(trigger.length)}`);
  }
  if (isSpokenAcronym(text)) forms.push(text.charAt(0) + text.slice(1).toLowerCase());
  const plural = PLURAL_KINDS.has(kind) ? pluralOf(text) : null;
  if (plural !== null) forms.push(plural);
  if (/^The \p{Lu}/u.test(text)) forms.push(text.slice(4));
  return forms;
}

/** Acronyms whose small-letter form is a word or a first name of its own. */
const WORD_ACRONYMS = new Set(
  'aids cobra sage care start swift unite score fire rest mint asset amber astra aria cara ally alma arms axis base bond core dare echo edge ella eton gain gala hero icon idea iron jade lima luna mare mars mali nice noah omen oman onyx opus oral otto pace pact peru rosa ruby salt sara seal seat sign soul tate team unit vera west wise zara'.split(
    ' ',
  ),
);

/** Four and more capitals with a vowel among them: said as a word, and so written like one by many papers. */
function isSpokenAcronym(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    /^\p{Lu}{4,8}$/u.test(text) &&
    /[AEIOU]/.test(text.slice(1)) &&
    /[^AEIOU]/.test(text) &&
    !isCommonWord(lower) &&
    !WORD_ACRONYMS.has(lower)
  );
}

/** "Typhoon" -> "Typhoons", "AK-47" -> "AK-47s"; null for names that end in s, x, z or no letter or digit. */
function pluralOf(text: string): string | null {
  if (!/[\p{L}\p{N}]$/u.test(text) || /(?:[sxz]|[cs]h)$/i.test(text)) return null;
  // Ships and "Challenger 2": the plural is never printed.
  if (/^(?:HMS|USS|RFA|MV) | \d+$/.test(text)) return null;
  return `${text}s`;
}
