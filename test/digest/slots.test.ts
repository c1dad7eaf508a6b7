import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, nextSlots, shiftOf, slotsDue } from '../../src/digest/timetable/slots.ts';
import type { Slot, Timetable, Weekday } from '../../src/ports/store.ts';
import { runs } from '../kit/runs.ts';
import {
  changesOfTheYears,
  compare,
  EVERY_KIND,
  EVERY_ZONE,
  FROM,
  stretchesOfTheYears,
  UNTIL,
} from './clock-changes.ts';
import { expectedSlots, stretchesOf } from './wall-clock.ts';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY = 86_400_000;

/** Half-hour changes, changes at midnight and into it, changes twice a year more than usual, abolished ones. */
const PECULIAR = [
  'Australia/Lord_Howe',
  'America/Nuuk',
  'America/Scoresbysund',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Beirut',
  'America/Asuncion',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/Havana',
  'Antarctica/Troll',
  'Antarctica/Casey',
  'Asia/Pyongyang',
  'Pacific/Apia',
  'Europe/Volgograd',
  'Europe/Dublin',
];

function utc(text: string): number {
  return Date.parse(text);
}

function shown(slots: readonly Slot[]): string[] {
  return slots.map(({ date, at }) => `${date} ${new Date(at).toISOString().slice(0, 16)}`);
}

describe('a slot', () => {
  it('in a spring gap is the first moment after it', () => {
    const timetable: Timetable = { time: '02:30', days: EVERY_DAY, zone: 'Europe/Berlin' };
    expect(shown(nextSlots(timetable, utc('2020-03-28T12:00Z'), 2))).toEqual([
      '2020-03-29 2020-03-29T01:00',
      '2020-03-30 2020-03-30T00:30',
    ]);
    expect(shiftOf(timetable, '2020-03-29')).toEqual({ kind: 'moved', time: '03:00' });
  });

  it('in an autumn overlap comes once, the first time', () => {
    const timetable: Timetable = { time: '02:30', days: EVERY_DAY, zone: 'Europe/Berlin' };
    expect(shown(nextSlots(timetable, utc('2020-10-24T12:00Z'), 2))).toEqual([
      '2020-10-25 2020-10-25T00:30',
      '2020-10-26 2020-10-26T01:30',
    ]);
    expect(shiftOf(timetable, '2020-10-25')).toEqual({ kind: 'twice' });
  });

  it('that a gap pushes past midnight stays the earlier date’s', () => {
    const timetable: Timetable = { time: '23:30', days: EVERY_DAY, zone: 'America/Nuuk' };
    expect(shown(nextSlots(timetable, utc('2024-03-30T12:00Z'), 2))).toEqual([
      '2024-03-30 2024-03-31T01:00',
      '2024-03-31 2024-04-01T00:30',
    ]);
  });

  it('is left out on a date that the zone left out: Samoa in 2011, Kwajalein in 1993', () => {
    const samoa: Timetable = { time: '09:00', days: EVERY_DAY, zone: 'Pacific/Apia' };
    expect(shown(nextSlots(samoa, utc('2011-12-29T00:00Z'), 3))).toEqual([
      '2011-12-29 2011-12-29T19:00',
      '2011-12-31 2011-12-30T19:00',
      '2012-01-01 2011-12-31T19:00',
    ]);
    const kwajalein: Timetable = { time: '09:00', days: EVERY_DAY, zone: 'Pacific/Kwajalein' };
    const dates = nextSlots(kwajalein, utc('1993-08-18T00:00Z'), 5).map(({ date }) => date);
    expect(dates).toEqual(['1993-08-18', '1993-08-19', '1993-08-20', '1993-08-22', '1993-08-23']);
    const fridays: Timetable = { ...samoa, days: [5] };
    expect(nextSlot(fridays, utc('2011-12-29T20:00Z')).date).toBe('2012-01-06');
  });

  it('of a date that the channel has had already gives way to the next date', () => {
    const timetable: Timetable = { time: '17:00', days: EVERY_DAY, zone: 'Asia/Tokyo' };
    expect(nextSlot(timetable, utc('2026-11-24T01:00Z')).date).toBe('2026-11-24');
    expect(nextSlot(timetable, utc('2026-11-24T01:00Z'), '2026-11-24').date).toBe('2026-11-25');
  });

  it('that is due at this very moment is not the next one', () => {
    const timetable: Timetable = { time: '09:00', days: EVERY_DAY, zone: 'Asia/Tokyo' };
    const at = utc('2026-11-24T00:00Z');
    expect(nextSlot(timetable, at).at).toBe(at + DAY);
    expect(slotsDue(timetable, at - 1, at)).toEqual([{ date: '2026-11-24', at }]);
    expect(slotsDue(timetable, at, at)).toEqual([]);
  });
});

describe('slots in zones with peculiar clocks', () => {
  it.each(PECULIAR)('%s: agree with the wall clock around every change of ten years', (zone) => {
    const stretches = stretchesOfTheYears(zone);
    const { differences } = compare(zone, stretches, changesOfTheYears(stretches), [EVERY_DAY]);
    expect(differences).toEqual([]);
  });
});

describe('slots in any zone', () => {
  it('agree with the wall clock around a clock change, for daily, weekday and single-day timetables', () => {
    let compared = 0;
    const property = fc.property(fc.constantFrom(...EVERY_ZONE), fc.nat(), (zone, pick) => {
      const stretches = stretchesOfTheYears(zone);
      const changes = changesOfTheYears(stretches);
      const moments = changes.length === 0 ? [] : [changes[pick % changes.length] ?? FROM];
      const found = compare(zone, stretches, moments);
      compared += found.compared;
      expect(found.differences).toEqual([]);
    });
    fc.assert(property, { numRuns: runs(25) });
    expect(compared).toBeGreaterThan(0);
  });

  it('agree with the wall clock on any other day', () => {
    const day = fc.integer({ min: FROM, max: UNTIL - 10 * DAY });
    const property = fc.property(fc.constantFrom(...EVERY_ZONE), day, (zone, moment) => {
      const stretches = stretchesOf(zone, moment - 10 * DAY, moment + 10 * DAY);
      expect(compare(zone, stretches, [moment]).differences).toEqual([]);
    });
    fc.assert(property, { numRuns: runs(25) });
  });

  it('come one a local date, in order, and one after the other by nextSlot', () => {
    const timetables = fc.record({
      time: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(clock),
      days: fc.constantFrom(...EVERY_KIND),
      zone: fc.constantFrom(...EVERY_ZONE),
    });
    const property = fc.property(timetables, fc.integer({ min: FROM, max: UNTIL }), (timetable, from) => {
      const slots = slotsDue(timetable, from, from + 20 * DAY);
      expect(new Set(slots.map(({ date }) => date)).size).toBe(slots.length);
      expect(slots).toEqual([...slots].sort((a, b) => a.at - b.at));
      let at = from;
      for (const slot of slots) {
        expect(nextSlot(timetable, at)).toEqual(slot);
        at = slot.at;
      }
      const stretches = stretchesOf(timetable.zone, from - 10 * DAY, from + 30 * DAY);
      expect(slots).toEqual(expectedSlots(timetable, stretches, from, from + 20 * DAY));
    });
    fc.assert(property, { numRuns: runs(200) });
  });
});

function clock([hour, minute]: [number, number]): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
