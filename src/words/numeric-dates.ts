/** Dates that are all numbers, written out as the rest of the program reads them. */

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
);

const YEAR_FIRST = /(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-]*\d)/gu;
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?![\d/.-]*\d)/gu;
const EAST_ASIAN = /(?:(\d{4})年)?(\d{1,2})[月월]\s?(\d{1,2})[日일]/gu;

/**
 * '2016-12-15' and '15/12/2016' as '15 December 2016'. The day comes before the month, unless only the other order is a
 * date; what is no date in either stays as it is.
 */
export function datesWritten(text: string): string {
  return text
    .replace(YEAR_FIRST, (whole, year, month, day) => written(day, month, year) ?? whole)
    .replace(
      YEAR_LAST,
      (whole, first, second, year) => written(first, second, year) ?? written(second, first, year) ?? whole,
    )
    .replace(EAST_ASIAN, (whole, year, month, day) => written(day, month, year ?? '') ?? whole);
}

/** Whether a text is a date and nothing else. */
export function isDate(text: string): boolean {
  return new RegExp(`^\\d{1,2} (?:${MONTHS.join('|')})(?: \\d{4})?$`, 'u').test(text.trim());
}

function written(day: string, month: string, year: string): string | undefined {
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${Number(day)} ${name} ${year}`.trim();
}
