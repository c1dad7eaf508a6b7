import { MONTHS } from '../briefing/months.ts';
import type { When } from '../briefing/schema.ts';

/** A date as exact as it is known: '16 December 2016', 'September 2016', '2014', '15 to 16 December 2016'. */
export function showWhen(when: When): string {
  if (when.until === undefined) return showDay(when.on);
  const [from, until] = [showDay(when.on), showDay(when.until)];
  const sameMonth = when.on.length === 10 && when.on.slice(0, 7) === when.until.slice(0, 7);
  return `${sameMonth ? String(Number(when.on.slice(8))) : from} to ${until}`;
}

/** The days of a briefing, which may be open at the end. */
export function showDates({ from, to }: { readonly from: string; readonly to?: string | undefined }): string {
  if (to === undefined) return `since ${showDay(from)}`;
  return from === to ? showDay(from) : showWhen({ on: from, until: to });
}

/** The same with its preposition, as it stands in a sentence: 'on 16 December 2016', 'in 2014', 'from 2012 to 2016'. */
export function showWhenInSentence(when: When): string {
  if (when.until !== undefined) return `from ${showWhen(when)}`;
  return `${when.on.length === 10 ? 'on' : 'in'} ${showWhen(when)}`;
}

function showDay(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
