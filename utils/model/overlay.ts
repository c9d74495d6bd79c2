import type { Alias, Entity } from './entity';
import type { EntityId } from './ids';

/** Fields of a pack's entity that a reader may correct. */
export const OVERLAY_FIELDS = ['name', 'summary', 'kind'] as const;
export type OverlayField = (typeof OVERLAY_FIELDS)[number];

/** A reader's correction, and what the pack said when it was made. */
export interface Correction<Value> {
  readonly mine: Value;
  readonly base: Value;
}

/** Corrections by field; a field that is absent is the pack's. */
export type Corrections = { readonly [Field in OverlayField]?: Correction<Entity[Field]> };

/** What a reader made of a pack's entity. It lies over the pack's own text and outlives updates and removal of the pack. */
export interface Overlay {
  readonly entityId: EntityId;
  /** Names of the reader's own, and the reader's rules for names of the pack; `off` for one that is switched off. */
  readonly aliases: readonly Alias[];
  readonly fields?: Corrections;
}

/** A field that both the reader and the pack changed, differently. */
export interface OverlayConflict {
  readonly field: OverlayField;
  readonly mine: string;
  readonly theirs: string;
  /** What the pack said when the reader corrected it. */
  readonly base: string;
}

/** The entity as the reader sees it: corrections win, and so do the reader's rules for a name. */
export function withOverlay(theirs: Entity, overlay: Overlay | undefined): Entity {
  if (overlay === undefined) return theirs;
  const { name, summary, kind } = overlay.fields ?? {};
  return {
    ...theirs,
    name: name?.mine ?? theirs.name,
    summary: summary?.mine ?? theirs.summary,
    kind: kind?.mine ?? theirs.kind,
    aliases: mergeAliases(theirs.aliases, overlay.aliases),
  };
}

/** Fields in which a new release of the pack and the reader disagree. The reader's value is in force until one is chosen. */
export function conflictsOf(theirs: Entity, overlay: Overlay): OverlayConflict[] {
  return OVERLAY_FIELDS.flatMap((field) => {
    const correction = overlay.fields?.[field];
    if (correction === undefined) return [];
    const { mine, base } = correction;
    return theirs[field] === base || theirs[field] === mine
      ? []
      : [{ field, mine, theirs: theirs[field], base }];
  });
}

/**
 * The overlay without corrections that the pack took over; null when nothing is left of it. Names of the reader's own stay
 * though the pack has them too: a later release may drop them.
 */
export function trimmedOverlay(theirs: Entity, overlay: Overlay): Overlay | null {
  const { aliases } = overlay;
  const kept = OVERLAY_FIELDS.filter((field) => {
    const correction = overlay.fields?.[field];
    return correction !== undefined && correction.mine !== theirs[field];
  });
  if (aliases.length === 0 && kept.length === 0) return null;
  const fields = Object.fromEntries(kept.map((field) => [field, overlay.fields?.[field]])) as Corrections;
  return { entityId: overlay.entityId, aliases, ...(kept.length > 0 ? { fields } : {}) };
}

/**
 * The overlay that makes a pack's entity what the reader wants. A name of the pack that is not wanted is switched off, since
 * the pack's next release would bring it back.
 *
 * @param before what was laid over it until now: the base of a correction that stays is the one that it had
 */
export function overlayFor(
  theirs: Entity,
  wanted: Pick<Entity, OverlayField | 'aliases'>,
  before?: Overlay,
): Overlay {
  const texts = new Set(wanted.aliases.map(({ text }) => text));
  const dropped = theirs.aliases
    .filter(({ text, strength }) => !texts.has(text) && strength !== 'off')
    .map((alias): Alias => ({ ...alias, strength: 'off' }));
  const changed = wanted.aliases.filter(
    (own) =>
      !theirs.aliases.some((alias) => isSameAlias(alias, own)) ||
      before?.aliases.some((alias) => isSameAlias(alias, own)) === true,
  );
  const fields = Object.fromEntries(
    OVERLAY_FIELDS.filter((field) => wanted[field] !== theirs[field]).map((field) => {
      const known = before?.fields?.[field];
      return [
        field,
        { mine: wanted[field], base: known?.mine === wanted[field] ? known.base : theirs[field] },
      ];
    }),
  ) as Corrections;
  const overlay = { entityId: theirs.id, aliases: [...changed, ...dropped] };
  return Object.keys(fields).length > 0 ? { ...overlay, fields } : overlay;
}

/** The reader's rules for a text win over a pack's. */
export function mergeAliases(given: readonly Alias[], own: readonly Alias[]): Alias[] {
  const texts = new Set(own.map(({ text }) => text));
  return [...given.filter(({ text }) => !texts.has(text)), ...own];
}

function isSameAlias(one: Alias, other: Alias): boolean {
  return one.text === other.text && one.case === other.case && one.strength === other.strength;
}
