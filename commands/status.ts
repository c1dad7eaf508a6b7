import type { ChannelCommand } from './command.ts';

export const status: ChannelCommand = {
  kind: 'channel',
  name: 'status',
  usage: 'status',
  does: 'Says when the next digest comes here, and how the last ones went.',
  act: (_rest, ask, desk) => desk.status(ask),
};
