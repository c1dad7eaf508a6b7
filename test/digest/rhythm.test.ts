import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOfRevision, makeEdition } from '../../src/digest/edition/edition.ts';
import { spotlightsOf } from '../../src/digest/edition/spotlight.ts';
import { isRare } from '../../src/digest/timetable/rhythm.ts';
import { nextSlot, nextSlots, slotsDue } from '../../src/digest/timetable/slots.ts';
import { lineOf, type Wish } from '../../src/digest/timetable/wish.ts';
import { readWords } from '../../src/digest/timetable/words.ts';
import { LAST, type Rhythm } from '../../src/ports/choices.ts';
import type { Timetable, Weekday } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { type Harness, harness, START, saysOf } from './desk-harness.ts';

const MONDAY: readonly Weekday[] = [1];
const FRIDAY: readonly Weekday[] = [5];
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function wish(typed: string): Wish | string {
  const read = readWords(typed);
  return read.kind === 'read' ? read.wish : `${read.kind}: ${'typed' in read ? read.typed : ''}`;
}

function datesFrom(rhythm: Rhythm | undefined, days: readonly Weekday[], from: string, count: number) {
  const timetable: Timetable = { time: '09:00', days, zone: 'Europe/Berlin', ...(rhythm && { rhythm }) };
  return nextSlots(timetable, Date.parse(`${from}T00:00Z`), count).map(({ date }) => date);
}

describe('how often, as it is typed', () => {
  const fortnightly = { kind: 'weeks', every: 2 } as const;
  const dates = (...of: number[]) => ({ rhythm: { kind: 'dates' as const, dates: of }, days: EVERY_DAY });
  const nth = (days: readonly Weekday[], ...nths: number[]) => ({
    rhythm: { kind: 'nth' as const, nths },
    days,
  });

  it.each<[string, Wish]>([
    ['Mondays', { days: MONDAY }],
    ['weekly on Mondays', { days: MONDAY }],
    [
      'every other Friday 9:00 Berlin',
      { rhythm: fortnightly, days: FRIDAY, time: '09:00', zone: 'Europe/Berlin' },
    ],
    ['every second Friday', { rhythm: fortnightly, days: FRIDAY }],
    ['alternate Mondays', { rhythm: fortnightly, days: MONDAY }],
    ['fortnightly on Fridays', { rhythm: fortnightly, days: FRIDAY }],
    ['biweekly Mon', { rhythm: fortnightly, days: MONDAY }],
    ['every two weeks on Monday at 9am', { rhythm: fortnightly, days: MONDAY, time: '09:00' }],
    ['every other week weekdays', { rhythm: fortnightly, days: WEEKDAYS }],
    ['every 3 weeks on Monday', { rhythm: { kind: 'weeks', every: 3 }, days: MONDAY }],
    [
      'every other Friday from 4 December 2026',
      { rhythm: { ...fortnightly, from: '2026-12-04' }, days: FRIDAY },
    ],
    ['1st of the month 9:00', { ...dates(1), time: '09:00' }],
    ['on the 1st and 15th of each month', dates(1, 15)],
    ['1st, 15th', dates(1, 15)],
    ['monthly on the 31st', dates(31)],
    ['every month on the 2nd at 9:30 in Tokyo', { ...dates(2), time: '09:30', zone: 'Asia/Tokyo' }],
    ['first of the month', dates(1)],
    ['last day of the month', dates(LAST)],
    ['at the end of the month', dates(LAST)],
    ['day 15 of the month', dates(15)],
    ['first Monday of the month', nth(MONDAY, 1)],
    ['the first and third Monday', nth(MONDAY, 1, 3)],
    ['every second Friday of the month', nth(FRIDAY, 2)],
    ['last Friday of each month 17:00', { ...nth(FRIDAY, LAST), time: '17:00' }],
    ['first working day of the month', nth(WEEKDAYS, 1)],
    ['24:00 M-F', { time: '00:00', days: WEEKDAYS }],
    ['9am. Tokyo', { time: '09:00', zone: 'Asia/Tokyo' }],
    ['at 9:00 EST5EDT', { time: '09:00', zone: 'America/New_York' }],
    ['nine in the morning in Berlin', { time: '09:00', zone: 'Europe/Berlin' }],
  ])('“%s” is understood', (typed, expected) => {
    expect(wish(typed)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['weekly 9:00 Tokyo', ['9:00 mon Tokyo', '9:00 tue Tokyo']],
    ['fortnightly 9:00', ['9:00 fortnightly mon']],
    ['monthly 9:00 Tokyo', ['9:00 1st Tokyo', '9:00 last day Tokyo', '9:00 1st mon Tokyo']],
    ['once a month on Tuesday', ['1st tue', 'last tue']],
    ['every third Friday', ['3rd fri', 'every 3 weeks fri']],
    ['at nine in Berlin', ['09:00 Berlin', '21:00 Berlin']],
  ])('“%s” is asked about, each way on being a whole line', (typed, some) => {
    const read = readWords(typed);
    if (read.kind !== 'several') throw new Error(JSON.stringify(read));
    const words = read.ways.map((way) => way.words);
    expect(words).toEqual(expect.arrayContaining([...some]));
    for (const way of words) expect(readWords(way).kind === 'read' || typed.includes('nine')).toBe(true);
  });

  it.each([
    'every 2 hours',
    'every 6h',
    'hourly',
    'every other day',
    'every 3 days',
    'every other month',
    'quarterly',
    'twice a day',
  ])('“%s” is refused, with what can be had', (typed) => {
    expect(readWords(`${typed} 9:00 Tokyo`).kind).toBe('interval');
    expect(en.misread.interval(typed)).toMatch(/every other week, or once a month/u);
  });

  it.each([
    '32nd of the month',
    'every 12 weeks Mon',
    '1st of the month on Mondays',
    'first Monday every 2 weeks',
  ])('“%s” is refused', (typed) => {
    expect(readWords(typed).kind).toBe('unknown');
  });

  it('is read back from the words of a control', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
      .map((some) => some.sort() as Weekday[]);
    const rhythm: fc.Arbitrary<Wish> = fc.oneof(
      fc.record({ every: fc.integer({ min: 2, max: 8 }), days }).map(({ every, days }) => ({
        rhythm: { kind: 'weeks' as const, every },
        days,
      })),
      fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }).map((some) => ({
        rhythm: { kind: 'dates' as const, dates: some.sort((a, b) => a - b) },
        days: EVERY_DAY,
      })),
      fc
        .record({ nth: fc.constantFrom(1, 2, 3, 4, LAST), day: fc.integer({ min: 1, max: 7 }) })
        .map(({ nth, day }) => ({
          rhythm: { kind: 'nth' as const, nths: [nth] },
          days: [day as Weekday],
        })),
    );
    fc.assert(
      fc.property(rhythm, (wanted) => {
        expect(wish(lineOf({ ...wanted, time: '09:30', zone: 'Asia/Tokyo' }))).toEqual({
          ...wanted,
          time: '09:30',
          zone: 'Asia/Tokyo',
        });
      }),
    );
  });
});

describe('the dates of a rhythm', () => {
  it('every other week is counted from its week on, also over the end of a year of 53 weeks', () => {
    const rhythm = { kind: 'weeks', every: 2, from: '2026-12-04' } as const;
    expect(datesFrom(rhythm, FRIDAY, '2026-12-01', 4)).toEqual([
      '2026-12-04',
      '2026-12-18',
      '2027-01-01',
      '2027-01-15',
    ]);
    expect(datesFrom(rhythm, FRIDAY, '2026-11-01', 2)).toEqual(['2026-11-06', '2026-11-20']);
  });

  it('on a date that a month lacks it is the month’s last day', () => {
    expect(datesFrom({ kind: 'dates', dates: [31] }, EVERY_DAY, '2027-01-15', 4)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
    expect(datesFrom({ kind: 'dates', dates: [1, LAST] }, EVERY_DAY, '2028-02-10', 3)).toEqual([
      '2028-02-29',
      '2028-03-01',
      '2028-03-31',
    ]);
  });

  it('on the nth of its weekdays, the last among them', () => {
    expect(datesFrom({ kind: 'nth', nths: [1, 3] }, MONDAY, '2026-12-01', 3)).toEqual([
      '2026-12-07',
      '2026-12-21',
      '2027-01-04',
    ]);
    expect(datesFrom({ kind: 'nth', nths: [LAST] }, FRIDAY, '2026-12-01', 2)).toEqual([
      '2026-12-25',
      '2027-01-29',
    ]);
    expect(datesFrom({ kind: 'nth', nths: [1] }, WEEKDAYS, '2027-01-01', 2)).toEqual([
      '2027-01-01',
      '2027-02-01',
    ]);
  });

  it('walks as it counts: slot after slot gives what a span gives, none twice, none missing', () => {
    const rhythms: readonly (readonly [Rhythm, readonly Weekday[]])[] = [
      [{ kind: 'weeks', every: 2, from: '2026-01-01' }, [2, 4]],
      [{ kind: 'dates', dates: [1, 15, 31] }, EVERY_DAY],
      [{ kind: 'nth', nths: [2, LAST] }, MONDAY],
    ];
    for (const [rhythm, days] of rhythms) {
      const timetable: Timetable = { time: '02:30', days, zone: 'Europe/Berlin', rhythm };
      const from = Date.UTC(2026, 0, 1);
      const until = Date.UTC(2029, 0, 1);
      const span = slotsDue(timetable, from, until);
      const walked = [];
      for (
        let slot = nextSlot(timetable, from);
        slot.at <= until;
        slot = nextSlot(timetable, slot.at, slot.date)
      )
        walked.push(slot);
      expect(walked).toEqual(span);
      expect(new Set(span.map(({ date }) => date)).size).toBe(span.length);
    }
  });
});

describe('an edition that comes once a week', () => {
  const briefing = kuril();
  const revision = briefing.revision.number;
  const recap = (had: readonly string[]) =>
    makeEdition(
      {
        briefing,
        date: '2026-12-07',
        had: { spotlights: had, revision },
        whenAllShown: 'start-over',
        recap: true,
      },
      en,
    );

  it('tells several things, each once in a round, and the first in full', () => {
    const total = spotlightsOf(briefing).length;
    const had: string[] = ['person:abe'];
    const seen = new Set(had);
    while (seen.size < total) {
      const made = recap(had);
      if (made.kind !== 'edition') throw new Error(made.why.code);
      for (const id of made.spotlights) {
        expect(seen.has(id), id).toBe(false);
        seen.add(id);
      }
      had.push(...made.spotlights);
      if (seen.size < total) expect(made.spotlights).toHaveLength(5);
      expect(made.allShown).toBe(seen.size === total);
    }
    const text = plain((recap(['person:abe']) as { reply: Parameters<typeof plain>[0] }).reply, en);
    expect(text).toContain('And in short');
    expect(text).toMatch(/2 to 6 of \d+/u);
  });

  it('is what a weekly, fortnightly or monthly rhythm brings, and a daily one does not', () => {
    const rare = (days: readonly Weekday[], rhythm?: Rhythm) => isRare({ days, ...(rhythm && { rhythm }) });
    expect(rare(MONDAY)).toBe(true);
    expect(rare(MONDAY, { kind: 'weeks', every: 2, from: '2026-01-05' })).toBe(true);
    expect(rare(EVERY_DAY, { kind: 'dates', dates: [1, 15] })).toBe(true);
    expect(rare(EVERY_DAY)).toBe(false);
    expect(rare([1, 4])).toBe(false);
    expect(rare(EVERY_DAY, { kind: 'weeks', every: 2, from: '2026-01-05' })).toBe(false);
  });

  it('begins like every other, with the key points and one thing', () => {
    const made = makeEdition(
      { briefing, date: '2026-12-07', had: { spotlights: [] }, whenAllShown: 'start-over', recap: true },
      en,
    );
    expect(made).toMatchObject({ kind: 'edition', spotlights: [expect.any(String)] });
    expect(itemsOfRevision(briefing)).not.toEqual({});
  });
});

describe('a channel that chose its rhythm', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await harness();
  });
  afterAll(() => h.close());
  const key = { platform: 'slack', workspace: 'T01', channel: 'C01', briefing: 'kuril' } as const;

  it('is told its dates, and keeps them when only the time changes', async () => {
    const set = plain(await h.desk.subscribe(h.ask(), 'every other Friday 9:00 Berlin'), en);
    expect(set).toContain('every other week on Fridays at 09:00');
    expect(set).toMatch(/Friday 27 November 2026.*Friday 11 December 2026/su);
    const first = await h.store.subscriptions.get(key);
    expect(first?.timetable.rhythm).toEqual({ kind: 'weeks', every: 2, from: '2026-11-27' });

    h.clock.now = START + 6 * 86_400_000;
    await h.desk.subscribe(h.ask(), '10:00');
    const second = await h.store.subscriptions.get(key);
    expect(second?.timetable).toMatchObject({ time: '10:00', rhythm: first?.timetable.rhythm });
    expect(second?.next?.date).toBe('2026-12-11');
    await h.desk.subscribe(h.ask(), 'every other Friday from 4 December 2026');
    expect((await h.store.subscriptions.get(key))?.next?.date).toBe('2026-12-04');
  });

  it('goes back to every week when days are named alone', async () => {
    await h.desk.subscribe(h.ask(), '1st of the month 9:00 Berlin');
    const status = plain(await h.desk.status(h.ask()), en);
    expect(status).toContain('on the 1st of each month at 09:00');
    await h.desk.subscribe(h.ask(), 'Mondays');
    expect((await h.store.subscriptions.get(key))?.timetable).toEqual({
      time: '09:00',
      days: [1],
      zone: 'Europe/Berlin',
    });
    const doctor = plain(await h.desk.doctor(h.ask()), en);
    expect(doctor).toContain('Nothing hinders');
  });

  it('can choose it on the card, whose controls keep it', async () => {
    await h.desk.subscribe(h.ask(), 'first Monday 9:00 Berlin');
    const card = await h.desk.subscribe(h.ask(), '');
    expect(plain(card, en)).toContain('on the first Monday of each month');
    const later = saysOf(card).find((says) => says.includes('10:00'));
    expect(readWords(later?.replace(/^subscribe /u, '') ?? '')).toMatchObject({
      wish: { time: '10:00', days: [1], rhythm: { kind: 'nth', nths: [1] } },
    });
  });
});
