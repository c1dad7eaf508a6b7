/**
 * `node src/words/data/from-intl.ts`: writes what the runtime knows of each language (months, weekdays, units of
 * measure, currencies) as lists beside this file. They are kept, since asking Intl for all of it takes 0.2 s a start.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru', 'ja', 'ko', 'zh'];
/** Numbers that between them take every plural form of these languages. */
const COUNTS = [1, 2, 5, 1.5];
const LENGTHS = ['long', 'short'] as const;

for (const language of LANGUAGES) {
  const folder = join(import.meta.dirname, language);
  mkdirSync(folder, { recursive: true });
  write(folder, 'calendar', { months: months(language), weekdays: weekdays(language) });
  write(folder, 'units', units(language));
  write(folder, 'currencies', currencies(language));
}

function write(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, undefined, 2)}\n`);
}

/** All ways to write each month, January first: long and short, alone and in a date. */
function months(language: string): string[][] {
  return Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2023, month, 15));
    const ways = LENGTHS.flatMap((length) =>
      [{ month: length }, { month: length, day: 'numeric' as const }].flatMap((options) =>
        partOf(
          new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(date),
          'month',
        ),
      ),
    );
    return once(ways.map((way) => way.replace(/\.$/, '')));
  });
}

/** All ways to write each day of the week, Monday first. */
function weekdays(language: string): string[][] {
  return Array.from({ length: 7 }, (_, day) => {
    const date = new Date(Date.UTC(2023, 0, 2 + day));
    return once(
      LENGTHS.flatMap((weekday) =>
        partOf(
          new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).formatToParts(date),
          'weekday',
        ),
      ).map((way) => way.replace(/\.$/, '')),
    );
  });
}

/** The unit's name in CLDR, and all ways to write it. */
function units(language: string): Record<string, string[]> {
  const locales = language === 'en' ? ['en', 'en-GB'] : [language];
  const all = [...Intl.supportedValuesOf('unit'), 'kilometer-per-hour', 'mile-per-hour', 'meter-per-second'];
  return Object.fromEntries(
    all.map((unit) => [
      unit,
      once(
        locales.flatMap((locale) =>
          LENGTHS.flatMap((unitDisplay) => {
            const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
            return COUNTS.flatMap((count) => [
              ...partOf(format.formatToParts(count), 'unit'),
              ...(unit === 'percent' ? partOf(format.formatToParts(count), 'percentSign') : []),
            ]);
          }),
        ),
      ),
    ]),
  );
}

/** The currency's ISO code, its names with every plural, and its signs. */
function currencies(language: string): Record<string, { names: string[]; signs: string[] }> {
  return Object.fromEntries(
    Intl.supportedValuesOf('currency').map((currency) => {
      const shown = (currencyDisplay: 'name' | 'symbol' | 'narrowSymbol', counts: readonly number[]) =>
        once(
          counts.flatMap((count) =>
            partOf(
              new Intl.NumberFormat(language, {
                style: 'currency',
                currency,
                currencyDisplay,
                minimumFractionDigits: 0,
              }).formatToParts(count),
              'currency',
            ),
          ),
        );
      const signs = [...shown('symbol', [1]), ...shown('narrowSymbol', [1])];
      return [
        currency,
        { names: shown('name', COUNTS), signs: once(signs.filter((sign) => sign !== currency)) },
      ];
    }),
  );
}

function partOf(parts: readonly { readonly type: string; readonly value: string }[], type: string): string[] {
  return parts.filter((part) => part.type === type).map(({ value }) => value.trim());
}

function once(ways: readonly string[]): string[] {
  return [...new Set(ways.filter((way) => way !== ''))];
}
