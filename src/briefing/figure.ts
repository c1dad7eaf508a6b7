import type { Figure } from './schema.ts';

/** The numbers that a figure gives: one, the ends of a range, or a share's part and whole. */
export function valuesOf({ value }: Pick<Figure, 'value'>): number[] {
  if (typeof value === 'number') return [value];
  return 'from' in value ? [value.from, value.to] : [value.part, value.of];
}
