import type { ChannelCommand } from './command.ts';

export const doctor: ChannelCommand = {
  kind: 'channel',
  name: 'doctor',
  act: (_rest, ask, desk) => desk.doctor(ask),
};
