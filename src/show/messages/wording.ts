/** What the catalogues of all locales build on: plurals, lists and dates as Intl knows them for a locale. */

/** The forms of a word by CLDR's categories; 'other' is the one that every locale has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export type Wording = ReturnType<typeof wordingOf>;

export function wordingOf(locale: string) {
  const plurals = new Intl.PluralRules(locale);
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const days = formatOf(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const monthsOfYears = formatOf(locale, { month: 'long', year: 'numeric' });
  const years = formatOf(locale, { year: 'numeric' });
  const plural = (count: number, forms: Forms) => forms[plurals.select(count)] ?? forms.other;
  return {
    /** The form of a word that goes with a number. */
    plural,
    /** '3 quotations' */
    counted: (count: number, forms: Forms) => `${numbers.format(count)} ${plural(count, forms)}`,
    /** 'Japan, Russia and others' */
    list: (parts: readonly string[]) => and.format(parts),
    /** 'Japan, Russia or others' */
    choice: (parts: readonly string[]) => or.format(parts),
    /** ISO: 1 is Monday. The first of January 2024 was one. */
    weekday: (day: number) => weekdays.format(Date.UTC(2024, 0, day)),
    /** From 1. */
    month: (month: number) => months.format(Date.UTC(2024, month - 1, 1)),
    /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as exact as it is. */
    date(date: string): string {
      const form = [years, monthsOfYears, days][date.split('-').length - 1] ?? days;
      return form.format(new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`));
    },
  };
}

function formatOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
}
