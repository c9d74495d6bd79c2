import type * as v from 'valibot';

/**
 * The shape and size of every call's argument, checked before a handler sees it. Objects are strict: an unknown key is
 * refused, so that no handler can be handed more than the contract names.
 */
export type RequestSchemas<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (request: infer Request) => unknown
    ? v.GenericSchema<unknown, Request>
    : never;
};
