import Holidays from 'date-holidays';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../src/digest/delivery/plan.ts';
import { offDay } from '../../src/digest/timetable/days-off.ts';
import { holidayOn, placeName, placeOf } from '../../src/digest/timetable/holidays.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import { type ReadOff, readOff } from '../../src/digest/timetable/words-off.ts';
import type { DaysOff } from '../../src/ports/choices.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { type Harness, harness, START } from './desk-harness.ts';

const TODAY = '2026-11-27';
const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('days off, as they are typed', () => {
  it.each<[string, string]>([
    ['24 Dec to 1 Jan', '2026-12-24 2027-01-01'],
    ['24 December 2026 until 1 January 2027', '2026-12-24 2027-01-01'],
    ['from 24 dec till 1 jan 2027', '2026-12-24 2027-01-01'],
    ['Dec 24 – Jan 1', '2026-12-24 2027-01-01'],
    ['24 to 26 December', '2026-12-24 2026-12-26'],
    ['Dec 24-26', '2026-12-24 2026-12-26'],
    ['between 24 December and 1 January', '2026-12-24 2027-01-01'],
    ['24 and 31 December', 'unknown'],
    ['24 December and 31 December', '2026-12-24 2026-12-24, 2026-12-31 2026-12-31'],
    ['24 Dec, 31 Dec', '2026-12-24 2026-12-24, 2026-12-31 2026-12-31'],
    ['2026-12-24 to 2027-01-01', '2026-12-24 2027-01-01'],
    ['25 November', '2027-11-25 2027-11-25'],
    ['20 November to 30 November', '2026-11-20 2026-11-30'],
    ['today', '2026-11-27 2026-11-27'],
    ['tomorrow', '2026-11-28 2026-11-28'],
    ['on Monday', '2026-11-30 2026-11-30'],
    ['next week', '2026-11-30 2026-12-06'],
    ['August', '2027-08-01 2027-08-31'],
    ['24 Dec to 1 Jan every year', '12-24 01-01'],
    ['12月24日', '2026-12-24 2026-12-24'],
    ['24 декабря', '2026-12-24 2026-12-24'],
    ['3/4/2027', 'unknown'],
    ['31 February', 'unknown'],
    ['24 Dec to the moon', 'unknown'],
    ['2027', 'unknown'],
    ['1 January 2026', 'over'],
    ['weekends', 'unknown'],
  ])('“%s”', (typed, expected) => {
    const read = readOff(typed, TODAY);
    const shown =
      read.kind === 'spans' ? read.spans.map(({ from, to }) => `${from} ${to}`).join(', ') : read.kind;
    expect(shown).toBe(expected);
  });

  it.each<[string, ReadOff]>([
    ['', { kind: 'show' }],
    ['none', { kind: 'none', of: 'all' }],
    ['no holidays', { kind: 'none', of: 'holidays' }],
    ['next', { kind: 'next' }],
    ['holidays', { kind: 'whose' }],
    ['holidays JP', { kind: 'holidays', regions: ['JP'] }],
    ['public holidays in Japan', { kind: 'holidays', regions: ['JP'] }],
    ['holidays DE-BY', { kind: 'holidays', regions: ['DE-BY'] }],
    ['the UK’s bank holidays', { kind: 'holidays', regions: ['GB'] }],
    ['holidays of Scotland and the USA', { kind: 'holidays', regions: ['GB-SCT', 'US'] }],
    ['holidays Atlantis', { kind: 'unknown', typed: 'Atlantis' }],
  ])('“%s” too', (typed, expected) => {
    expect(readOff(typed, TODAY)).toEqual(expected);
  });

  it('whatever is typed, nothing throws, and no span ends before it begins', () => {
    const words = fc.constantFrom(
      '24',
      'Dec',
      'to',
      '1',
      'Jan',
      '2027',
      'May',
      '31',
      'holidays',
      'JP',
      'and',
      '-',
      'Friday',
      '30 Feb',
      ',',
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 8 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(typed, (line) => {
        const read = readOff(line, TODAY);
        if (read.kind === 'spans')
          for (const { from, to } of read.spans)
            expect(from.length < 10 || (from <= to && to >= TODAY)).toBe(true);
      }),
    );
  });
});

describe('public holidays', () => {
  it('are those of the library that they were made from', () => {
    for (const [country, region] of [
      ['JP'],
      ['DE', 'BY'],
      ['GB', 'SCT'],
      ['TR'],
      ['US', 'CA'],
      ['RU'],
    ] as const) {
      const place = region === undefined ? country : `${country}-${region}`;
      const book = region === undefined ? new Holidays(country) : new Holidays(country, region);
      const year = 2031;
      const theirs = new Set<string>();
      for (const around of [year - 1, year, year + 1])
        for (const { type, date, start, end } of book.getHolidays(around, 'en')) {
          const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
          for (let day = 0; day < days && type === 'public'; day += 1)
            theirs.add(new Date(Date.parse(date.slice(0, 10)) + day * DAY).toISOString().slice(0, 10));
        }
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) {
        const date = new Date(at).toISOString().slice(0, 10);
        expect([place, date, holidayOn(place, date) !== undefined]).toEqual([place, date, theirs.has(date)]);
      }
    }
  });

  it('are found by a country’s name or code, and told by name', () => {
    expect(placeOf('jp')).toBe('JP');
    expect(placeOf('Bavaria')).toBe('DE-BY');
    expect(placeOf('South Korea')).toBe('KR');
    expect(placeOf('constructor')).toBeUndefined();
    expect(placeName('DE-BY')).toBe('Bayern, Germany');
    expect(holidayOn('JP', '2027-01-11')).toBe('Coming of Age Day');
    expect(holidayOn('JP', '2027-01-12')).toBeUndefined();
  });
});

describe('a slot on a day off', () => {
  const calendar = { nextSlot, slotsDue };
  const from = Date.UTC(2026, 11, 20);
  const one = (off: DaysOff): Subscription => {
    const timetable = { time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] as const, zone: 'Asia/Tokyo' };
    return { ...subscription({}), timetable, off, next: nextSlot(timetable, from) };
  };
  const christmas: DaysOff = { spans: [{ from: '12-24', to: '01-01' }], holidays: [] };

  it('is recorded as skipped, for a reason that names the day', () => {
    const there = { ...one(christmas), next: nextSlot(one(christmas).timetable, Date.UTC(2026, 11, 24, 12)) };
    const planned = plan(there, there.next.at, { graceMs: 6 * HOUR, doubtAfterMs: 90_000 }, calendar);
    expect(planned).toMatchObject({
      record: [
        {
          slot: { date: '2026-12-25' },
          as: {
            kind: 'skipped',
            why: { code: 'day-off', off: { kind: 'span', span: { from: '12-24', to: '01-01' } } },
          },
        },
      ],
      next: { date: '2026-12-26' },
    });
  });

  it('is not what goes out after a silence: the last day that was none is', () => {
    const there = one({ spans: [{ from: '2026-12-24', to: '2026-12-24' }], holidays: [] });
    const now = nextSlot(there.timetable, Date.UTC(2026, 11, 23, 12)).at + 1;
    const planned = plan(there, now, { graceMs: 48 * HOUR, doubtAfterMs: 90_000 }, calendar);
    if (planned.kind !== 'slots') throw new Error(planned.why.code);
    expect(planned.record.map(({ slot, as }) => `${slot.date} ${as.kind}`).slice(-2)).toEqual([
      '2026-12-23 pending',
      '2026-12-24 skipped',
    ]);
  });

  it('at any moments of planning each slot is recorded once, and pending only where it is no day off', () => {
    const off: DaysOff = { spans: [{ from: '12-24', to: '01-01' }], holidays: ['JP', 'DE-BY'] };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: HOUR, max: 3 * DAY }), { minLength: 5, maxLength: 40 }),
        (steps) => {
          let there = one(off);
          let now = from;
          const seen = new Map<string, string>();
          for (const step of steps) {
            now += step;
            if (there.next === undefined || there.next.at > now) continue;
            const planned = plan(there, now, { graceMs: 6 * HOUR, doubtAfterMs: 90_000 }, calendar);
            if (planned.kind !== 'slots') throw new Error(planned.why.code);
            for (const { slot, as } of planned.record) {
              expect(seen.has(slot.date)).toBe(false);
              seen.set(slot.date, as.kind);
              if (as.kind === 'pending') expect(offDay(off, slot.date)).toBeUndefined();
            }
            there = { ...there, next: planned.next };
          }
          const due = slotsDue(there.timetable, from, Math.min(now, (there.next?.at ?? now) - 1));
          expect([...seen.keys()]).toEqual(due.map(({ date }) => date));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a channel with days off', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await harness();
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
  });
  afterAll(() => h.close());
  const skip = async (words: string, rank: 'admin' | 'outsider' = 'admin') =>
    plain(await h.desk.skip(h.ask({ rank }), words), en);

  it('hears what is left out and when it goes on, and so does whoever asks for the status', async () => {
    expect(await skip('tomorrow')).toContain('Tuesday 24 November 2026');
    expect(h.sent.at(-1)?.reply.blocks).toMatchObject([
      { text: [{ user: 'U01' }, expect.stringContaining('days off')] },
    ]);
    await skip('holidays JP');
    const status = plain(await h.desk.status(h.ask()), en);
    expect(status).toMatch(/Next:.*25 Nov/u);
    expect(status).toContain('Skipped next: Tuesday 24 November 2026');
    expect(status).toContain('public holidays of Japan');
    const preview = plain(await h.desk.digest(h.ask(), ''), en);
    expect(preview).toContain('Wednesday 25 November 2026');
  });

  it('keeps them when its time changes, and the list of the next editions marks them', async () => {
    const text = plain(await h.desk.subscribe(h.ask(), '10:00'), en);
    expect(text).toMatch(/Tuesday 24 November 2026: left out/u);
    expect(text).toMatch(/Wednesday 25 November 2026, 10:00/u);
  });

  it('gets none on the day itself, and its status says why; that hinders nothing', async () => {
    h.clock.now = START + 26 * HOUR;
    const delivery = h.engine.delivery();
    await delivery.tick();
    await delivery.stop(1_000);
    expect(h.sent.filter(({ words }) => words === 'digest')).toEqual([]);
    const status = plain(await h.desk.status(h.ask()), en);
    expect(status).toContain('Tuesday 24 November 2026: skipped: It was a day off here');
    expect(plain(await h.desk.doctor(h.ask()), en)).toContain('Nothing hinders');
  });

  it('is offered the holidays of its own country, and examples of the rest', async () => {
    expect(await skip('holidays')).toContain('The holidays of which country?');
    expect(await skip('none')).toContain('No days are left out any more');
    expect(await skip('')).toMatch(/type:.*skip holidays JP/u);
    expect(await skip('the boring parts')).toContain('I do not understand');
  });

  it('has them changed by whoever may change its digest, and by nobody else', async () => {
    const before = await h.store.subscriptions.get({
      platform: 'slack',
      workspace: 'T01',
      channel: 'C01',
      briefing: 'kuril',
    });
    await skip('tomorrow', 'outsider');
    expect(
      await h.store.subscriptions.get({
        platform: 'slack',
        workspace: 'T01',
        channel: 'C01',
        briefing: 'kuril',
      }),
    ).toEqual(before);
  });
});
