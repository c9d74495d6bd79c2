import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PACK_LIMITS } from '../../utils/packs/limits';
import { linesOf } from '../../utils/packs/lines';

async function collect(chunks: Iterable<string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(chunks)) lines.push(line);
  return lines;
}

test('where a piece ends makes no difference', async () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '€') });
  await fc.assert(
    fc.asyncProperty(fc.array(part), async (chunks) => {
      expect(await collect(chunks)).toEqual(await collect([chunks.join('')]));
    }),
  );
});

test('lines come without their ends', async () => {
  expect(await collect(['a\r\nb\n', '\nc'])).toEqual(['a', 'b', '', 'c']);
});

test('a line without end is cut off after one character too many', async () => {
  const chunk = 'x'.repeat(10_000);
  const lines = await collect([...Array.from({ length: 100 }, () => chunk), '\nnext']);
  expect(lines.map((line) => line.length)).toEqual([PACK_LIMITS.lineLength + 1, 4]);
});
