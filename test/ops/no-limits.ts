import type { Limits } from '../../src/ports/limits.ts';

/** For tests of other things, in which one person does more in a second than anybody may. */
export const noLimits: Limits = {
  take: async () => ({ kind: 'within', giveBack: async () => {} }),
  ignores: () => false,
  completes: () => true,
  tells: async () => true,
};
