/** `skip`: the days on which a channel gets no digest. */
import { rawTimeZones } from '@vvo/tzdb';
import type { Ask } from '../../ports/bot.ts';
import type { DaysOff } from '../../ports/choices.ts';
import type { Subscription } from '../../ports/store.ts';
import type { Block, Choice, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { wallClock } from '../timetable/dates.ts';
import { ahead, named, stillOff } from '../timetable/days-off.ts';
import { lastYear, placeName, placeOf } from '../timetable/holidays.ts';
import { type ReadOff, readOff } from '../timetable/words-off.ts';
import { announce } from './announce.ts';
import { briefingOf, type DeskParts, keyOf } from './desk-parts.ts';
import { permit } from './permit.ts';
import { noDigest, simple } from './replies.ts';

/** More than anybody plans ahead; all of them travel with every look at the subscription. */
const MOST_ENTRIES = 30;

export async function skip(parts: DeskParts, ask: Ask, words: string, say: Messages): Promise<Reply> {
  // Words are for changing something; without any it is only shown.
  const permitted = words.trim() === '' ? undefined : await permit(parts, ask, 'skip', say);
  if (permitted?.kind === 'refused') return permitted.reply;
  const now = await parts.store.subscriptions.get(keyOf(ask));
  if (now === undefined) return noDigest(say);
  const today = wallClock(ask.at, now.timetable.zone).date;
  const read = readOff(words, today);
  const { command } = briefingOf(parts.briefings, ask.briefing);
  const change = changed(now, read, today);
  if (change.kind === 'show') return shown(now, command, say);
  if (change.kind === 'refused') return refused(read, now, command, say);
  return set(parts, ask, now, change.off, say);
}

type Changed =
  | { readonly kind: 'show' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'off'; readonly off: DaysOff | undefined };

/** What is named is added to what was off before. Pure. */
function changed({ off, timetable, next }: Subscription, read: ReadOff, today: string): Changed {
  const { spans, holidays } = off ?? { spans: [], holidays: [] };
  const all = (more: Partial<DaysOff>): Changed => {
    const sum = stillOff({ spans, holidays, ...more }, today);
    const count = (sum?.spans.length ?? 0) + (sum?.holidays.length ?? 0);
    return count > MOST_ENTRIES ? { kind: 'refused' } : { kind: 'off', off: sum };
  };
  switch (read.kind) {
    case 'show':
      return { kind: 'show' };
    case 'none':
      return all({
        ...(read.of !== 'dates' && { holidays: [] }),
        ...(read.of !== 'holidays' && { spans: [] }),
      });
    case 'next': {
      const date = next && ahead(timetable, off, next).sends?.date;
      return date === undefined ? { kind: 'show' } : all({ spans: [...spans, { from: date, to: date }] });
    }
    case 'spans':
      return all({ spans: [...spans, ...read.spans] });
    case 'holidays':
      return all({ holidays: [...holidays, ...read.regions] });
    default:
      return { kind: 'refused' };
  }
}

async function set(
  parts: DeskParts,
  ask: Ask,
  now: Subscription,
  off: DaysOff | undefined,
  say: Messages,
): Promise<Reply> {
  const { off: _, ...rest } = now;
  const wanted: Subscription = {
    ...rest,
    ...(off && { off }),
    changedBy: ask.person.id,
    changedAt: ask.at,
  };
  await parts.store.subscriptions.put(wanted);
  parts.log.info({ ...keyOf(ask), by: ask.person.id, off }, "A channel's days off were changed");
  const what = off && listed(off, say);
  const line = what === undefined ? say.off.announceCleared : say.off.announceSet(what);
  const said = await announce(parts, ask, 'set', [{ user: ask.person.id }, line], say);
  return {
    outcome: 'done',
    blocks: [
      { kind: 'text', text: [what === undefined ? say.off.cleared : say.off.set(what)] },
      ...aheadBlocks(wanted, say),
      ...said,
      { kind: 'buttons', buttons: [...(off ? [say.off.buttons.none] : []), say.desk.buttons.status] },
    ],
    shareable: false,
  };
}

function shown(now: Subscription, command: string, say: Messages): Reply {
  const { off } = now;
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'heading', text: say.off.heading },
      { kind: 'text', text: [off === undefined ? say.off.none : say.off.set(listed(off, say))] },
      ...aheadBlocks(now, say),
      { kind: 'note', text: say.off.example(command) },
      {
        kind: 'buttons',
        buttons: [say.off.buttons.next, ...countryChoices(now, say), ...(off ? [say.off.buttons.none] : [])],
      },
    ],
    shareable: false,
  };
}

/** What comes next, and what does not. */
function aheadBlocks({ timetable, off, next }: Subscription, say: Messages): Block[] {
  if (next === undefined) return [];
  const { sends, skips } = ahead(timetable, off, next);
  const text: Text = [
    ...(skips === undefined
      ? []
      : [say.off.skipsNext(say.time.day(skips.slot.date), say.off.reason(named(skips.off))), ' ']),
    ...(sends === undefined ? [] : [say.off.sendsNext, { instant: sends.at, zone: timetable.zone }, '.']),
  ];
  const known = off !== undefined && off.holidays.length > 0;
  return [
    ...(text.length === 0 ? [] : [{ kind: 'text' as const, text }]),
    ...(known ? [{ kind: 'note' as const, text: [say.off.known(lastYear())] }] : []),
  ];
}

function refused(read: ReadOff, now: Subscription, command: string, say: Messages): Reply {
  const example: Block = { kind: 'note', text: say.off.example(command) };
  const reply = simple('refused', [why(read, say)], read.kind === 'whose' ? countryChoices(now, say) : []);
  return {
    ...reply,
    outcome: read.kind === 'whose' ? 'help' : 'refused',
    blocks: [...reply.blocks, example],
  };
}

function why(read: ReadOff, say: Messages): string {
  switch (read.kind) {
    case 'unknown':
      return `${say.off.unknown(read.typed)} ${say.off.notOften}`;
    case 'over':
      return say.off.over(say.off.reason({ kind: 'span', span: read.span }));
    case 'too-long':
      return say.off.tooLong(read.most);
    case 'whose':
      return say.off.whose;
    default:
      return say.off.tooMany(MOST_ENTRIES);
  }
}

/** The holidays of the country whose time the channel goes by. */
function countryChoices({ timetable: { zone }, off }: Subscription, say: Messages): Choice[] {
  const raw = rawTimeZones.find(({ name, group }) => name === zone || group.includes(zone));
  const region = raw && placeOf(raw.countryCode);
  if (region === undefined || off?.holidays.includes(region)) return [];
  return [{ label: say.off.holidaysOf(placeName(region)), says: `skip holidays ${region}` }];
}

function listed({ spans, holidays }: DaysOff, say: Messages): string {
  return say.off.list(spans, holidays.map(placeName));
}
