/** Months as a press text writes them. */
import { MONTHS } from '../months.ts';

/** The ways to write a word, where it is a month: 'December', 'Dec'. Any other word is its only form. */
export function monthForms(word: string): string[] {
  const month = MONTHS.find((name) => name.toLowerCase() === word.toLowerCase());
  return month ? formsOf(month) : [word];
}

/** The ways to write a month by its number, 1 to 12. */
export function formsOfMonth(number: number): string[] {
  return formsOf(MONTHS[number - 1] ?? '');
}

function formsOf(month: string): string[] {
  return [...new Set([month, month.slice(0, 3), month.slice(0, 4)])];
}
