/** How often a digest was asked for: clear, or what has to be asked first. Pure. */
import { LAST } from '../../ports/choices.ts';
import type { Weekday } from '../../ports/store.ts';
import type { ReadWords, WayOn, Wish } from './wish.ts';
import { EVERY_DAY } from './words-days.ts';
import { isSensible, type ReadRhythm, rhythmWords, type WantedRhythm } from './words-rhythm.ts';

type Often =
  | { readonly kind: 'rhythm'; readonly wish: Wish }
  | Extract<ReadWords, { kind: 'several' | 'unknown' }>;

/** `days` were typed beside the rhythm; `line` makes a wish a whole line with whatever else was typed. */
export function rhythmOf(
  read: ReadRhythm,
  days: readonly Weekday[] | undefined,
  line: (wish: Wish) => string,
): Often {
  const { rhythms, from, typed } = read;
  const asked = (what: 'day' | 'rhythm', wishes: readonly Wish[], of = typed): Often => ({
    kind: 'several',
    what,
    typed: of,
    ways: wishes.map((wish) => wayOf(wish, line)),
  });
  if (read.unclear !== undefined) {
    const { nth, days: of } = read.unclear;
    const each: readonly WantedRhythm[] = [
      { kind: 'nth', nths: [nth] },
      { kind: 'weeks', every: nth },
    ];
    return asked(
      'rhythm',
      each.map((rhythm) => ({ rhythm, days: of })),
      read.unclear.typed,
    );
  }
  const [rhythm, ...others] = rhythms;
  const wrong = { kind: 'unknown', typed, nearest: [] } as const;
  if (others.length > 0 || rhythms.some((one) => !isSensible(one))) return wrong;
  if (from !== undefined && rhythm?.kind !== 'weeks') return wrong;
  switch (rhythm?.kind) {
    case undefined:
      return read.monthly ? asked('day', waysOfMonth(days)) : { kind: 'rhythm', wish: {} };
    case 'dates':
      return days === undefined ? { kind: 'rhythm', wish: { rhythm, days: EVERY_DAY } } : wrong;
    case 'nth': {
      const named = read.days ?? [];
      return days === undefined && named.length > 0
        ? { kind: 'rhythm', wish: { rhythm, days: named } }
        : wrong;
    }
    case 'weekly':
      return days === undefined
        ? asked(
            'day',
            EVERY_DAY.map((day) => ({ days: [day] })),
          )
        : { kind: 'rhythm', wish: {} };
    case 'weeks': {
      const wanted = { ...rhythm, ...(from && { from }) };
      return days === undefined
        ? asked(
            'day',
            EVERY_DAY.map((day) => ({ rhythm: wanted, days: [day] })),
          )
        : { kind: 'rhythm', wish: { rhythm: wanted } };
    }
  }
}

function wayOf(wish: Wish, line: (wish: Wish) => string): WayOn {
  return { label: rhythmWords(wish.rhythm ?? { kind: 'weekly' }, wish.days), words: line(wish) };
}

function waysOfMonth(days: readonly Weekday[] | undefined): readonly Wish[] {
  if (days !== undefined)
    return [1, 2, 3, 4, LAST].map((nth) => ({ rhythm: { kind: 'nth', nths: [nth] }, days }));
  return [
    ...[1, 15, LAST].map((day): Wish => ({ rhythm: { kind: 'dates', dates: [day] } })),
    { rhythm: { kind: 'nth', nths: [1] }, days: [1] },
    { rhythm: { kind: 'nth', nths: [LAST] }, days: [5] },
  ];
}
