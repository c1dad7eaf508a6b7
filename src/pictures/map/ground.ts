/** What lies under each spot of a map, on a raster of a few pixels: whether a label would stand on water, land or both. */
import type { Box } from '../scene.ts';
import type { Shape } from './land.ts';

const CELL = 3;

export type Ground = {
  /** The part of a box that is land, 0 to 1. */
  landUnder(box: Box): number;
};

/** Filled by the even-odd rule, as the land is drawn. */
export function groundOf(shapes: readonly Shape[], frame: Box): Ground {
  const columns = Math.ceil(frame.w / CELL);
  const rows = Math.ceil(frame.h / CELL);
  // Sums over all that is above and to the left, so that any box is four look-ups.
  const sums = new Int32Array((columns + 1) * (rows + 1));
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const { points } of shapes) cross(points);
  for (let row = 0; row < rows; row += 1) {
    const xs = (crossings[row] ?? []).sort((a, b) => a - b);
    let index = 0;
    let inside = false;
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      const x = frame.x + (column + 0.5) * CELL;
      while (index < xs.length && (xs[index] ?? 0) <= x) {
        inside = !inside;
        index += 1;
      }
      sum += inside ? 1 : 0;
      sums[(row + 1) * (columns + 1) + column + 1] = sum + (sums[row * (columns + 1) + column + 1] ?? 0);
    }
  }
  return {
    landUnder({ x, y, w, h }) {
      const [left, right] = [cell(x, frame.x, columns), cell(x + w, frame.x, columns)];
      const [top, bottom] = [cell(y, frame.y, rows), cell(y + h, frame.y, rows)];
      const cells = (right - left) * (bottom - top);
      if (cells <= 0) return 0;
      const at = (column: number, row: number) => sums[row * (columns + 1) + column] ?? 0;
      return (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) / cells;
    },
  };

  function cross(points: Shape['points']): void {
    let last = points.at(-1);
    for (const point of points) {
      if (last !== undefined) edge(last, point);
      last = point;
    }
  }

  function edge(from: readonly [number, number], to: readonly [number, number]): void {
    const ax = from[0];
    const ay = from[1];
    const bx = to[0];
    const by = to[1];
    const top = Math.min(ay, by);
    const bottom = Math.max(ay, by);
    const first = Math.max(0, Math.ceil((top - frame.y) / CELL - 0.5));
    for (let row = first; row < rows; row += 1) {
      const y = frame.y + (row + 0.5) * CELL;
      if (y >= bottom) break;
      if (y >= top) crossings[row]?.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
}

function cell(value: number, from: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round((value - from) / CELL)));
}
