import { counted, list, month } from './wording.ts';

const numbers = new Intl.NumberFormat('en-GB');

/** A date as exact as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
type When = { readonly on: string; readonly until?: string | undefined };

/** What pictures say beside the briefing's own words, and what is said of them to those who cannot see them. */
export const pictures = {
  /** '15 Dec 2016', 'Sept 2016', '2014', '15–16 Dec 2016', '2012–2014': pictures have little room. */
  when({ on, until }: When): string {
    if (until === undefined || until === on) return short(on);
    if (on.length === 4 && until.length === 4) return `${on}–${until}`;
    if (on.slice(0, 4) !== until.slice(0, 4)) return `${short(on)} – ${short(until)}`;
    const sameMonth = on.length === 10 && until.length === 10 && on.slice(0, 7) === until.slice(0, 7);
    return sameMonth ? `${Number(on.slice(8))}–${short(until)}` : `${withoutYear(on)} – ${short(until)}`;
  },
  list,
  since: (date: string) => `since ${short(date)}`,
  map: {
    disputed: 'Disputed',
    /** Over a map within the map that has no name of its own. */
    closer: 'Seen closer',
    /** In the place of a picture that cannot be shown. */
    below: 'A map of the places below.',
    /** Under the title, where something is disputed. */
    legend: 'Disputed places stand out in colour, under the names of each side',
    land: 'Coastlines: Natural Earth.',
    towns: 'Towns: GeoNames, CC BY.',
    fair: 'Colours and names take no side on sovereignty.',
    beyond: 'Beyond this map: ',
    away: (km: number, from: string) => `${numbers.format(km)} km from ${from}`,
    km: (km: number) => `${numbers.format(km)} km`,
    alt: (title: string, places: readonly string[], disputed: readonly string[]) =>
      [
        `Map: ${title}.`,
        places.length === 0 ? '' : `It shows ${places.join('; ')}.`,
        disputed.length === 0
          ? ''
          : `Marked as disputed: ${disputed.join('; ')}. It does not say whose they are.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  timeline: {
    below: 'A timeline of the events below.',
    undated: 'No date',
    superseded: 'Struck out: no longer so.',
    titlesOnly: 'Only titles: the list says more of each event.',
    years: (count: number) => counted(count, { one: 'year', other: 'years' }),
    months: (count: number) => counted(count, { one: 'month', other: 'months' }),
    weeks: (count: number) => counted(count, { one: 'week', other: 'weeks' }),
    alt: (title: string, events: readonly string[]) =>
      `Timeline: ${title}. ${counted(events.length, { one: 'event', other: 'events' })}: ${events.join('; ')}.`,
  },
  positions: {
    below: 'A table of the positions below.',
    title: 'Who holds what',
    silent: 'does not say',
    accordingTo: (name: string) => `, according to ${name}`,
    silentHere: (sides: readonly string[]) =>
      `On these issues the sources give no position of ${list(sides)}.`,
    footer: '‘Does not say’: nothing in the sources gives that side’s position on it.',
    alt: (title: string, sides: readonly string[], issues: readonly string[]) =>
      `Table of positions: ${title}. What ${list(sides)} hold on: ${issues.join('; ')}.`,
  },
  quote: {
    continued: 'continued on the next card',
    continuing: 'continued from the card before',
    alt: (words: string, by: string) => `Quotation: “${words}” ${by}.`,
  },
  digest: {
    alt: (title: string, points: readonly string[]) => `${title}: ${points.join(' ')}`,
  },
  /** In the place of words that a reviewer has still to find. */
  notWorded: 'Not put into words yet:',
  part: (part: number, parts: number) => `${part} of ${parts}`,
  altPart: (alt: string, part: number, parts: number) => `Part ${part} of ${parts}. ${alt}`,
};

function short(date: string): string {
  const [year = '', inYear, day] = date.split('-');
  const name = inYear === undefined ? undefined : abbreviated(month(Number(inYear)));
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

function withoutYear(date: string): string {
  return short(date).replace(/ ?\d{4}$/u, '') || date;
}

/** 'Sept', 'June' and 'May' stay as newspapers write them. */
function abbreviated(name: string): string {
  if (name.length <= 4) return name;
  return name === 'September' ? 'Sept' : name.slice(0, 3);
}
