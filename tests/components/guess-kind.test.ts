import { expect, test } from 'vitest';
import { guessKind } from '../../components/NewEntity';

test.each([
  ['Operation Tideway', 'operation'],
  ['Op TIDEWAY', 'operation'],
  ['Ada Wells', 'person'],
  ['Jean-Luc O’Neill', 'person'],
  ['Zoë O’Neill', 'person'],
  ['NATO', 'organisation'],
  ['tideway', 'organisation'],
])('%s is offered as %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind);
});
