import type { Courier, Parcel, Seen } from '../../ports/courier.ts';
import type { Errand, Settlement, Waiting } from '../../ports/ledger.ts';
import { StoreDown } from '../../ports/store.ts';
import { itemsIn } from '../../reply/items.ts';
import type { Ahead } from './ahead.ts';
import { withDeadline } from './deadline.ts';
import { afterLooking, nextStep, type Step } from './deliver-next.ts';
import { outcomeOf } from './deliver-outcome.ts';
import type { Pace } from './deliver-pace.ts';
import type { DeliveryParts } from './deliver-parts.ts';
import { hand, heardLooking, heardSending, withoutDoubt, written } from './hand.ts';
import type { Watch } from './watch.ts';

/** How long an edition that cannot be made waits for another version of the bot. */
const BROKEN_EDITION_MS = 300_000;

/** This time it did not go out, and waits like any other that did not. */
function notSent(lostBefore: boolean): Settlement {
  return { kind: 'retry', afterMs: 0, why: { code: 'stopped' }, maybeSent: lostBefore };
}

const UNPACED = { answered() {} };

/** Until when (`elapsed`) nobody looks into a workspace's channels; without an end while somebody does. */
export type Looks = Map<string, number>;

export type OneParts = DeliveryParts & {
  /** Aborted when the process has to stop: what is under way has to end. */
  readonly ending: AbortSignal;
  readonly watch: Pick<Watch, 'heard' | 'hold'>;
  readonly looks: Looks;
  /** Of this platform's; left out where there is one alone. */
  readonly ahead?: Ahead;
};

type Edition = Extract<Awaited<ReturnType<DeliveryParts['editions']>>, { kind: 'edition' }>;

/** Facts, a decision, the act: one delivery, as far as it gets now. Throws `StoreDown`; bugs are logged and settled. */
export async function deliverOne(parts: OneParts, waiting: Waiting): Promise<void> {
  const { ledger, settings, ending } = parts;
  const began = parts.elapsed();
  const errand = await ledger.errand(waiting);
  if (errand === undefined || ending.aborted) return;
  const courier = parts.couriers.find(({ platform }) => platform === waiting.platform);
  if (courier === undefined) return;
  let certain = errand;
  let step = nextStep(errand, courier, errand.readAt, settings);
  if (step.kind === 'look') {
    const seen = await look(parts, errand, courier, step);
    step = afterLooking(errand, seen, await ledger.clock(), settings);
    if (step.kind === 'send') {
      // A look that outlasted the hand-out has been handed to others since: what it found out is kept, or all of them
      // would look for ever and none of them send.
      if (parts.elapsed() - began > settings.leaseMs) step = { kind: 'settle', as: notSent(false) };
      certain = withoutDoubt(errand);
    }
  }
  if (step.kind === 'settle') return settle(parts, errand, step.as);
  if (step.kind === 'send') return send(parts, certain, courier);
}

/** One look at a time in a workspace: some may ask for a channel's history but once a minute. */
async function look(
  { looks, watch, elapsed, settings }: OneParts,
  errand: Errand,
  courier: Courier,
  { withinMs, spanMs }: Extract<Step, { kind: 'look' }>,
): Promise<Seen> {
  const key = `${courier.platform}/${errand.subscription.workspace}`;
  const restsMs = (looks.get(key) ?? 0) - elapsed();
  if (restsMs > 0) {
    const afterMs = Math.min(restsMs, settings.lookAfterMs);
    return { kind: 'cannot_tell', why: { code: 'look-waits' }, lasts: 'now', afterMs };
  }
  looks.set(key, Number.POSITIVE_INFINITY);
  let afterMs = 0;
  try {
    const seen = await courier.find(parcelOf(errand), withinMs, spanMs);
    afterMs = seen.kind === 'cannot_tell' ? (seen.afterMs ?? 0) : 0;
    await heardLooking(watch, errand.delivery.id, seen);
    return seen;
  } finally {
    if (afterMs > 0) looks.set(key, elapsed() + afterMs);
    else looks.delete(key);
  }
}

async function send(parts: OneParts, errand: Errand, courier: Courier): Promise<void> {
  const { ending, ahead } = parts;
  const edition = await makeEdition(parts, errand);
  if (edition === undefined) return;
  const pace = parts.paces[courier.platform];
  const leave = pace === undefined ? undefined : await ahead?.enter();
  try {
    if (!ending.aborted) await leaseAndSend(parts, errand, courier, edition, pace && { pace, leave });
  } finally {
    leave?.();
  }
}

/** Where the whole bot is limited: its pace, and what is told when this one's turn has come. */
type Line = { readonly pace: Pace; readonly leave: (() => void) | undefined };

/**
 * Takes the lease, waits for its turn, and sends. The lease comes first: those that wait take theirs together, and what
 * the store's disk takes does not count as the platform's time. One that gets no turn is given back as what it is, not
 * sent.
 */
async function leaseAndSend(
  parts: OneParts,
  errand: Errand,
  courier: Courier,
  { spotlights, revision, reply, words }: Edition,
  line?: Line,
): Promise<void> {
  const { ledger, settings, ending, elapsed } = parts;
  const asked = elapsed();
  const items = itemsIn(reply.blocks);
  const shows = { revision, items, ...(spotlights && { spotlights }) };
  const held = await ledger.take(errand, { owner: parts.owner, ms: settings.leaseMs, ...shows });
  if (held === undefined) return;
  const lostBefore = errand.maybeSentSince !== undefined;
  // A process that was frozen since it asked may have lost the lease. What is left is a freeze between this line and
  // the socket, longer than the lease: on Discord the nonce still makes it one message; on Slack, which remembers
  // none, whoever took over has looked and found nothing, and the channel may see two.
  const mayWaitMs = settings.leaseMs - settings.sendTimeoutMs;
  const turn =
    line === undefined
      ? UNPACED
      : await withDeadline(ending, mayWaitMs, (waits) => line.pace.turn(waits).catch(() => undefined));
  line?.leave?.();
  try {
    if (turn === undefined || ending.aborted || elapsed() - asked > mayWaitMs)
      return await settle(parts, held, notSent(lostBefore));
    const parcel = { ...parcelOf(held), words, reply };
    const handed = await withDeadline(ending, settings.sendTimeoutMs, (signal) =>
      hand(parts, { delivery: parcel.id }, () => courier.send(parcel, signal)),
    );
    turn.answered();
    const outcome = outcomeOf(handed, held, lostBefore, courier, settings, parts.random);
    if (handed.kind === 'sent' && handed.lacks !== undefined)
      parts.log.warn({ ...fields(held), lacks: handed.lacks }, 'delivered, and not as the channel chose');
    await Promise.all([
      heardSending(parts.watch, held.delivery.id, outcome),
      settle(parts, held, outcome.settlement),
    ]);
  } finally {
    turn?.answered();
  }
}

async function makeEdition(parts: OneParts, errand: Errand): Promise<Edition | undefined> {
  const { subscription, delivery, had } = errand;
  try {
    const made = await parts.editions({ subscription, slot: delivery.slot, had });
    if (made.kind === 'edition') return made;
    await settle(parts, errand, { kind: 'skipped', why: made.why });
  } catch (error) {
    if (error instanceof StoreDown) throw error;
    parts.log.error({ ...fields(errand), err: error }, 'an edition could not be made');
    const maybeSent = errand.maybeSentSince !== undefined;
    const afterMs = BROKEN_EDITION_MS;
    await settle(parts, errand, { kind: 'retry', afterMs, why: { code: 'edition-failed' }, maybeSent });
  }
  return undefined;
}

async function settle(parts: OneParts, errand: Errand, settlement: Settlement): Promise<void> {
  const { done, paused } = await written(parts, () => parts.ledger.settle(errand, settlement));
  if (done) report(parts, errand, settlement, paused);
}

function report(parts: OneParts, errand: Errand, settlement: Settlement, paused: boolean): void {
  const { slot } = errand.delivery;
  const { platform } = errand.subscription;
  parts.metrics?.settled(platform, settlement.kind, Math.max(0, parts.now() - slot.at));
  const known = { ...fields(errand), as: settlement.kind };
  if (settlement.kind === 'sent') {
    parts.log.info(known, 'delivered');
    return;
  }
  const why = { ...known, why: settlement.why };
  if (settlement.kind === 'skipped') parts.log.info(why, 'not delivered');
  else parts.log.warn(why, 'not delivered');
  if (paused) parts.log.warn(why, 'paused a subscription after repeated refusals');
}

function parcelOf({ delivery, subscription }: Errand): Omit<Parcel, 'reply' | 'words'> & { words: string } {
  const { platform, workspace, channel, briefing, locale, goes } = subscription;
  const place = { platform, workspace, channel, kind: 'channel' } as const;
  return { id: delivery.id, place, briefing, words: '', locale, ...(goes && { goes }) };
}

function fields({ delivery, subscription }: Errand): Record<string, unknown> {
  const { platform, workspace, channel, briefing } = subscription;
  return {
    delivery: delivery.id,
    digest: subscription.id,
    date: delivery.slot.date,
    platform,
    workspace,
    channel,
    briefing,
  };
}
