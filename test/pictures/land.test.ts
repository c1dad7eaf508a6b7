import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Flat, flatParts, flatRing } from '../../src/pictures/map/flat.ts';
import { groundOf } from '../../src/pictures/map/ground.ts';
import { landIn } from '../../src/pictures/map/land.ts';
import { type LonLat, toPixels, viewOf } from '../../src/pictures/map/view.ts';

const BOX = { x: 0, y: 0, w: 720, h: 462 };

/** The part of a spot's surroundings that is land. */
function landAt(spot: LonLat, acrossKm: number): number {
  const view = viewOf([spot], BOX, BOX, acrossKm);
  const [x, y] = toPixels(view, spot);
  return groundOf(landIn(view), BOX).landUnder({ x: x - 4, y: y - 4, w: 8, h: 8 });
}

it('a great lake is water, an island in the sea is land, wherever on the globe', () => {
  expect(landAt([-87, 44], 900)).toBe(0);
  expect(landAt([33, -1], 900)).toBe(0);
  expect(landAt([-88, 40], 900)).toBe(1);
  expect(landAt([178, -17.8], 400)).toBe(1);
  expect(landAt([-178, 71.2], 400)).toBe(1);
  expect(landAt([-60, -85], 400)).toBe(1);
  expect(landAt([-150, 0], 400)).toBe(0);
});

it('a coast that is laid flat the short way lies where d3 lays it', () => {
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const lat = fc.double({ min: -80, max: 80, noNaN: true });
  const size = fc.double({ min: 2, max: 25, noNaN: true });
  fc.assert(
    fc.property(lon, lat, size, fc.integer({ min: 3, max: 40 }), (east, north, degrees, corners) => {
      const view = viewOf([[east, north]], BOX, BOX, 2_000);
      const ring = Array.from({ length: corners }, (_, at) => {
        const turn = (at * 2 * Math.PI) / corners;
        const up = Math.max(-88, Math.min(88, north + degrees * Math.cos(turn)));
        return [east + degrees * (1 + Math.sin(turn)), up];
      }).flat();
      const [short, long] = [[flatRing(ring, view.projection)], flatParts(ring, view.projection)].map(
        landShares,
      );
      for (const [part, share] of (short ?? []).entries()) expect(share).toBeCloseTo(long?.[part] ?? 0, 1);
    }),
    { numRuns: 200 },
  );
});

/** How much of each quarter of the map is land. */
function landShares(parts: readonly Flat[]): number[] {
  const ground = groundOf(
    parts.map((points) => ({ of: 0, points })),
    BOX,
  );
  return [0, 1, 2, 3].map((part) => ground.landUnder({ ...BOX, x: part * 180, w: 180 }));
}
