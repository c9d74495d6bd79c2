/** What an entity is. The order is the order of filters and legends. */
export const KINDS = [
  'person',
  'organisation',
  'group',
  'place',
  'operation',
  'equipment',
  'document',
  'event',
] as const;

/** `group` is an armed group; any other body of people is an `organisation`. */
export type Kind = (typeof KINDS)[number];

export function isKind(value: unknown): value is Kind {
  return KINDS.includes(value as Kind);
}
