/**
 * A moment as the clock on the wall in `zone` shows it: 'Sat 17 Dec 2016, 09:00 Asia/Tokyo'.
 * @param instant epoch milliseconds
 * @param zone an IANA zone; an unknown one throws a RangeError
 */
export function wallTime(instant: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(zone);
  const day = `${DAYS[at.dayOfWeek - 1]} ${at.day} ${MONTHS[at.month - 1]} ${at.year}`;
  return `${day}, ${twoDigits(at.hour)}:${twoDigits(at.minute)} ${zone}`;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0');
}
