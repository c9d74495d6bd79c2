import { describe, expect, test } from 'vitest';
import type { Alias, Entity } from '../../utils/model/entity';
import type { EntityId, PackId } from '../../utils/model/ids';
import { conflictsOf, overlayFor, trimmedOverlay, withOverlay } from '../../utils/model/overlay';

const alias = (text: string, strength: Alias['strength'] = 'strong'): Alias => ({
  text,
  case: 'auto',
  strength,
});

const THEIRS: Entity = {
  id: 'harbour/petrel' as EntityId,
  kind: 'equipment',
  name: 'MV Petrel',
  aliases: [alias('Grey Petrel'), alias('Petrel', 'weak')],
  summary: 'A ferry.',
  companions: [],
  context: [],
  links: [],
  pack: 'harbour' as PackId,
};

describe('an overlay', () => {
  test('holds what the reader changed and nothing else', () => {
    const wanted = { ...THEIRS, summary: 'My ferry.', aliases: [alias('Grey Petrel'), alias('Old Grey')] };
    const overlay = overlayFor(THEIRS, wanted);
    expect(overlay).toEqual({
      entityId: THEIRS.id,
      aliases: [alias('Old Grey'), alias('Petrel', 'off')],
      fields: { summary: { mine: 'My ferry.', base: 'A ferry.' } },
    });
    expect(withOverlay(THEIRS, overlay)).toMatchObject({
      name: 'MV Petrel',
      summary: 'My ferry.',
      aliases: [alias('Grey Petrel'), alias('Old Grey'), alias('Petrel', 'off')],
    });
    expect(withOverlay(THEIRS, undefined)).toBe(THEIRS);
  });

  test('stays on top of what the pack changes elsewhere', () => {
    const overlay = overlayFor(THEIRS, { ...THEIRS, summary: 'My ferry.' });
    const next: Entity = { ...THEIRS, name: 'MV Petrel II', aliases: [...THEIRS.aliases, alias('P2')] };
    expect(withOverlay(next, overlay)).toMatchObject({ name: 'MV Petrel II', summary: 'My ferry.' });
    expect(withOverlay(next, overlay).aliases).toContainEqual(alias('P2'));
    expect(conflictsOf(next, overlay)).toEqual([]);
  });

  test('conflicts where both changed one field differently, and the reader’s value is in force', () => {
    const overlay = overlayFor(THEIRS, { ...THEIRS, summary: 'My ferry.' });
    const next = { ...THEIRS, summary: 'Their ferry.' };
    expect(withOverlay(next, overlay).summary).toBe('My ferry.');
    expect(conflictsOf(next, overlay)).toEqual([
      { field: 'summary', mine: 'My ferry.', theirs: 'Their ferry.', base: 'A ferry.' },
    ]);
    // Editing another field afterwards does not hide it.
    const later = overlayFor(next, { ...next, summary: 'My ferry.', kind: 'place' }, overlay);
    expect(conflictsOf(next, later).map(({ field }) => field)).toEqual(['summary']);
  });

  test('is gone where the pack took it over; names of the reader’s own stay', () => {
    const overlay = overlayFor(THEIRS, {
      ...THEIRS,
      summary: 'Better.',
      aliases: [...THEIRS.aliases, alias('P2')],
    });
    const next = { ...THEIRS, summary: 'Better.', aliases: [...THEIRS.aliases, alias('P2')] };
    expect(trimmedOverlay(next, overlay)).toEqual({ entityId: THEIRS.id, aliases: [alias('P2')] });
    expect(trimmedOverlay(next, overlayFor(THEIRS, { ...THEIRS, summary: 'Better.' }))).toBeNull();
  });

  test('switching a name on again takes the switch away', () => {
    const off = overlayFor(THEIRS, { ...THEIRS, aliases: [alias('Grey Petrel')] });
    expect(off.aliases).toEqual([alias('Petrel', 'off')]);
    expect(overlayFor(THEIRS, THEIRS, off).aliases).toEqual([]);
  });
});
