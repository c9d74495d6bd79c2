import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '@/utils/services/note-history';

test('both texts stand in their differences, whole', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', 'Wells', '\n', 'ü', '.'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [older, newer] = [one.join(''), other.join('')];
      const changes = wordChanges(older, newer);
      const without = (kind: 'gone' | 'new'): string =>
        changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('');
      expect(without('new')).toBe(older);
      expect(without('gone')).toBe(newer);
    }),
  );
});
