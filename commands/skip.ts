import type { ChannelCommand } from './command.ts';

/** Days off, which the desk reads and refuses in its own words. */
export const skip: ChannelCommand = {
  kind: 'channel',
  name: 'skip',
  takes: () => true,
  complete: () =>
    ['skip next', 'skip holidays JP', 'skip 24 Dec to 1 Jan', 'skip none'].map((says) => ({
      label: says,
      says,
    })),
  act: (rest, ask, desk) => desk.skip(ask, rest),
};
