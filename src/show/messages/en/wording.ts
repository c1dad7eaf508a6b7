import { wordingOf } from '../wording.ts';

/** Plurals, lists and dates as British English writes them. */
export const { plural, counted, list, choice, weekday, month, date } = wordingOf('en-GB');

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const SUFFIXES = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const;

/** '1st', '22nd' */
export function ordinal(number: number): string {
  return `${number}${SUFFIXES[ordinals.select(number)]}`;
}
