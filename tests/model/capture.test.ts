import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PANEL_REQUESTS } from '@/utils/messaging/requests';
import { nameOfSelection } from '@/utils/model/capture';
import * as v from 'valibot';

test.each([
  ['  Ben\n  Wallace, ', 'Ben Wallace'],
  ['“Operation Shader”', 'Operation Shader'],
  ['Acme Inc.', 'Acme Inc.'],
  ['Zo\u0065\u0308', 'Zo\u00eb'],
  ['Wal\u00adlace\u202e', 'Wallace'],
  ['O’Neill', 'O’Neill'],
])('%j becomes %j', (selected, name) => {
  expect(nameOfSelection(selected)).toEqual({ name, problem: null });
});

test.each([
  ['', 'empty'],
  [' \n\t', 'empty'],
  ['\u200b“”', 'empty'],
  ['x'.repeat(201), 'too-long'],
])('%j is no name', (selected, problem) => {
  expect(nameOfSelection(selected)).toEqual({ name: '', problem });
});

test('what is taken for a name is one that the background takes', () => {
  const ask = PANEL_REQUESTS.proposeAliases;
  const isTaken = fc.check(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.lorem()), (selected) => {
      const { name, problem } = nameOfSelection(selected);
      return problem !== null || v.safeParse(ask, { name, kind: 'person' }).success;
    }),
  );
  expect(isTaken.counterexample).toBeNull();
});
