import type { OffDay } from './off.ts';
import { offReason } from './off.ts';

const DAY_OFF = 'It was a day off here: ';

/** Why a delivery stands as it does: kept in the ledger, shown by `status` and `doctor`. Whole sentences. */
export const skipped = {
  tooLate: (graceMs: number) =>
    `The bot was not running when it was due, nor in the ${spell(graceMs)} after it.`,
  overtaken: 'The bot was not running when it was due, and a later edition went out instead.',
  unsubscribed: 'The channel unsubscribed before it went out.',
  dayOff: (off: OffDay) => `${DAY_OFF}${offReason(off)}.`,
  paused: 'The digest was paused before it went out.',
  notInTime: (graceMs: number, why: string) =>
    `It could not be sent within ${spell(graceMs)}: ${lowered(why)}`,
} as const;

/** Whether this is why a slot was skipped: then it went as the channel chose. */
export function wasDayOff(why: string): boolean {
  return why.startsWith(DAY_OFF);
}

export const unknown = {
  stopped: 'The bot stopped while it was being sent.',
} as const;

export const looking = {
  waits: 'Another channel is being looked through.',
} as const;

export const failed = {
  edition: 'The edition could not be made.',
  courier: 'The bot failed while it was sending it.',
} as const;

export const postedNow = {
  notTriedAgain: (why: string) =>
    `It was asked for at once, and is not tried again by itself: ${lowered(why)}`,
  askDoctor: 'Ask doctor what hinders it.',
  notYetTold: 'What became of it is not known yet.',
} as const;

export const broken = {
  timetable: 'Its next time cannot be worked out. Subscribe again with a time and a city.',
} as const;

function spell(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes % 60 !== 0) return minutes === 1 ? 'minute' : `${minutes} minutes`;
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
}

/** What a courier says in a few words, as a sentence. */
export function asSentence(why: string): string {
  const trimmed = why.trim().replace(/\.$/, '');
  return trimmed === '' ? '' : `${trimmed[0]!.toUpperCase()}${trimmed.slice(1)}.`;
}

/** A sentence after a colon, with its full stop. */
function lowered(sentence: string): string {
  const trimmed = sentence.trim().replace(/\.$/, '');
  const starts = /^(The|It|A|An|No|Nothing)\b/.test(trimmed);
  return `${starts ? trimmed[0]!.toLowerCase() + trimmed.slice(1) : trimmed}.`;
}
