import type { Text } from '../../../reply/reply.ts';

/** What is said of a channel's timetable: when it sends, how it is chosen, what was misread. */

export const upcoming = {
  heading: (count: number) => `The next ${count} editions:`,
  moved: (time: string, day: string, to: string) =>
    `The clocks go forward over ${time} on ${day}: it goes out at ${to}, the first moment after`,
  twice: (time: string) => `The clocks go back and ${time} comes twice: it goes out the first time`,
  changed: (which: 'forward' | 'back', time: string) =>
    `The clocks have gone ${which}: ${time} here is another time in UTC from now on`,
  fixed: (zone: string) =>
    `${zone} is a fixed offset: it follows no place’s clock changes. Name a city if the digest should.`,
  ahead: (day: string, time: string) =>
    `The clocks here next change on ${day}; the digest stays at ${time} by the clock.`,
};

export const chooser = {
  heading: 'A digest for this channel',
  nothingSet: 'This channel has no digest yet.',
  setNow: (timetable: string) => `Set now: ${timetable}.`,
  chosen: (timetable: string): Text => [
    'Chosen: ',
    { bold: timetable },
    '. Nothing changes until you confirm.',
  ],
  whichZone: ['Which time zone? Choose one below, or type a city.'] as Text,
  time: (time: string) => `Time: ${time}`,
  days: (days: string) => `Days: ${days}`,
  zone: (zone: string) => `Time zone: ${zone}`,
  zoneOpen: 'Time zone',
  confirm: 'Confirm',
  thenStop: 'Stop once all is shown',
  thenOver: 'Start over once all is shown',
  orType: (command: string): Text => [
    'Or type it, in any order: ',
    { code: `/${command} subscribe 9:30 weekdays Tokyo` },
  ],
};

export const misread = {
  several: {
    time: (typed: string) => `“${typed}” may be more than one time of day. Which one?`,
    zone: (typed: string) => `“${typed}” may be more than one time zone. Which one?`,
    day: (typed: string) => `“${typed}”: on which day?`,
    rhythm: (typed: string) => `“${typed}” may be meant in more than one way. Which one?`,
  },
  choose: 'Choose one',
  unknown: (typed: string) => `I do not understand “${typed}” as a time, a day or a place.`,
  didYouMean: 'Did you mean one of these?',
  interval: (typed: string) =>
    `“${typed}” is not to be had. A digest comes at one time of day: every day, on the days of the week that you name, every other week, or once a month.`,
  tooLong: (most: number) => `That is longer than the ${most} characters that a time, days and a place need.`,
  example: (command: string): Text => [
    'For example: ',
    { code: `/${command} subscribe 9:00 weekdays Tokyo` },
  ],
};
