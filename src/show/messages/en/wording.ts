import { wordingOf } from '../wording.ts';

/** Plurals, lists and dates as British English writes them. */
export const { plural, counted, list, weekday, month, date } = wordingOf('en-GB');
