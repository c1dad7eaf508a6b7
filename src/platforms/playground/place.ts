import type { Place } from '../../ports/bot.ts';

/** The channel that the page is. */
export const PLAYGROUND_PLACE: Place = {
  platform: 'playground',
  workspace: 'playground',
  channel: 'playground',
  kind: 'channel',
};
