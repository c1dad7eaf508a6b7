import type { ChannelCommand } from './command.ts';

export const unsubscribe: ChannelCommand = {
  kind: 'channel',
  name: 'unsubscribe',
  act: (_rest, ask, desk) => desk.unsubscribe(ask),
};
