import { fold } from '../src/text/fold.ts';
import type { ChannelCommand } from './command.ts';

export const digest: ChannelCommand = {
  kind: 'channel',
  name: 'digest',
  takes: (rest) => ['now', 'preview', 'next', 'today'].includes(fold(rest).split(' ')[0] ?? ''),
  complete: () => [{ label: 'digest now', says: 'digest now' }],
  act: (rest, ask, desk) => desk.digest(ask, rest),
};
