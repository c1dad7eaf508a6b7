import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameMoney } from '../../src/words/numbers/currencies.ts';
import { type Quantity, quantitiesIn } from '../../src/words/numbers.ts';

/** What a text gives, each as 'letters kind value unit'. */
function told(text: string): string[] {
  return quantitiesIn(text).map(({ shown, kind, low, high, of, unit }) =>
    `${shown} | ${kind} ${low}${high === low ? '' : `..${high}`}${of === undefined ? '' : `/${of}`} ${unit}`.trim(),
  );
}

const TABLE: readonly (readonly [text: string, ...told: string[]])[] = [
  ['They signed 68 agreements.', '68 | count 68 agreements'],
  ['They signed sixty-eight agreements.', 'sixty-eight | count 68 agreements'],
  ['It has 17 000 or so', '17 000 | count 17000'],
  ['about 12,500 people live there', '12,500 | count 12500 people live there'],
  ['a fund of 1bn', '1bn | count 1000000000'],
  ['40 million euros', '40 million euros | money 40000000 EUR'],
  ['€40m and US$1bn', '€40m | money 40000000 EUR', 'US$1bn | money 1000000000 USD'],
  ['2.5 million crowns', '2.5 million crowns | money 2500000 crown'],
  ['Rs 500 crore', 'Rs 500 crore | money 5000000000 INR'],
  ['5 млн рублей и 20 процентов', '5 млн рублей | money 5000000 ruble', '20 процентов | percent 20 percent'],
  ['1,5 Mrd. Euro', '1,5 Mrd. Euro | money 1500000000 EUR'],
  ['10億ドル', '10億ドル | money 1000000000 dollar'],
  ['28 European countries', '28 | count 28 european countries'],
  ['five won medals', 'five | count 5 won medals'],
  ['17 or 18 percent', '17 or 18 percent | percent 17..18 percent'],
  ['between 5 and 7 per cent', '5 and 7 per cent | percent 5..7 percent'],
  ['$1-2 billion', '$1-2 billion | money 1000000000..2000000000 dollar'],
  ['three of the five judges', 'three of the five | share 3/5'],
  ['two-thirds of the members', 'two-thirds | share 2/3'],
  ['a 45-year-old driver', '45-year-old | age 45 year'],
  ['Ana Silva, 45, said so', '45 | age 45 year'],
  ['30 kilometres away', '30 kilometres | distance 30 kilometer'],
  ['120 km/h at -5C', '120 km/h | speed 120 kilometer-per-hour', '-5C | temperature -5 celsius'],
  ['a three-week strike of half an hour', 'three-week | duration 3 week', 'half an hour | duration 0.5 hour'],
  ['at 3.30 p.m.', '3.30 p.m. | time-of-day 930'],
  ['from 15:30 to noon', '15:30 | time-of-day 930', 'noon | time-of-day 720'],
  ['won 3-1', '3-1 | score 3..1'],
  ['a 5-4 ruling', '5-4 | score 5..4'],
  ['10-15 people', '10-15 | count 10..15 people'],
  ['her third title', 'third | ordinal 3'],
  ['the Group of Seven, an F-16 and COVID-19'],
  ['in 2014, on 15 December and on Dec. 16, 2016'],
];

describe('the numbers of a text', () => {
  it.each(TABLE.map(([text, ...expected]) => ({ text, expected })))(
    'are found in “$text”',
    ({ text, expected }) => {
      expect(told(text)).toEqual(expected);
    },
  );

  it('know what bounds them', () => {
    const bounds = (text: string) => quantitiesIn(text).map(({ bound }) => bound);
    expect(bounds('about 17,000 people')).toEqual(['about']);
    expect(bounds('more than $600 billion')).toEqual(['more']);
    expect(bounds('no more than five people')).toEqual(['less']);
    expect(bounds('at least 12 people and five dogs')).toEqual(['more', 'exact']);
  });

  it('are money in every currency that there is, by name, code and sign', () => {
    const missed = Intl.supportedValuesOf('currency').flatMap((currency) =>
      (['name', 'code', 'symbol'] as const).flatMap((currencyDisplay) => {
        const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay });
        // Nobody writes the years of an old currency: 'leones (1964—2022)'.
        const written = format.format(4321).replace(/ \(.*/, '');
        const [found, ...more] = quantitiesIn(`It cost ${written} then`);
        const right =
          found?.kind === 'money' &&
          more.length === 0 &&
          sameMoney(found.unit, currency) &&
          found.low === 4321;
        return right ? [] : [written];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('come to what they were written from, whatever the grouping', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom(',', ' ', '\u00a0', ''),
        (value, gap) => {
          const written = String(value).replace(/\B(?=(\d{3})+$)/g, gap);
          fc.pre(!/^(?:1\d|2[01])\d\d$/.test(written));
          const [found] = quantitiesIn(`There are ${written} of them`);
          expect([found?.shown, found?.low]).toEqual([written, value]);
        },
      ),
    );
  });

  it('stand letter by letter where they are said to stand, and never overlap, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...TABLE.flatMap(([text]) => text.split(' ')),
      ...['$', '€', '-', '–', '½', '１２', '第', '\u0000', '🙂', '3-1', 'no', 'one'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (words) => {
        const text = words.join(' ');
        const found = quantitiesIn(text);
        for (const [at, { start, end, shown }] of found.entries()) {
          expect(text.slice(start, end)).toBe(shown);
          expect(start).toBeGreaterThanOrEqual((found[at - 1] as Quantity | undefined)?.end ?? 0);
        }
      }),
      { examples: [[['$1-2', 'of', '3-1']]] },
    );
  });
});
