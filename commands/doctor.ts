import type { ChannelCommand } from './command.ts';

export const doctor: ChannelCommand = {
  kind: 'channel',
  name: 'doctor',
  usage: 'doctor',
  does: 'Looks for what keeps a digest from this channel, and how to mend it.',
  act: (_rest, ask, desk) => desk.doctor(ask),
};
