/** A time of day as people type it. */

const NAMED: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  '12 noon': '12:00',
  midnight: '00:00',
  '12 midnight': '00:00',
};

const CLOCK =
  /^(\d{1,2}?)(?:([:.h ]?)(\d{2}))?\s*(am|pm|in the morning|in the afternoon|in the evening|o ?clock|h|hrs?|hours?)?$/u;

/**
 * The times, 'HH:MM', that a phrase may mean; none where it is no time. Two where only a half of the day would tell:
 * a bare '9' is nine in the morning or in the evening. With minutes, or a leading zero, the clock has 24 hours.
 */
export function readTime(phrase: string): readonly string[] {
  const plain = inDigits(phrase.toLowerCase().replace(/\.$/u, ''))
    .replace(/\b([ap])\.?\s?m\b\.?/gu, '$1m')
    .replace(/o['’]clock/u, 'oclock');
  const named = Object.hasOwn(NAMED, plain) ? NAMED[plain] : undefined;
  if (named !== undefined) return [named];
  const found = CLOCK.exec(plain);
  if (found === null) return [];
  const [, digits = '', , minutes, after = ''] = found;
  const hour = Number(digits);
  // The end of a day is the beginning of the next.
  if (hour === 24 && minutes === '00') return ['00:00'];
  if (hour > 23 || Number(minutes ?? 0) > 59) return [];
  const half = halfOf(after);
  if (half !== undefined) return inHalf(hour, minutes, half);
  const exact = minutes !== undefined || hour === 0 || hour > 12 || digits.startsWith('0') || isHours(after);
  if (exact) return [clock(hour, minutes)];
  return hour === 12 ? ['12:00', '00:00'] : [clock(hour, minutes), clock(hour + 12, minutes)];
}

const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const MINUTES: Readonly<Record<string, string>> = {
  fifteen: '15',
  thirty: '30',
  'forty-five': '45',
  'forty five': '45',
};
const SPOKEN = new RegExp(
  `^(?:(half|quarter) past )?(${HOURS.join('|')})(?: (${Object.keys(MINUTES).join('|')}))?(?= |$)`,
  'u',
);

/** 'nine thirty pm' is '9:30 pm'; 'half past nine' '9:30'. */
function inDigits(phrase: string): string {
  return phrase.replace(SPOKEN, (_, past: string | undefined, hour: string, minutes: string | undefined) => {
    const shown = past === 'half' ? '30' : past === 'quarter' ? '15' : MINUTES[minutes ?? ''];
    const digits = HOURS.indexOf(hour) + 1;
    return shown === undefined ? String(digits) : `${digits}:${shown}`;
  });
}

function halfOf(after: string): 'am' | 'pm' | undefined {
  if (after === 'am' || after === 'in the morning') return 'am';
  return after === 'pm' || after.startsWith('in the') ? 'pm' : undefined;
}

/** '9h' and '9 hours' are said of a clock with 24 hours. */
function isHours(after: string): boolean {
  return after.startsWith('h');
}

function inHalf(hour: number, minutes: string | undefined, half: 'am' | 'pm'): readonly string[] {
  if (half === 'am') return hour > 12 ? [] : [clock(hour % 12, minutes)];
  if (hour === 0) return [];
  return [clock(hour > 12 ? hour : (hour % 12) + 12, minutes)];
}

function clock(hour: number, minutes = '00'): string {
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
