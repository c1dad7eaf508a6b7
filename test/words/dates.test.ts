import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateMeant, datesIn } from '../../src/words/dates.ts';

function told(date: DateMeant): string {
  switch (date.kind) {
    case 'calendar': {
      const { year = '', month = '', day = '', part = '', also } = date;
      return `${part}${year}/${month}/${day}${also === undefined ? '' : ` or ${also.month}/${also.day}`}`;
    }
    case 'years':
      return `${date.from}-${date.to}`;
    case 'weekday':
      return `weekday ${date.weekday}`;
    case 'relative':
      return 'relative';
  }
}

const TABLE: readonly (readonly [text: string, ...told: string[]])[] = [
  ['on Dec. 15', 'Dec. 15 = /12/15'],
  ['Dec 16, 2016', 'Dec 16, 2016 = 2016/12/16'],
  ['15/12/2016', '15/12/2016 = 2016/12/15'],
  ['3/4/2016', '3/4/2016 = 2016/4/3 or 3/4'],
  ['2016-12-15', '2016-12-15 = 2016/12/15'],
  ['the 15th of December 2016', '15th of December 2016 = 2016/12/15'],
  ['in mid-December', 'mid-December = mid/12/'],
  ['in late 2016', 'late 2016 = late2016//'],
  ['last year, on Friday', 'last year = relative', 'Friday = weekday 5'],
  ['十二月十五日', '十二月十五日 = /12/15'],
  ['2016年12月15日', '2016年12月15日 = 2016/12/15'],
  ['2016년 12월 15일', '2016년 12월 15일 = 2016/12/15'],
  ['15 декабря 2016 года, в пятницу', '15 декабря 2016 = 2016/12/15', 'пятницу = weekday 5'],
  ['am 15. Dezember 2016', '15. Dezember 2016 = 2016/12/15'],
  ['le 15 décembre 2016', '15 décembre 2016 = 2016/12/15'],
  ['el 15 de diciembre de 2016', '15 de diciembre de 2016 = 2016/12/15'],
  ['in the 1990s', '1990s = 1990-1999'],
  ['the 19th century', '19th century = 1800-1899'],
  ['2012–13', '2012–13 = 2012-2013'],
  ['in May, May said he may march in March 2015', 'May = /5/', 'March 2015 = 2015/3/'],
  ['2000 people', ...[]],
  ['version 3.14.15'],
];

describe('the dates of a text', () => {
  it.each(TABLE.map(([text, ...expected]) => ({ text, expected })))(
    'are found in “$text”',
    ({ text, expected }) => {
      expect(datesIn(text).map(({ shown, date }) => `${shown} = ${told(date)}`)).toEqual(expected);
    },
  );

  it('are the same in every language that is read', () => {
    const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const languages = fc.constantFrom('en', 'en-GB', 'de', 'fr', 'es', 'ru', 'ja', 'ko', 'zh');
    const lengths = fc.constantFrom('long' as const, 'short' as const);
    fc.assert(
      fc.property(days, languages, lengths, (date, language, month) => {
        const options = { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' } as const;
        const written = new Intl.DateTimeFormat(language, options).format(date);
        expect(datesIn(written).map((one) => one.date)).toEqual([
          {
            kind: 'calendar',
            year: date.getUTCFullYear(),
            month: date.getUTCMonth() + 1,
            day: date.getUTCDate(),
          },
        ]);
      }),
    );
  });

  it('stand letter by letter where they are said to stand, and never overlap', () => {
    const pieces = fc.constantFrom(...TABLE.flatMap(([text]) => text.split(' ')));
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { start, end, shown } of datesIn(text)) {
          expect(text.slice(start, end)).toBe(shown);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});
