import type { ChannelCommand } from './command.ts';

export const pause: ChannelCommand = {
  kind: 'channel',
  name: 'pause',
  usage: 'pause',
  does: 'Stops the digest here for now and keeps its settings.',
  act: (_rest, ask, desk) => desk.pause(ask),
};
