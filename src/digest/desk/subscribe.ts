/** `subscribe`: reads what was typed, and sets the channel's timetable or shows the card to choose it on. */

import { isDeepStrictEqual } from 'node:util';
import type { Ask } from '../../ports/bot.ts';
import type { Opening } from '../../ports/courier.ts';
import type { Slot, Subscription } from '../../ports/store.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { isThere } from '../edition/wanted.ts';
import { ahead } from '../timetable/days-off.ts';
import { timetableInWords } from '../timetable/in-words.ts';
import { refusedWord } from '../timetable/misread.ts';
import { nextSlot } from '../timetable/slots.ts';
import type { Wish } from '../timetable/wish.ts';
import { LONGEST_LINE, readWords } from '../timetable/words.ts';
import { EVERY_DAY } from '../timetable/words-days.ts';
import { rhythmAsSet, type WantedRhythm } from '../timetable/words-rhythm.ts';
import { announced, wasJustTold } from './announce.ts';
import { type Chosen, card } from './card.ts';
import { getsFrom, goesFrom, opensThread, type ReadChoices, readChoices } from './choices.ts';
import { chosenBlocks, getsInWords, unknownChoice, withWords } from './choices-told.ts';
import { briefingOf, courierOf, type DeskParts, keyOf } from './desk-parts.ts';
import { cannotGo, inThread } from './going.ts';
import { permit } from './permit.ts';
import { simple } from './replies.ts';
import { upcomingBlocks } from './upcoming.ts';
import { within } from './within.ts';

export async function subscribe(parts: DeskParts, ask: Ask, words: string, say: Messages): Promise<Reply> {
  if (courierOf(parts.couriers, ask.place.platform) === undefined)
    return simple('refused', [say.desk.noPosting]);
  const permitted = await permit(parts, ask, 'subscribe', say);
  if (permitted.kind === 'refused') return permitted.reply;
  const briefing = briefingOf(parts.briefings, ask.briefing);
  const { command } = briefing;
  const also: ReadChoices =
    words.length > LONGEST_LINE
      ? { kind: 'read', rest: words, choices: {}, words: '' }
      : readChoices(words, briefing);
  if (also.kind === 'unknown') return unknownChoice(also, briefing, say);
  const read = readWords(also.rest);
  if (read.kind !== 'read') return refusedWord(command, withWords(read, also.words), say);
  const now = await parts.store.subscriptions.get(keyOf(ask));
  const chosen = chosenFrom(read.wish, now, parts.defaults);
  const { zone } = chosen;
  const nothing = Object.keys(read.wish).length === 0 && also.words === '';
  if (read.choose || zone === undefined || nothing) return card(command, chosen, now, say, also.words);
  const gets = getsFrom(now?.gets, also.choices);
  if (gets !== undefined && !isThere(gets, briefing))
    return simple('refused', [say.choices.nothingOfIt(getsInWords(gets, briefing, say))]);
  const hindered = await cannotEver(parts, ask, say);
  if (hindered !== undefined) return hindered;
  const goes = goesFrom(now?.goes, also.choices);
  const opens = opensThread(now?.goes, also.choices);
  const wrong = await cannotGo(parts, ask, goes, opens, say);
  if (wrong !== undefined) return wrong;
  const wanted = wantedOf(
    parts,
    ask,
    { ...chosen, zone },
    { ...(gets && { gets }), ...(goes && { goes }) },
    now,
  );
  // Pressed twice, or by two at once: nothing changes, and nobody is told anew.
  if (opens === undefined && isSoAlready(now, wanted) && (await wasJustTold(parts, ask)))
    return subscribed(parts, ask, wanted, now.next, { said: [] }, say);
  return within(parts, ask, 'change', say, () => set(parts, ask, wanted, opens, say));
}

/** A place where no message of the bot's can ever come: other people's direct messages, a server without the bot. */
async function cannotEver(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply | undefined> {
  const courier = courierOf(parts.couriers, ask.place.platform);
  const found = (await courier?.examine(ask.place)) ?? [];
  const never = found.find(
    ({ kind }) => kind === 'channel_gone' || (kind === 'not_a_member' && ask.place.kind === 'direct'),
  );
  const outside = ask.place.platform === 'discord' && found.find(({ kind }) => kind === 'not_a_member');
  const why = never ?? (outside || undefined);
  if (why === undefined) return undefined;
  const reply = simple('refused', [{ bold: why.says }, ' ', why.mend]);
  return { ...reply, blocks: [...reply.blocks, { kind: 'note', text: [say.notices.whereItWorks] }] };
}

function chosenFrom(wish: Wish, now: Subscription | undefined, defaults: DeskParts['defaults']): Chosen {
  const zone = wish.zone ?? now?.timetable.zone ?? defaults.zone;
  return {
    time: wish.time ?? now?.timetable.time ?? defaults.time,
    days: wish.days ?? now?.timetable.days ?? EVERY_DAY,
    ...rhythmFrom(wish, now),
    ...(zone === undefined ? {} : { zone }),
    whenAllShown: wish.whenAllShown ?? now?.whenAllShown ?? 'start-over',
  };
}

/** Days that are named without a rhythm are every week's; the same weeks as before are counted on as before. */
function rhythmFrom(
  { days, rhythm }: Wish,
  now: Subscription | undefined,
): { readonly rhythm?: WantedRhythm } {
  const before = now?.timetable.rhythm;
  if (rhythm === undefined) return days === undefined && before !== undefined ? { rhythm: before } : {};
  const same = rhythm.kind === 'weeks' && before?.kind === 'weeks' && before.every === rhythm.every;
  return { rhythm: same && days?.join() === now?.timetable.days.join() ? { ...before, ...rhythm } : rhythm };
}

function wantedOf(
  parts: DeskParts,
  ask: Ask,
  { whenAllShown, rhythm, ...weekly }: Chosen & { readonly zone: string },
  { gets, goes }: Pick<Subscription, 'gets' | 'goes'>,
  before: Subscription | undefined,
): Subscription {
  return {
    ...keyOf(ask),
    id: before?.id ?? parts.newId(),
    timetable: { ...weekly, ...rhythmAsSet(rhythm, nextSlot(weekly, ask.at).date) },
    whenAllShown,
    ...(before?.off && { off: before.off }),
    ...(gets && { gets }),
    ...(goes && { goes }),
    locale: ask.locale,
    state: { kind: 'active' },
    changedBy: ask.person.id,
    changedAt: ask.at,
  };
}

/** Whether there is nothing in it that is not so, but for who asks, and when. */
function isSoAlready(
  before: Subscription | undefined,
  wanted: Subscription,
): before is Subscription & { next: Slot } {
  if (before?.next === undefined) return false;
  const { changedBy, changedAt } = before;
  return isDeepStrictEqual(before, { ...wanted, changedBy, changedAt, next: before.next });
}

async function set(
  parts: DeskParts,
  ask: Ask,
  wanted: Subscription,
  opens: Opening['as'] | undefined,
  say: Messages,
): Promise<Reply> {
  const { timetable } = wanted;
  const next = await putActive(parts, wanted, ask.at);
  const digest = (await parts.store.subscriptions.get(wanted))?.id;
  parts.log.info({ ...keyOf(ask), digest, by: ask.person.id, timetable }, 'A channel subscribed');
  const { blocks: said, message } = await announced(
    parts,
    ask,
    'set',
    [
      { user: ask.person.id },
      say.desk.announceSet(timetableInWords(timetable, say)),
      { instant: (ahead(timetable, wanted.off, next).sends ?? next).at, zone: timetable.zone },
      '.',
    ],
    say,
  );
  const thread =
    opens === undefined ? undefined : await inThread(parts, ask, { ...wanted, next }, opens, message, say);
  return subscribed(parts, ask, wanted, next, { said, ...(thread && { thread }) }, say);
}

function subscribed(
  parts: DeskParts,
  ask: Ask,
  wanted: Subscription,
  next: Slot,
  {
    said,
    thread,
  }: { readonly said: readonly Block[]; readonly thread?: Awaited<ReturnType<typeof inThread>> },
  say: Messages,
): Reply {
  const what = timetableInWords(wanted.timetable, say);
  return {
    outcome: 'done',
    blocks: [
      { kind: 'heading', text: say.desk.subscribed },
      { kind: 'text', text: [say.desk.subscribedTo(what), ' ', say.desk.afterAll[wanted.whenAllShown]] },
      ...chosenBlocks(thread?.now ?? wanted, briefingOf(parts.briefings, ask.briefing), say),
      ...upcomingBlocks(wanted.timetable, next, say, wanted.off),
      ...said,
      ...(thread?.blocks ?? []),
      {
        kind: 'buttons',
        buttons: [say.desk.buttons.preview, say.desk.buttons.change, say.desk.buttons.pause],
      },
    ],
    shareable: false,
  };
}

/**
 * Writes a subscription that is active from `at` on, and hands back its next slot. A channel that has had its edition
 * of a local date gets no other of that date by a change of its timetable.
 */
export async function putActive(parts: DeskParts, wanted: Subscription, at: number): Promise<Slot> {
  const { store } = parts;
  const next = nextSlot(wanted.timetable, at);
  await store.subscriptions.put({ ...wanted, state: { kind: 'active' }, next });
  // The store knows it by the id that it had before, if ever there was one; so only now its history can be read.
  const kept = (await store.subscriptions.get(wanted))?.id ?? wanted.id;
  const lastDate = (await store.history.deliveries(kept, HISTORY_SEEN)).find(isOfTimetable)?.slot.date;
  if (lastDate === undefined || lastDate < next.date) return next;
  const later = nextSlot(wanted.timetable, at, lastDate);
  await store.subscriptions.put({ ...wanted, state: { kind: 'active' }, next: later });
  return later;
}

const HISTORY_SEEN = 10;

/** Editions posted at once bear a time behind their date (`PostNow`), and are nobody's slot. */
function isOfTimetable({ slot }: { readonly slot: Slot }): boolean {
  return slot.date.length === 'YYYY-MM-DD'.length;
}
