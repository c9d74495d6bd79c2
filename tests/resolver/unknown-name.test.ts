import { describe, expect, test } from 'vitest';
import { unknownName } from '@/utils/resolver/unknown-name';

describe('unknownName', () => {
  test.each([
    ['Operation Tideway', 'Operation', 'Operation Tideway'],
    ['Op Tideway', 'Op', 'Operation Tideway'],
    ['Op. TIDEWAY', 'Op.', 'Operation Tideway'],
    ['OP TIDEWAY', 'OP', 'Operation Tideway'],
    ['OPERATION TIDEWAY', 'OPERATION', 'Operation Tideway'],
    ['Operation «Tideway»', 'Operation', 'Operation Tideway'],
    ['Operation “Tideway”', 'Operation', 'Operation Tideway'],
  ])('%s is written %s', (surface, trigger, name) => {
    expect(unknownName(surface, trigger)).toEqual({ id: 'operation tideway', name });
  });

  test('an exercise, a task force and an operation of one name are three', () => {
    const ids = [
      unknownName('Exercise Tideway', 'Exercise'),
      unknownName('Ex Tideway', 'Ex'),
      unknownName('Task Force Tideway', 'Task Force'),
      unknownName('Op Tideway', 'Op'),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
  });

  test('keeps numbers, codes and words of other languages', () => {
    expect(unknownName('Operation HERRICK 18', 'Operation').name).toBe('Operation Herrick 18');
    expect(unknownName('Op K2', 'Op').name).toBe('Operation K2');
    expect(unknownName('Opération Épervier', 'Opération').name).toBe('Opération Épervier');
  });
});
