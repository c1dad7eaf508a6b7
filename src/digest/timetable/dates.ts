/** Dates and times of day in words; the same on every machine, whatever its ICU. */
import { showWhen } from '../../show/when.ts';
import { DAY_NAMES } from './words-days.ts';

/** 'Saturday 17 December 2016' */
export function dayInWords(date: string): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return `${DAY_NAMES[dayOfWeek - 1]} ${showWhen({ on: date })}`;
}

/** The wall clock of `zone` at an instant (epoch ms): its local date, 'YYYY-MM-DD', and time, 'HH:MM'. */
export function wallClock(at: number, zone: string): { readonly date: string; readonly time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** A length of time as people say it: '40 seconds', '5 minutes', '2 hours', '3 days'. */
export function lengthInWords(ms: number): string {
  const units = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
  ] as const;
  const [size, name] = units.find(([size]) => ms >= size) ?? [1_000, 'second'];
  const count = Math.max(1, Math.round(ms / size));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
