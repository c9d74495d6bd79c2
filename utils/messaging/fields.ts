import * as v from 'valibot';

/** Parts of requests that several schemas share. */

export const id = <Id extends string>() =>
  v.custom<Id>((value) => typeof value === 'string' && /^[\w/.:-]{1,200}$/u.test(value));

export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** A name as people write one: 1 to 200 characters, no controls, no direction overrides, nothing invisible. */
export const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(200),
  v.regex(/^[^\p{Cc}\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]+$/u),
);

export const alias = v.strictObject({
  text: name,
  case: v.picklist(['auto', 'exact', 'fold']),
  strength: v.picklist(['strong', 'weak', 'off']),
});

/** Longer than any note may be: the exact limit is in bytes, and its error is told in words by the service. */
export const noteBody = text(200_000);

export const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
