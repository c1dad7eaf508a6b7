import type { ChannelCommand } from './command.ts';

export const resume: ChannelCommand = {
  kind: 'channel',
  name: 'resume',
  usage: 'resume',
  does: 'Starts a paused digest again.',
  act: (_rest, ask, desk) => desk.resume(ask),
};
