import type { ChannelCommand } from './command.ts';

/** 'Stop the digest', 'mute': what there is to stop, and the button that does. Words alone end nothing. */
export const stop: ChannelCommand = {
  kind: 'channel',
  name: 'stop',
  quiet: true,
  act: (_rest, ask, desk) => desk.stop(ask),
};
