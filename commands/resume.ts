import type { ChannelCommand } from './command.ts';

export const resume: ChannelCommand = {
  kind: 'channel',
  name: 'resume',
  act: (_rest, ask, desk) => desk.resume(ask),
};
