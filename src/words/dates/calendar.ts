/** Names of months and weekdays in all languages that are read. */
import de from '../data/de/calendar.json' with { type: 'json' };
import en from '../data/en/calendar.json' with { type: 'json' };
import es from '../data/es/calendar.json' with { type: 'json' };
import fr from '../data/fr/calendar.json' with { type: 'json' };
import ru from '../data/ru/calendar.json' with { type: 'json' };

type Calendar = {
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
};

/** Japanese, Korean and Chinese number their months; their weekdays are in `CJK_WEEKDAYS`. */
const CALENDARS: readonly Calendar[] = [de, es, fr, ru, en];

/** Ways to write a name that Intl does not give. */
const MORE_MONTHS: readonly (readonly [string, number])[] = [['sept', 9]];
const MORE_WEEKDAYS: readonly (readonly [string, number])[] = [
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
  // The cases of Russian weekdays that differ from the name.
  ['среду', 3],
  ['пятницу', 5],
  ['субботу', 6],
];

/** Months by their names in small letters, January is 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...CALENDARS.flatMap(({ months }) => named(months)),
  ...MORE_MONTHS,
]);

/** Weekdays by their names in small letters, Monday is 1. Short forms that are English words are left out. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...CALENDARS.flatMap(({ weekdays }) => named(weekdays)).filter(([name]) => name.length > 3),
  ...MORE_WEEKDAYS,
]);

/** 'Feb.' and 'Tuesday' have a capital, and name neither a place nor anybody; 'May' may be somebody. */
export function isDayName(word: string): boolean {
  return (MONTHS.has(word) && word !== 'may') || WEEKDAYS.has(word);
}

/** 月曜日, 星期一, 월요일: their first letters tell the day. */
export const CJK_WEEKDAYS: readonly (readonly [RegExp, string])[] = [
  [/([月火水木金土日])曜日?/gu, '月火水木金土日'],
  [/(?:星期|周|週)([一二三四五六日])/gu, '一二三四五六日'],
  [/([월화수목금토일])요일/gu, '월화수목금토일'],
];

/** A pattern of all the names of a map, the longest first. */
export function anyOf(names: ReadonlyMap<string, unknown>): string {
  return [...names.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.\\]/g, '\\$&'))
    .join('|');
}

function named(lists: readonly (readonly string[])[]): [string, number][] {
  return lists.flatMap((ways, at) => ways.map((way): [string, number] => [way.toLowerCase(), at + 1]));
}
