import { timeZonesNames } from '@vvo/tzdb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, type Wish } from '../../src/digest/timetable/wish.ts';
import { readWords } from '../../src/digest/timetable/words.ts';
import { ABBREVIATIONS, CITIES, COUNTRIES, MENU_ZONES } from '../../src/digest/timetable/zone-names.ts';
import { findZone, zoneWord } from '../../src/digest/timetable/zones.ts';
import type { Weekday } from '../../src/ports/store.ts';
import { runs } from '../kit/runs.ts';

/** Slack's limit for a menu's option; `1|BRIEFING|s|` and `subscribe pick ` stand before the words. */
const OPTION_ROOM = 75 - '1|kuril|s|subscribe pick '.length;

const DAILY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function wish(typed: string): Wish | string {
  const read = readWords(typed);
  return read.kind === 'read' ? read.wish : `${read.kind}: ${'typed' in read ? read.typed : ''}`;
}

function ways(typed: string): string[] {
  const read = readWords(typed);
  if (read.kind === 'several') return read.ways.map(({ words }) => words);
  return read.kind === 'unknown' ? read.nearest.map(({ words }) => words) : [];
}

describe('what is typed after subscribe', () => {
  it.each<[string, Wish]>([
    ['9:00 weekdays Tokyo', { time: '09:00', days: WEEKDAYS, zone: 'Asia/Tokyo' }],
    ['Tokyo weekdays 9:00', { time: '09:00', days: WEEKDAYS, zone: 'Asia/Tokyo' }],
    [
      'at 9 a.m. on Mondays and Thursdays in New York',
      { time: '09:00', days: [1, 4], zone: 'America/New_York' },
    ],
    ['9am', { time: '09:00' }],
    ['9AM', { time: '09:00' }],
    ['12am', { time: '00:00' }],
    ['12 pm', { time: '12:00' }],
    ['0930', { time: '09:30' }],
    ['930', { time: '09:30' }],
    ['17', { time: '17:00' }],
    ['9.30 pm', { time: '21:30' }],
    ['7 in the evening', { time: '19:00' }],
    ['9h30', { time: '09:30' }],
    ['noon', { time: '12:00' }],
    ['midnight', { time: '00:00' }],
    ['９：００　東京', { time: '09:00', zone: 'Asia/Tokyo' }],
    ['every day', { days: DAILY }],
    ['mon wed fri', { days: [1, 3, 5] }],
    ['mon, wed and fri', { days: [1, 3, 5] }],
    ['mon/wed/fri', { days: [1, 3, 5] }],
    ['Mon-Fri', { days: WEEKDAYS }],
    ['monday through friday', { days: WEEKDAYS }],
    ['Fri – Mon', { days: [1, 5, 6, 7] }],
    ['weekends', { days: [6, 7] }],
    ['Sunday', { days: [7] }],
    ['every day except sunday', { days: [1, 2, 3, 4, 5, 6] }],
    ['weekdays and saturday', { days: [1, 2, 3, 4, 5, 6] }],
    ['Asia/Tokyo', { zone: 'Asia/Tokyo' }],
    ['asia/calcutta', { zone: 'Asia/Kolkata' }],
    ['US/Eastern', { zone: 'America/New_York' }],
    ['New York', { zone: 'America/New_York' }],
    ['port of spain', { zone: 'America/Port_of_Spain' }],
    ['Zürich', { zone: 'Europe/Zurich' }],
    ['São Paulo', { zone: 'America/Sao_Paulo' }],
    ['Moscow, Russia', { zone: 'Europe/Moscow' }],
    ['Birmingham, UK', { zone: 'Europe/London' }],
    ['Япония', { zone: 'Asia/Tokyo' }],
    ['Москва', { zone: 'Europe/Moscow' }],
    ['China', { zone: 'Asia/Shanghai' }],
    ['JST', { zone: 'Asia/Tokyo' }],
    ['Pacific Time', { zone: 'America/Los_Angeles' }],
    ['GMT', { zone: 'UTC' }],
    ['UTC+9', { zone: '+09:00' }],
    ['utc +9', { zone: '+09:00' }],
    ['+05:30', { zone: '+05:30' }],
    ['−3:30', { zone: '-03:30' }],
    [
      '9:00 daily Tokyo then stop',
      { time: '09:00', days: DAILY, zone: 'Asia/Tokyo', whenAllShown: 'go-quiet' },
    ],
    ['start over', { whenAllShown: 'start-over' }],
    ['', {}],
  ])('“%s” is understood', (typed, expected) => {
    expect(wish(typed)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['9', ['09:00', '21:00']],
    ['12', ['12:00', '00:00']],
    ['9 weekdays Tokyo', ['09:00 weekdays Tokyo', '21:00 weekdays Tokyo']],
    ['9:00 10:00 Tokyo', ['09:00 Tokyo', '10:00 Tokyo']],
    ['9:00 IST', ['9:00 Kolkata', '9:00 Dublin', '9:00 Jerusalem']],
    ['EST', ['New York', 'Panama', '-05:00']],
    ['9am Portland', ['9am Los Angeles', '9am New York']],
    ['Tokyo London', ['Tokyo', 'London']],
  ])('“%s” is asked about, each way on being a whole line', (typed, expected) => {
    expect(readWords(typed).kind).toBe('several');
    expect(ways(typed)).toEqual(expected);
  });

  it('asks which zone of a country with many, and then is understood', () => {
    for (const country of ['USA', 'Russia', 'Australia', 'Canada', 'Brazil']) {
      const lines = ways(`9:00 weekdays ${country}`);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(wish(line)).toMatchObject({ time: '09:00', days: WEEKDAYS });
    }
  });

  it.each<[string, string, string]>([
    ['9:00 weekdays Tokio', 'Tokio', '9:00 weekdays Tokyo'],
    ['Mosocw 18:00', 'Mosocw', '18:00 Moscow'],
    ['9:00 weekdyas Tokyo', 'weekdyas', '9:00 weekdays Tokyo'],
    ['Vladivostock', 'Vladivostock', 'Vladivostok'],
  ])('“%s” is refused with the nearest that was meant', (typed, misspelt, nearest) => {
    expect(wish(typed)).toBe(`unknown: ${misspelt}`);
    expect(ways(typed)).toContain(nearest);
  });

  it.each([
    'blah',
    '25:00',
    '9:75',

    '+15',
    '9:00 xyzzy Tokyo',
    '<!channel>',
    "'; drop table",
    '__proto__',
  ])('“%s” is refused', (typed) => {
    expect(readWords(typed).kind).toBe('unknown');
  });

  it('has an end', () => {
    expect(readWords('tokyo '.repeat(100)).kind).toBe('too-long');
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      '9',
      '9:00',
      'pm',
      'tokyo',
      'IST',
      'mon',
      '-',
      'fri',
      'to',
      'except',
      'every',
      'day',
      'UTC',
      '+9',
      '/',
      ',',
    ],
    ...['then', 'stop', 'pick', 'new', 'york', 'constructor', '\u0000', '¶', '🕘', "o'clock", '٩'],
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.array(pieces, { maxLength: 12 }).map((words) => words.join(' ')),
  );

  it('never throws, and every way on is understood further', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const read = readWords(line);
        if (read.kind !== 'several' && read.kind !== 'unknown') return;
        for (const way of ways(line)) expect(readWords(way).kind).not.toBe('too-long');
      }),
      { numRuns: runs(400) },
    );
  });

  it('is read back from the line that is made of it, and fits a control', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
      .map((some) => some.sort((a, b) => a - b) as Weekday[]);
    const wishes = fc.record(
      {
        time: fc
          .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
          .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
        days,
        zone: fc.constantFrom(...timeZonesNames, 'UTC', '+09:00', '-03:30', '+05:45'),
        whenAllShown: fc.constantFrom('start-over' as const, 'go-quiet' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(wishes, (one) => {
        const line = lineOf(one);
        expect(wish(line)).toEqual(one);
        // 'start over' is what happens anyway, and no menu's option says it.
        if (one.whenAllShown !== 'start-over') expect(line.length).toBeLessThanOrEqual(OPTION_ROOM);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the names of zones', () => {
  it('find every zone by its IANA name and by its short word', () => {
    for (const zone of timeZonesNames) {
      expect(findZone(zone)).toEqual({ kind: 'one', zone });
      expect(findZone(zoneWord(zone))).toEqual({ kind: 'one', zone });
    }
  });

  it('lead only to zones that exist', () => {
    for (const zone of MENU_ZONES)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    for (const name of Object.keys({ ...ABBREVIATIONS, ...CITIES, ...COUNTRIES })) {
      const found = findZone(name);
      expect(found.kind, name).not.toBe('none');
      const zones = found.kind === 'one' ? [found.zone] : found.kind === 'several' ? found.zones : [];
      for (const zone of zones) Temporal.Now.zonedDateTimeISO(zone);
    }
  });
});

describe('what people mean by a time and days', () => {
  const wished = (typed: string) => {
    const read = readWords(typed);
    return read.kind === 'read' ? read.wish : read;
  };
  it('is read in words and in other habits', () => {
    expect(wished('24:00')).toEqual({ time: '00:00' });
    expect(wished('9am. M-F Berlin')).toEqual({
      time: '09:00',
      days: [1, 2, 3, 4, 5],
      zone: 'Europe/Berlin',
    });
    expect(wished('at nine thirty pm in Berlin')).toEqual({ time: '21:30', zone: 'Europe/Berlin' });
    expect(wished('half past nine am')).toEqual({ time: '09:30' });
    expect(wished('at nine in Berlin')).toMatchObject({ kind: 'several', what: 'time' });
    expect(wished('7:00 EST5EDT')).toEqual({ time: '07:00', zone: 'America/New_York' });
  });

  it('is refused where it is more often than once a day, or once only, never read as a time', () => {
    for (const typed of [
      'every 2 hours',
      'every 6h',
      'in 2 hours',
      'hourly',
      'every hour',
      'twice a day',
      'every 30 minutes',
    ])
      expect([typed, readWords(typed).kind]).toEqual([typed, 'interval']);
    expect(readWords('every day at 9:00').kind).toBe('read');
    expect(readWords('9 in the morning').kind).toBe('read');
  });
});
