import type { UnknownId } from '../model/ids';

/** An unknown name under which all of its spellings meet. */
export interface UnknownName {
  readonly id: UnknownId;
  /** The spelling to show. */
  readonly name: string;
}

/**
 * Brings the spellings of one unknown operation together: "Op Tideway", "Op. TIDEWAY" and "Operation «Tideway»" are one
 * name. The trigger becomes its full word, quotes go, and a name in capitals throughout is written as a name.
 *
 * @param surface the name as it stands in a text, trigger included
 * @param trigger the word that gave it away, as written
 */
export function unknownName(surface: string, trigger: string): UnknownName {
  const rest = surface
    .slice(surface.indexOf(trigger) + trigger.length)
    .replace(/["'“”„«»‘’‹›]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const word = fullTrigger(trigger);
  const id = `${word} ${rest}`
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-‐-―]+/gu, ' ') as UnknownId;
  return { id, name: `${word} ${spellOut(rest)}` };
}

function fullTrigger(trigger: string): string {
  const lower = trigger.toLowerCase().replace('.', '');
  if (lower === 'op' || lower.startsWith('operation')) return 'Operation';
  if (lower === 'ex' || lower.startsWith('exercise')) return 'Exercise';
  if (lower.endsWith('task force')) return trigger.replace(/\w+/g, (part) => capitalise(part.toLowerCase()));
  return capitalise(trigger);
}

/** "INHERENT RESOLVE" as "Inherent Resolve"; codes with digits and names in mixed case stay as they are. */
function spellOut(rest: string): string {
  return rest
    .split(' ')
    .map((part) => (/^\p{Lu}{4,}$/u.test(part) ? capitalise(part.toLowerCase()) : part))
    .join(' ');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
