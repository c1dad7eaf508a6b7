/** `digest` and `digest now`: what goes out next, before it does, and at once. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Briefing } from '../../briefing/briefing.ts';
import type { Ask } from '../../ports/bot.ts';
import type { Courier, Handed, Parcel } from '../../ports/courier.ts';
import type { Posted } from '../../ports/post-now.ts';
import {
  type DeliveryState,
  type RevisionItems,
  type Slot,
  type Store,
  StoreDown,
  type Subscription,
} from '../../ports/store.ts';
import { itemsIn } from '../../reply/items.ts';
import type { Choice, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { brief } from '../../show/messages/reasons.ts';
import { type Edition, makeEdition } from '../edition/edition.ts';
import { wallClock } from '../timetable/dates.ts';
import { ahead } from '../timetable/days-off.ts';
import { isRare } from '../timetable/rhythm.ts';
import { reasonBlock } from './announce.ts';
import { briefingOf, courierOf, type DeskParts, keyOf } from './desk-parts.ts';
import { permit } from './permit.ts';
import { simple } from './replies.ts';
import { within } from './within.ts';

/** Longer than a platform needs, shorter than an asker waits. */
const PATIENCE_MS = 10_000;

/** Exactly what goes out next, between a line that says so and the way to post it. */
export async function preview(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  try {
    const now = await parts.store.subscriptions.get(keyOf(ask));
    const edition = await nextEdition(parts, ask, now, say);
    const [line, buttons] = introduction(now, await waitingDate(parts.store, now), say);
    return framed(edition, line, buttons, say);
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    parts.log.error({ err: error, ...keyOf(ask) }, 'The store is down; a preview was made without history');
    const briefing = briefingOf(parts.briefings, ask.briefing);
    return framed(
      editionWithout(briefing, dateOf(ask, parts.defaults.zone), say),
      [say.preview.withoutHistory],
      [],
      say,
    );
  }
}

/** The first edition of a channel of which nothing is known. */
export function editionWithout(briefing: Briefing, date: string, say: Messages): Edition {
  return makeEdition({ briefing, date, had: { spotlights: [] }, whenAllShown: 'start-over' }, say);
}

export function framed(edition: Edition, line: Text, buttons: readonly Choice[], say: Messages): Reply {
  if (edition.kind === 'quiet')
    return simple('done', [say.preview.quiet, ' ', brief(edition.why, say)], [say.desk.buttons.status]);
  return {
    ...edition.reply,
    blocks: [
      { kind: 'note', text: line },
      ...edition.reply.blocks,
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
  };
}

/**
 * A subscribed channel's goes through the ledger; another's goes out once, and nothing remembers it. One that is on its
 * way is not posted beside: both would show the same.
 */
export async function postNow(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const courier = courierOf(parts.couriers, ask.place.platform);
  if (courier === undefined) return simple('refused', [say.desk.noPosting]);
  const permitted = await permit(parts, ask, 'digest now', say);
  if (permitted.kind === 'refused') return permitted.reply;
  const now = await parts.store.subscriptions.get(keyOf(ask));
  parts.log.info({ ...keyOf(ask), by: ask.person.id }, 'An edition was asked for at once');
  if ((await waitingDate(parts.store, now)) !== undefined) {
    return simple('done', [say.preview.onItsWay], [say.desk.buttons.status]);
  }
  if (now?.state.kind === 'paused')
    return simple('refused', [say.preview.pausedNow], [say.desk.buttons.resume]);
  return within(parts, ask, 'digest now', say, async (giveBack) => {
    const posted =
      now === undefined ? await postOnce(parts, courier, ask, say) : await parts.postNow(keyOf(ask), ask.at);
    // What certainly did not go out used up nothing.
    if (posted.kind !== 'sent' && posted.kind !== 'unknown') await giveBack();
    return postedReply(posted, now !== undefined, say);
  });
}

/** An edition for a channel that has no digest. */
async function postOnce(parts: DeskParts, courier: Courier, ask: Ask, say: Messages): Promise<Posted> {
  const edition = await nextEdition(parts, ask, undefined, say);
  if (edition.kind === 'quiet') return edition;
  const parcel = {
    id: parts.newId(),
    place: ask.place,
    briefing: ask.briefing,
    words: 'digest',
    locale: ask.locale,
    reply: edition.reply,
  };
  const handed = await sendSurely(courier, parcel);
  if (handed.kind === 'sent') await keepShown(parts, ask, handed.message, edition.reply);
  if (handed.kind === 'gone') return { kind: 'refused', why: handed.why };
  return handed.kind === 'retry' ? { ...handed, kind: 'later' } : handed;
}

/** So that a correction can follow it. It is posted already: a store that is down changes nothing about that. */
async function keepShown(parts: DeskParts, ask: Ask, message: string, { blocks }: Reply): Promise<void> {
  const { platform, workspace, channel, briefing } = keyOf(ask);
  const posted = { platform, workspace, channel, briefing, message, locale: ask.locale };
  try {
    await parts.store.posted.shown(posted, itemsIn(blocks));
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    parts.log.error({ err: error, ...keyOf(ask) }, 'The store is down; no correction will follow an edition');
  }
}

/** A lost answer is asked for again under the same nonce, where the platform remembers it: then it is one message. */
async function sendSurely(courier: Courier, parcel: Parcel): Promise<Handed> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  for (let tries = 1; ; tries += 1) {
    const handed = await courier.send(parcel, AbortSignal.any([patience, AbortSignal.timeout(ONE_TRY_MS)]));
    const sure = handed.kind !== 'unknown' || courier.repeatSafeForMs < PATIENCE_MS;
    if (sure || tries >= MOST_TRIES || patience.aborted) return handed;
    await sleep(AGAIN_MS);
  }
}

const ONE_TRY_MS = 6_000;
const AGAIN_MS = 500;
const MOST_TRIES = 4;

function postedReply(posted: Posted, subscribed: boolean, say: Messages): Reply {
  switch (posted.kind) {
    case 'sent':
      return subscribed
        ? simple('done', [say.preview.posted], [say.desk.buttons.status])
        : simple('done', [say.preview.postedOnce], [say.desk.buttons.subscribe]);
    case 'quiet':
      return simple('done', [say.preview.quiet, ' ', brief(posted.why, say)], [say.desk.buttons.status]);
    case 'refused':
      return { outcome: 'refused', blocks: [reasonBlock(posted.why, say)], shareable: false };
    case 'later':
      return simple(
        'refused',
        [say.preview.later(brief(posted.why, say), say.time.length(posted.afterMs))],
        [say.desk.buttons.postNow],
      );
    case 'unknown':
      return simple('refused', [say.preview.unknown(brief(posted.why, say))], [say.desk.buttons.status]);
  }
}

async function nextEdition(
  parts: DeskParts,
  ask: Ask,
  now: Subscription | undefined,
  say: Messages,
): Promise<Edition> {
  const briefing = briefingOf(parts.briefings, ask.briefing);
  const had = await parts.store.history.had(keyOf(ask));
  const today = dateOf(ask, now?.timetable.zone ?? parts.defaults.zone);
  return makeEdition(
    {
      briefing,
      date: (await waitingDate(parts.store, now)) ?? nextSending(now)?.date ?? today,
      had,
      previousItems: await previousItems(parts.store, briefing, had.revision),
      whenAllShown: now?.whenAllShown ?? 'start-over',
      gets: now?.gets,
      recap: now !== undefined && isRare(now.timetable),
      picture: now?.goes?.picture,
    },
    say,
  );
}

/** What the briefing said when this channel last read it; asked for only where it has changed since. */
export async function previousItems(
  store: Pick<Store, 'revisions'>,
  briefing: Briefing,
  revision: number | undefined,
): Promise<RevisionItems | undefined> {
  if (revision === undefined || revision === briefing.revision.number) return undefined;
  return store.revisions.items(briefing.id, revision);
}

/** The local date of an edition that is due and on its way, or to be tried again: it goes out before the next slot's. */
async function waitingDate(store: Store, now: Subscription | undefined): Promise<string | undefined> {
  if (now?.state.kind !== 'active') return undefined;
  const [last] = await store.history.deliveries(now.id, 1);
  return last !== undefined && WAITING.has(last.state.kind)
    ? last.slot.date.slice(0, 'YYYY-MM-DD'.length)
    : undefined;
}

const WAITING: ReadonlySet<string> = new Set<DeliveryState['kind']>(['pending', 'sending', 'retry']);

function introduction(
  now: Subscription | undefined,
  waiting: string | undefined,
  say: Messages,
): [Text, readonly Choice[]] {
  if (now === undefined) return [[say.preview.unsubscribed], [say.desk.buttons.subscribe]];
  if (waiting !== undefined) return [[say.preview.waiting], [say.desk.buttons.status]];
  if (now.next === undefined) return [[say.preview.paused], [say.desk.buttons.resume]];
  const when = { instant: (nextSending(now) ?? now.next).at, zone: now.timetable.zone };
  return [[say.preview.goesOut, when, '.'], [say.desk.buttons.postNow]];
}

/** The next slot that is no day off. */
function nextSending(now: Subscription | undefined): Slot | undefined {
  return now?.next && ahead(now.timetable, now.off, now.next).sends;
}

function dateOf(ask: Ask, zone = 'UTC'): string {
  return wallClock(ask.at, zone).date;
}
