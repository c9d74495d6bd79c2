import { surfaceForms, type Alias } from '../model/entity';
import type { HeldAlias, HoldReason } from '../model/pack';
import { commonWords } from './common-words';
import type { Pack, PackEntity } from './format';

/**
 * Strong aliases that would light up all over the place: everyday words, and single characters. Weak aliases may be
 * everyday words, since they need evidence; so may aliases in capitals that are looked for as written ("US", "WHO").
 */
export function riskyAliases(pack: Pack): HeldAlias[] {
  const words = commonWords();
  return pack.entities.flatMap((entity) =>
    surfaceForms(entity).flatMap((alias) => {
      const reason = riskOf(alias, words);
      return reason === null
        ? []
        : [{ row: entity.row, entity: entity.id, alias: alias.text, reason, sentence: null }];
    }),
  );
}

function riskOf(alias: Alias, words: ReadonlySet<string>): HoldReason | null {
  if (alias.strength === 'off') return null;
  if ((alias.text.match(/[\p{L}\p{N}]/gu) ?? []).length === 1) return 'too-short';
  if (alias.strength === 'weak') return null;
  const isCapitals = alias.text === alias.text.toUpperCase();
  if (isCapitals && alias.case !== 'fold') return null;
  return words.has(alias.text.toLowerCase()) ? 'common-word' : null;
}

/**
 * The entity with the held aliases switched off: still known and searchable, never lit. A form that the resolver derived
 * (a plural, "Isis" for "ISIS") is listed as switched off, which keeps it from being derived again.
 */
export function withHeld(entity: PackEntity, held: readonly HeldAlias[]): PackEntity {
  const texts = new Set(held.filter((one) => one.entity === entity.id).map((one) => one.alias));
  if (texts.size === 0) return entity;
  const own = surfaceForms(entity);
  const derived = [...texts].filter((text) => !own.some((alias) => alias.text === text));
  const aliases: Alias[] = [
    ...own.map((alias) => (texts.has(alias.text) ? { ...alias, strength: 'off' as const } : alias)),
    ...derived.map((text) => ({ text, case: 'exact' as const, strength: 'off' as const })),
  ];
  return { ...entity, aliases };
}

/** Held aliases by the local id of their entity. */
export function heldByEntity(held: readonly HeldAlias[]): ReadonlyMap<string, readonly HeldAlias[]> {
  const byEntity = new Map<string, HeldAlias[]>();
  for (const one of held) {
    const known = byEntity.get(one.entity);
    if (known === undefined) byEntity.set(one.entity, [one]);
    else known.push(one);
  }
  return byEntity;
}
