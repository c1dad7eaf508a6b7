import type { ChannelCommand } from './command.ts';

export const status: ChannelCommand = {
  kind: 'channel',
  name: 'status',
  act: (_rest, ask, desk) => desk.status(ask),
};
