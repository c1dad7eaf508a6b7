/**
 * The card on which a channel's timetable is chosen. Pure. Nothing is kept between presses: every choice is a whole
 * `subscribe` line, so the card works for ever, and on another replica.
 */
import type { Subscription, Timetable, Weekday } from '../../ports/store.ts';
import type { Block, Choice, Reply } from '../../reply/reply.ts';
import { card as say, timetableInWords } from '../sentences.ts';
import { CHOOSE, lineOf, type Wish } from '../timetable/words.ts';
import { DAY_NAMES, daysInWords, EVERY_DAY } from '../timetable/words-days.ts';
import { MENU_ZONES } from '../timetable/zone-names.ts';
import { zoneLabel } from '../timetable/zones.ts';

/** What is chosen so far; the zone is the one thing that cannot be guessed. */
export type Chosen = Omit<Timetable, 'zone'> & {
  readonly zone?: string;
  readonly whenAllShown: Subscription['whenAllShown'];
};

export function card(command: string, chosen: Chosen, now: Subscription | undefined): Reply {
  const wish = wishOf(chosen);
  const { zone } = chosen;
  const blocks: Block[] = [
    { kind: 'heading', text: say.heading },
    {
      kind: 'text',
      text: [now === undefined ? say.nothingSet : say.setNow(timetableInWords(now.timetable))],
    },
    {
      kind: 'text',
      text: zone === undefined ? say.whichZone : say.chosen(timetableInWords({ ...chosen, zone })),
    },
    { kind: 'note', text: say.orType(command) },
    menu(
      say.time(chosen.time),
      TIMES,
      (time) => time,
      { ...wish },
      (time) => ({ time }),
    ),
    menu(say.days(daysInWords(chosen.days)), DAYS, dayLabel, wish, (days) => ({ days })),
    menu(
      zone === undefined ? say.zoneOpen : say.zone(zoneLabel(zone)),
      MENU_ZONES,
      zoneLabel,
      wish,
      (of) => ({
        zone: of,
      }),
    ),
    { kind: 'buttons', buttons: [...confirm(chosen, wish), ending(chosen, wish)] },
  ];
  return { outcome: 'help', blocks, shareable: false };
}

/** 'start over' is what happens anyway: a line says only the other. */
function wishOf({ time, days, zone, whenAllShown }: Chosen): Wish {
  return {
    time,
    days,
    ...(zone === undefined ? {} : { zone }),
    ...(whenAllShown === 'go-quiet' ? { whenAllShown } : {}),
  };
}

function menu<T>(
  placeholder: string,
  values: readonly T[],
  label: (value: T) => string,
  wish: Wish,
  chosen: (value: T) => Wish,
): Block {
  const choices = values.map((value): Choice => {
    const words = lineOf({ ...wish, ...chosen(value) });
    return { label: label(value), says: `subscribe ${CHOOSE} ${words}` };
  });
  return { kind: 'menu', placeholder, choices };
}

function confirm({ zone }: Chosen, wish: Wish): Choice[] {
  if (zone === undefined) return [];
  return [{ label: say.confirm, says: `subscribe ${lineOf(confirmed(wish))}`, style: 'primary' }];
}

/** The confirmed line says what was chosen in full: it may turn 'then stop' back. */
function confirmed(wish: Wish): Wish {
  return { whenAllShown: 'start-over', ...wish };
}

function ending({ whenAllShown }: Chosen, wish: Wish): Choice {
  const other = whenAllShown === 'go-quiet' ? 'start-over' : 'go-quiet';
  return {
    label: other === 'go-quiet' ? say.thenStop : say.thenOver,
    says: `subscribe ${CHOOSE} ${lineOf({ ...wish, whenAllShown: other })}`,
  };
}

/** 'Weekdays', 'Every day': as a menu shows it. */
function dayLabel(days: readonly Weekday[]): string {
  const words = daysInWords(days).replace(/^(on|at) /u, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The hours at which people read; any other time is typed. More would not fit one message on Slack. */
const TIMES = Array.from({ length: 17 }, (_, i) => `${String(i + 6).padStart(2, '0')}:00`);
const DAYS: readonly (readonly Weekday[])[] = [
  EVERY_DAY,
  [1, 2, 3, 4, 5],
  [6, 7],
  ...DAY_NAMES.map((_, i) => [(i + 1) as Weekday]),
];
