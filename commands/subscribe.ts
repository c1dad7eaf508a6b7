import type { ChannelCommand } from './command.ts';

/** Whatever follows is the desk's to read: it knows times, days and zones, and words its own refusals. */
export const subscribe: ChannelCommand = {
  kind: 'channel',
  name: 'subscribe',
  takes: () => true,
  complete: () => [
    { label: 'subscribe 09:00 weekdays', says: 'subscribe 09:00 weekdays' },
    { label: 'subscribe 09:00 every day Asia/Tokyo', says: 'subscribe 09:00 every day Asia/Tokyo' },
    { label: 'subscribe 18:00 every day Europe/London', says: 'subscribe 18:00 every day Europe/London' },
  ],
  act: (rest, ask, desk) => desk.subscribe(ask, rest),
};
