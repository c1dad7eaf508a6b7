import type { Messages } from '../show/messages/messages.ts';

/**
 * A moment as the clock on the wall in `zone` shows it: 'Sat 17 Dec 2016, 09:00 Asia/Tokyo'.
 * @param instant epoch milliseconds
 * @param zone an IANA zone; an unknown one throws a RangeError
 */
export function wallTime(instant: number, zone: string, say: Messages): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(zone);
  return say.time.clock(at);
}
