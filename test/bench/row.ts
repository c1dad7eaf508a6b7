/** One figure of a benchmark. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure should not exceed (`most`) or fall below (`least`); left out where it only informs. */
  readonly most?: number;
  readonly least?: number;
};

/** Whether a figure keeps to what was set for it. */
export function holds({ value, most, least }: Row): boolean {
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}

/** The value below which the part `p` (0 to 1) of the samples lie. Sorts a copy. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
