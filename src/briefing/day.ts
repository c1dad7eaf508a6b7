/** Dates as exact as they are written: '2016', '2016-12' or '2016-12-15'. */

/** Whether the calendar has it. */
export function isDay(day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

/** '2016' begins on 2016-01-01. Only for dates that exist. */
export function firstDayOf(day: string): string {
  return `${day}-01-01`.slice(0, '2016-12-15'.length);
}

/** '2016-02' ends on 2016-02-29. Only for dates that exist. */
export function lastDayOf(day: string): string {
  const [year = 0, month = 12, date] = day.split('-').map(Number);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date ?? daysIn(year, month))}`;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
