import type { PackCalls } from '@/utils/messaging/pack-calls';

type Answers = {
  [Name in keyof PackCalls]: (request: Parameters<PackCalls[Name]>[0]) => ReturnType<PackCalls[Name]>;
};

/** The background's answers about packs. */
export function fakePacks(): Answers {
  return {
    setPack: () => {},
  };
}
