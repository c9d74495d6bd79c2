import * as v from 'valibot';
import type { LibraryCalls } from './library-calls';
import type { RequestSchemas } from './schemas';

const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const LIBRARY_REQUESTS: RequestSchemas<LibraryCalls> = {
  searchLibrary: v.strictObject({ query: text(200) }),
  awaitSearch: nothing,
};
