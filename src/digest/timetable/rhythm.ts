/** On which dates a timetable has an edition: pure, by the calendar alone. */
import { LAST } from '../../ports/choices.ts';
import type { Timetable, Weekday } from '../../ports/store.ts';

export function fallsOn(
  { days, rhythm }: Pick<Timetable, 'days' | 'rhythm'>,
  date: Temporal.PlainDate,
): boolean {
  if (rhythm?.kind === 'dates')
    return rhythm.dates.some((day) => date.day === (day === LAST ? date.daysInMonth : capped(day, date)));
  if (!days.includes(date.dayOfWeek as Weekday)) return false;
  switch (rhythm?.kind) {
    case undefined:
      return true;
    case 'weeks':
      return (weekOf(date) - weekOf(Temporal.PlainDate.from(rhythm.from))) % rhythm.every === 0;
    case 'nth':
      return rhythm.nths.some((nth) => (nth === LAST ? isLast(days, date) : nth === nthOf(days, date)));
  }
}

/** Whether editions are so rare that each looks back on the time since the last: at most one a week. */
export function isRare({ days, rhythm }: Pick<Timetable, 'days' | 'rhythm'>): boolean {
  switch (rhythm?.kind) {
    case undefined:
      return days.length === 1;
    case 'weeks':
      return days.length <= rhythm.every;
    case 'dates':
      return rhythm.dates.length <= WEEKS_OF_A_MONTH;
    case 'nth':
      return rhythm.nths.length <= WEEKS_OF_A_MONTH;
  }
}

const WEEKS_OF_A_MONTH = 4;

function capped(day: number, { daysInMonth }: Temporal.PlainDate): number {
  return Math.min(day, daysInMonth);
}

/** Weeks begin on Mondays, and are counted through the ends of years. */
function weekOf(date: Temporal.PlainDate): number {
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return FIRST_MONDAY.until(monday).days / 7;
}

const FIRST_MONDAY = Temporal.PlainDate.from('1970-01-05');

/** The how-manieth of these weekdays a date is in its month. */
function nthOf(days: readonly Weekday[], date: Temporal.PlainDate): number {
  let count = 0;
  for (let day = 1; day <= date.day; day += 1) {
    if (days.includes(date.with({ day }).dayOfWeek as Weekday)) count += 1;
  }
  return count;
}

function isLast(days: readonly Weekday[], date: Temporal.PlainDate): boolean {
  for (let later = date.add({ days: 1 }); later.month === date.month; later = later.add({ days: 1 })) {
    if (days.includes(later.dayOfWeek as Weekday)) return false;
  }
  return true;
}
