import { describe, expect, it } from 'vitest';
import {
  changesOfTheYears,
  compare,
  EVERY_ZONE,
  FROM,
  stretchesOfTheYears,
  UNTIL,
} from '../digest/clock-changes.ts';

/** Days picked at random in each zone, besides its clock changes. */
const OTHER_DAYS = 5;

describe('slots in every IANA zone', () => {
  it('agree with the wall clock around every clock change from 2016 to 2026, and on other days', () => {
    let compared = 0;
    let changes = 0;
    const differences: string[] = [];
    for (const zone of EVERY_ZONE) {
      const stretches = stretchesOfTheYears(zone);
      const moments = changesOfTheYears(stretches);
      const others = Array.from({ length: OTHER_DAYS }, () => FROM + Math.random() * (UNTIL - FROM));
      const found = compare(zone, stretches, [...moments, ...others.map(Math.floor)]);
      compared += found.compared;
      changes += moments.length;
      differences.push(...found.differences);
    }
    console.log(`${EVERY_ZONE.length} zones, ${changes} clock changes, ${compared} timetables compared`);
    expect(differences.slice(0, 20)).toEqual([]);
    expect(changes).toBeGreaterThan(2_500);
  });
});
