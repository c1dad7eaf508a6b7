/**
 * The card on which a channel's timetable is chosen. Pure. Nothing is kept between presses: every choice is a whole
 * `subscribe` line, so the card works for ever, and on another replica.
 */

import { LAST } from '../../ports/choices.ts';
import type { Subscription, Timetable } from '../../ports/store.ts';
import type { Block, Choice, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { timetableInWords } from '../timetable/in-words.ts';
import { lineOf, type Wish } from '../timetable/wish.ts';
import { CHOOSE } from '../timetable/words.ts';
import { DAY_NAMES, EVERY_DAY } from '../timetable/words-days.ts';
import { rhythmAsSet, type WantedRhythm } from '../timetable/words-rhythm.ts';
import { MENU_ZONES } from '../timetable/zone-names.ts';
import { zoneLabel } from '../timetable/zones.ts';

/** What is chosen so far; the zone is the one thing that cannot be guessed. */
export type Chosen = Omit<Timetable, 'zone' | 'rhythm'> & {
  readonly zone?: string;
  readonly rhythm?: WantedRhythm;
  readonly whenAllShown: Subscription['whenAllShown'];
};

/** `also` is what was typed besides, for the lines of its controls. */
export function card(
  command: string,
  chosen: Chosen,
  now: Subscription | undefined,
  say: Messages,
  also = '',
): Reply {
  const wish = wishOf(chosen);
  const { zone } = chosen;
  const blocks: Block[] = [
    { kind: 'heading', text: say.chooser.heading },
    {
      kind: 'text',
      text: [
        now === undefined ? say.chooser.nothingSet : say.chooser.setNow(timetableInWords(now.timetable, say)),
      ],
    },
    {
      kind: 'text',
      text:
        zone === undefined
          ? say.chooser.whichZone
          : say.chooser.chosen(timetableInWords({ ...asSet(chosen), time: chosen.time, zone }, say)),
    },
    { kind: 'note', text: say.chooser.orType(command) },
    menu(
      say.chooser.time(chosen.time),
      TIMES,
      (time) => time,
      { ...wish },
      (time) => ({ time }),
    ),
    menu(
      say.chooser.days(say.time.rhythm(asSet(chosen))),
      OFTEN,
      (often) => say.time.rhythmAlone(asSet(often)),
      wish,
      (often) => often,
    ),
    menu(
      zone === undefined ? say.chooser.zoneOpen : say.chooser.zone(zoneLabel(zone)),
      MENU_ZONES,
      zoneLabel,
      wish,
      (of) => ({
        zone: of,
      }),
    ),
    { kind: 'buttons', buttons: [...confirm(chosen, wish, say), ending(chosen, wish, say)] },
  ];
  return {
    outcome: 'help',
    blocks: also === '' ? blocks : blocks.map((block) => saying(block, also)),
    shareable: false,
  };
}

function saying(block: Block, also: string): Block {
  const longer = (choice: Choice): Choice => ({ ...choice, says: `${choice.says} ${also}` });
  if (block.kind === 'menu') return { ...block, choices: block.choices.map(longer) };
  return block.kind === 'buttons' ? { ...block, buttons: block.buttons.map(longer) } : block;
}

/** Whatever week it begins in. */
function asSet({ days, rhythm }: Pick<Chosen, 'days' | 'rhythm'>) {
  return { days, ...rhythmAsSet(rhythm, '1970-01-05') };
}

/** 'start over' is what happens anyway: a line says only the other. */
function wishOf({ time, days, rhythm, zone, whenAllShown }: Chosen): Wish {
  return {
    time,
    days,
    ...(rhythm && rhythm.kind !== 'weekly' ? { rhythm } : {}),
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
    const { rhythm, ...rest } = wish;
    const change = chosen(value);
    // Days chosen anew come with their own rhythm.
    const words = lineOf({ ...rest, ...(rhythm && change.days === undefined ? { rhythm } : {}), ...change });
    return { label: label(value), says: `subscribe ${CHOOSE} ${words}` };
  });
  return { kind: 'menu', placeholder, choices };
}

function confirm({ zone }: Chosen, wish: Wish, say: Messages): Choice[] {
  if (zone === undefined) return [];
  return [{ label: say.chooser.confirm, says: `subscribe ${lineOf(confirmed(wish))}`, style: 'primary' }];
}

/** The confirmed line says what was chosen in full: it may turn 'then stop' back. */
function confirmed(wish: Wish): Wish {
  return { whenAllShown: 'start-over', ...wish };
}

function ending({ whenAllShown }: Chosen, wish: Wish, say: Messages): Choice {
  const other = whenAllShown === 'go-quiet' ? 'start-over' : 'go-quiet';
  return {
    label: other === 'go-quiet' ? say.chooser.thenStop : say.chooser.thenOver,
    says: `subscribe ${CHOOSE} ${lineOf({ ...wish, whenAllShown: other })}`,
  };
}

/** The hours at which people read; any other time is typed. More would not fit one message on Slack. */
const TIMES = Array.from({ length: 17 }, (_, i) => `${String(i + 6).padStart(2, '0')}:00`);
const OFTEN: readonly (Pick<Chosen, 'rhythm'> & Pick<Chosen, 'days'>)[] = [
  { days: EVERY_DAY },
  { days: [1, 2, 3, 4, 5] },
  { days: [6, 7] },
  ...DAY_NAMES.map((_, i) => ({ days: [(i + 1) as 1] })),
  { days: [1], rhythm: { kind: 'weeks', every: 2 } },
  { days: EVERY_DAY, rhythm: { kind: 'dates', dates: [1] } },
  { days: EVERY_DAY, rhythm: { kind: 'dates', dates: [LAST] } },
  { days: [1], rhythm: { kind: 'nth', nths: [1] } },
];
