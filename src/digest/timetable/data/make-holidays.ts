/**
 * Makes `holidays.json`: the public holidays of every country and region, out of the package date-holidays, by
 * `node src/digest/timetable/data/make-holidays.ts`. Run by hand when that package is brought up to date; the bot itself
 * does without its 40 MB.
 *
 * A holiday has a date ('0101'), or one for each year, parted by blanks: 'MMDD', several with a plus between, or none.
 * A region holds what differs from its country: a holiday of the country's that it lacks is an empty string.
 */
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const FROM = 2026;
const YEARS = 15;
const DAY_MS = 86_400_000;

type Days = Record<string, string>;
type Place = { readonly name: string; readonly days: Days };

const places: Record<string, Place> = {};
for (const [country, name] of Object.entries(new Holidays().getCountries('en'))) {
  const days = daysOf(country);
  places[country] = { name, days };
  const regions = new Holidays(country).getStates(country, 'en') ?? {};
  for (const [region, regionName] of Object.entries(regions)) {
    const own = daysOf(country, region);
    const differing = Object.entries(own).filter(([holiday, dates]) => days[holiday] !== dates);
    const lacking = Object.keys(days).filter((holiday) => !(holiday in own));
    const changes = Object.fromEntries([...differing, ...lacking.map((holiday) => [holiday, ''])]);
    places[`${country}-${region}`] = { name: regionName, days: changes };
  }
}
const about =
  'Public holidays by date-holidays 3.37.0, https://github.com/commenthol/date-holidays, CC BY 3.0';
writeFileSync(
  new URL('holidays.json', import.meta.url),
  `${JSON.stringify({ about, from: FROM, years: YEARS, places })}\n`,
);

function daysOf(country: string, region?: string): Days {
  const book = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const dates = new Map<string, Set<string>[]>();
  for (let year = FROM; year < FROM + YEARS; year += 1) {
    for (const { name, type, date, start, end } of book.getHolidays(year, 'en')) {
      if (type !== 'public') continue;
      const first = Date.parse(date.slice(0, 'YYYY-MM-DD'.length));
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
      for (let day = 0; day < length; day += 1) {
        const on = new Date(first + day * DAY_MS).toISOString();
        const years = dates.get(name) ?? Array.from({ length: YEARS }, () => new Set<string>());
        dates.set(name, years);
        years[Number(on.slice(0, 4)) - FROM]?.add(on.slice(5, 10).replace('-', ''));
      }
    }
  }
  return Object.fromEntries(
    [...dates].map(([name, years]) => {
      const written = years.map((days) => [...days].sort().join('+'));
      return [name, new Set(written).size === 1 ? (written[0] ?? '') : written.join(' ')];
    }),
  );
}
