import { describe, expect, test } from 'vitest';
import { findOperations, numberedEnd } from '../../utils/resolver/radar';

function names(text: string): string[] {
  return findOperations(text).map(({ start, end }) => text.slice(start, end));
}

describe('operation names', () => {
  test.each([
    ['Police began Operation Elm on Friday.', 'Operation Elm'],
    ['She flew on Op Granite for a year.', 'Op Granite'],
    ['It is called Op. Granite by the crews.', 'Op. Granite'],
    ['He served on OP GRANITE twice.', 'OP GRANITE'],
    ['The troops of Opération Mistral left.', 'Opération Mistral'],
    ['La Operación Centella empezó ayer.', 'Operación Centella'],
    ['Soldiers trained on Exercise Iron Heron in May.', 'Exercise Iron Heron'],
    ['Troops took part in Ex Iron Heron in Norway.', 'Ex Iron Heron'],
    ['Task Force Badger held the bridge.', 'Task Force Badger'],
    ['Sailors of Combined Task Force 153 boarded the ship.', 'Combined Task Force 153'],
    ['The raid, Operation «Rowan», failed.', 'Operation «Rowan'],
    ['The raid, Operation "Quick Otter", failed.', 'Operation "Quick Otter'],
    ['He was on Operation GRANITE 18 that winter.', 'Operation GRANITE 18'],
    ['The joint operation Heron ended.', 'operation Heron'],
    ["Operation Fox's Lair was a success.", "Operation Fox's Lair"],
    ["Task Force Badger's men left.", 'Task Force Badger'],
    ['Rebels launched Operation 1027 in the north.', 'Operation 1027'],
    ['Operation Hope and Glory was cancelled.', 'Operation Hope and Glory'],
    ['Operation Elm and Operation Ash ran together', 'Operation Elm'],
  ])('%s', (text, expected) => {
    expect(names(text)[0]).toBe(expected);
  });

  test.each([
    'The Operation Manager resigned.',
    'Read the Op-ed by our editor.',
    'An exercise bike stood in the Exercise Room.',
    'The operation Monday failed.',
    'POLICE OPERATION NETS GANG BOSS',
    'The Special Operations Group (SOG) left.',
    'He is Head of Business Operations Jane Doe said.',
    'The Financial Action Task Force met.',
    'The plant was put in operation March 3.',
    'His Op. 64 is played often.',
    'Ex Chelsea striker Didier joined them.',
    'Exercise Your Right To Vote',
    'The Santa Cruz Operation, Inc. was sold.',
    'Task Force officers began at dawn.',
    'Die Operation ist gelungen.',
    'The Op­fer were named.',
  ])('none in: %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('in a headline the name ends before what is done with it', () => {
    expect(names('UK Extends Operation Granite Training for Recruits')).toEqual(['Operation Granite']);
  });
});

describe('numbers after a known name', () => {
  test.each([
    ['Iron Heron 2 began', 'Iron Heron 2'],
    ['Iron Heron IX began', 'Iron Heron IX'],
    ['Iron Heron 30 troops left', 'Iron Heron'],
    ['Iron Heron 4.5 million', 'Iron Heron'],
    ['Iron Heron', 'Iron Heron'],
  ])('%s', (text, expected) => {
    expect(text.slice(0, numberedEnd(text, 'Iron Heron'.length))).toBe(expected);
  });
});
