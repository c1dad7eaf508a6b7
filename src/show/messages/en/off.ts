import type { Text } from '../../../reply/reply.ts';
import { time } from './time.ts';
import { counted, date, list, month } from './wording.ts';

/** Days off: 'YYYY-MM-DD' to 'YYYY-MM-DD', or 'MM-DD' of every year. */
type DaySpan = { readonly from: string; readonly to: string };
/** Why a day is off; `place` is how a country or region is called. */
export type OffDay =
  | { readonly kind: 'span'; readonly span: DaySpan }
  | { readonly kind: 'holiday'; readonly holiday: string; readonly place: string };

/** 'Coming of Age Day (Japan)', '24 December 2026 to 1 January 2027' */
export function offReason(off: OffDay): string {
  return off.kind === 'holiday' ? `${off.holiday} (${off.place})` : spanInWords(off.span);
}

function spanInWords({ from, to }: DaySpan): string {
  if (from.length > 'MM-DD'.length) return from === to ? time.day(from) : `${date(from)} to ${date(to)}`;
  return `${from === to ? dayOfYear(from) : `${dayOfYear(from)} to ${dayOfYear(to)}`} of every year`;
}

function dayOfYear(day: string): string {
  return `${Number(day.slice(3))} ${month(Number(day.slice(0, 2)))}`;
}

/** What is said of a channel's days off. */
export const off = {
  reason: offReason,
  heading: 'Days off',
  label: 'Days off',
  skippedNext: 'Skipped next',
  neverSends: 'nothing within what can be seen ahead: all of it is days off',
  list: (spans: readonly DaySpan[], places: readonly string[]) =>
    list([...spans.map(spanInWords), ...places.map((place) => `public holidays of ${place}`)]),
  none: 'No days are left out here.',
  set: (what: string) => `No digest comes here on these days: ${what}.`,
  announceSet: (what: string) => ` set this channel’s days off: ${what}.`,
  cleared: 'No days are left out any more: the digest comes on every day of its timetable.',
  announceCleared: ' took this channel’s days off back.',
  sendsNext: 'The next edition comes ',
  skipsNext: (day: string, why: string) => `Left out next: ${day}, ${why}.`,
  skippedIn: (why: string) => `left out: ${why}`,
  known: (year: number) => `Public holidays are known until the end of ${year}.`,
  unknown: (typed: string) => `I do not understand “${typed}” as dates or as a country.`,
  over: (what: string) => `${what} is over, or ends before it begins.`,
  tooMany: (most: number) =>
    `That is more than the ${counted(most, { one: 'entry', other: 'entries' })} that are kept: take some back with skip none.`,
  tooLong: (most: number) => `That is longer than the ${most} characters that some dates need.`,
  whose: 'The holidays of which country?',
  notOften: 'Days of the week are chosen with subscribe; a longer break is a pause.',
  example: (command: string): Text => [
    'For example: ',
    { code: `/${command} skip 24 Dec to 1 Jan` },
    ', ',
    { code: `/${command} skip holidays JP` },
    ', ',
    { code: `/${command} skip next` },
    ', ',
    { code: `/${command} skip none` },
  ],
  holidaysOf: (place: string) => `Holidays of ${place}`,
  buttons: {
    next: { label: 'Leave out the next one', says: 'skip next' },
    none: { label: 'Leave out no days', says: 'skip none' },
  },
};
