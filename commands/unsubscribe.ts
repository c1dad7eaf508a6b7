import type { ChannelCommand } from './command.ts';

export const unsubscribe: ChannelCommand = {
  kind: 'channel',
  name: 'unsubscribe',
  usage: 'unsubscribe',
  does: 'Ends the digest in this channel.',
  act: (_rest, ask, desk) => desk.unsubscribe(ask),
};
