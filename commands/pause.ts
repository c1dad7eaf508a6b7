import type { ChannelCommand } from './command.ts';

export const pause: ChannelCommand = {
  kind: 'channel',
  name: 'pause',
  act: (_rest, ask, desk) => desk.pause(ask),
};
