/** Days of the week as people type them, and as we write them. */
import type { Weekday } from '../../ports/store.ts';

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Words for several days; the first of each is how we write it. */
export const GROUPS: readonly (readonly [words: readonly string[], days: readonly Weekday[]])[] = [
  [['daily', 'every day', 'everyday', 'each day', 'all days', 'all week', '7 days'], EVERY_DAY],
  [
    ['weekdays', 'weekday', 'week days', 'workdays', 'working days', 'business days', 'workday', 'week day'],
    WEEKDAYS,
  ],
  [['weekends', 'weekend', 'week ends'], WEEKEND],
];

/** The days that a phrase means, sorted; none where it means none: 'Mon-Fri', 'weekends', 'tue', 'mon/wed/fri'. */
export function readDays(phrase: string): readonly Weekday[] {
  const plain = phrase
    .toLowerCase()
    .replace(/\./gu, '')
    .replace(/\s*(?:[-–—~]|\b(?:to|through|thru|until|till)\b)\s*/gu, '-');
  const group = GROUPS.find(([words]) => words.includes(plain));
  if (group !== undefined) return group[1];
  const found = new Set<Weekday>();
  for (const part of plain.split(/[/&+]/u)) {
    const days = span(part.trim());
    if (days.length === 0) return [];
    for (const day of days) found.add(day);
  }
  return sorted(found);
}

/** The days in the words that `readDays` reads back: 'daily', 'weekdays', 'mon-wed,sat'. One token, for a control. */
export function dayWords(days: readonly Weekday[]): string {
  const group = GROUPS.find(([, of]) => same(of, days));
  if (group !== undefined) return group[0][0] ?? '';
  return runs(days)
    .flatMap((run) => (run.length < 3 ? run.map(short) : [`${short(run[0])}-${short(run.at(-1))}`]))
    .join(',');
}

export function sorted(days: Iterable<Weekday>): readonly Weekday[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** 'fri', 'fri-mon'. */
function span(part: string): readonly Weekday[] {
  if (part === 'mwf') return [1, 3, 5];
  const letters = /^([mtwf])-([mtwf])$/u.exec(part);
  const [from, to, more] =
    letters === null ? part.split('-') : [LETTERS[letters[1] ?? ''], LETTERS[letters[2] ?? '']];
  const first = dayOf(from);
  if (first === undefined || more !== undefined) return [];
  if (to === undefined) return [first];
  const last = dayOf(to);
  if (last === undefined) return [];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday);
}

/** One letter means a day only beside another: 'M-F'. */
const LETTERS: Readonly<Record<string, string>> = { m: 'monday', t: 'tuesday', w: 'wednesday', f: 'friday' };

/** A day's name, whole or its first two letters or more, also in the plural. */
function dayOf(word = ''): Weekday | undefined {
  if (word.length < 2) return undefined;
  const found = DAY_NAMES.findIndex((name) => {
    const plain = name.toLowerCase();
    return plain.startsWith(word) || `${plain}s` === word || IRREGULAR[word] === plain;
  });
  return found === -1 ? undefined : ((found + 1) as Weekday);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  mons: 'monday',
  weds: 'wednesday',
  thurs: 'thursday',
  fris: 'friday',
  sats: 'saturday',
  suns: 'sunday',
};

function runs(days: readonly Weekday[]): Weekday[][] {
  const found: Weekday[][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === day - 1) last.push(day);
    else found.push([day]);
  }
  return found;
}

function short(day: Weekday | undefined): string {
  return DAY_NAMES[(day ?? 1) - 1]?.slice(0, 3).toLowerCase() ?? '';
}

function same(a: readonly Weekday[], b: readonly Weekday[]): boolean {
  return a.length === b.length && a.every((day, i) => day === b[i]);
}
