/** Days on which a channel gets no edition. Pure. */
import type { DaySpan, DaysOff } from '../../ports/choices.ts';
import type { Slot, Timetable } from '../../ports/store.ts';
import { holidayOn, placeName } from './holidays.ts';
import { nextSlot } from './slots.ts';

/** Why a date has none. */
export type OffDay =
  | { readonly kind: 'span'; readonly span: DaySpan }
  | { readonly kind: 'holiday'; readonly holiday: string; readonly region: string };

/** Of a date, 'YYYY-MM-DD'; undefined where it is a day like any other. */
export function offDay(off: DaysOff | undefined, date: string): OffDay | undefined {
  if (off === undefined) return undefined;
  const span = off.spans.find((one) => isWithin(one, date));
  if (span !== undefined) return { kind: 'span', span };
  for (const region of off.holidays) {
    const holiday = holidayOn(region, date);
    if (holiday !== undefined) return { kind: 'holiday', holiday, region };
  }
  return undefined;
}

/** With its country's name, for the words. */
export function named(off: OffDay) {
  return off.kind === 'span' ? off : { ...off, place: placeName(off.region) };
}

/** A span of every year may go over its end: from 24 December to 1 January. */
function isWithin({ from, to }: DaySpan, date: string): boolean {
  if (from.length === date.length) return from <= date && date <= to;
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

/** From this slot on, the next that goes out, and the next that is left out before or after it. */
export type Ahead = {
  /** Undefined where all that can be seen ahead is left out. */
  readonly sends?: Slot;
  readonly skips?: { readonly slot: Slot; readonly off: OffDay };
};

/** Further ahead nobody asks. */
const SLOTS_LOOKED_AT = 400;

export function ahead(timetable: Timetable, off: DaysOff | undefined, first: Slot): Ahead {
  if (off === undefined) return { sends: first };
  let sends: Slot | undefined;
  let skips: Ahead['skips'];
  let slot = first;
  for (
    let looked = 0;
    looked < SLOTS_LOOKED_AT && (sends === undefined || skips === undefined);
    looked += 1
  ) {
    const why = offDay(off, slot.date);
    if (why === undefined) sends ??= slot;
    else skips ??= { slot, off: why };
    slot = nextSlot(timetable, slot.at, slot.date);
  }
  return { ...(sends && { sends }), ...(skips && { skips }) };
}

/** Without what is over before `today`, 'YYYY-MM-DD', and each once; undefined where nothing is left. */
export function stillOff({ spans, holidays }: DaysOff, today: string): DaysOff | undefined {
  const ahead = spans.filter(({ to }) => to.length < today.length || to >= today);
  const once = [...new Map(ahead.map((span) => [`${span.from} ${span.to}`, span])).values()].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const regions = [...new Set(holidays)];
  return once.length + regions.length === 0 ? undefined : { spans: once, holidays: regions };
}
