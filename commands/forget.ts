import type { ChannelCommand } from './command.ts';

/** Whatever follows is the desk's to read: only its own words of confirmation delete anything. */
export const forget: ChannelCommand = {
  kind: 'channel',
  name: 'forget',
  takes: () => true,
  act: (rest, ask, desk) => desk.forget(ask, rest),
};
