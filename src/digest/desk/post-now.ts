/** Posts a channel's next edition at once, through the ledger like every other. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Settlement, Waiting } from '../../ports/ledger.ts';
import type { Posted, PostNow } from '../../ports/post-now.ts';
import type { Delivery, DeliveryState, Store, Subscription } from '../../ports/store.ts';
import { deliverOne } from '../delivery/deliver-one.ts';
import type { DeliveryParts } from '../delivery/deliver-parts.ts';

/** Another worker may have taken it up: how long and how often its end is looked for. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

export function createPostNow(
  store: Pick<Store, 'subscriptions' | 'history'>,
  parts: DeliveryParts,
): PostNow {
  return async (key, at) => {
    const subscription = await store.subscriptions.get(key);
    if (subscription === undefined)
      throw new Error('Only a subscribed channel is posted to through the ledger');
    const waiting = await entered(subscription, at);
    const ending = AbortSignal.timeout(PATIENCE_MS);
    await deliver(waiting, ending);
    for (;;) {
      const delivery = await settled(waiting.id, subscription.id, ending);
      const { state } = delivery;
      if (state.kind !== 'retry') return postedOf(delivery);
      if (state.maybeSent !== true) return giveUp(subscription, delivery, state);
      // It may be there already. It is repeated under the same nonce while the platform remembers it, as every delivery
      // is; whoever else takes it up does the same.
      const due = state.at - (await parts.ledger.clock());
      if (ending.aborted) return { kind: 'unknown', why: state.why };
      await sleep(Math.max(0, due), ending);
      await deliver({ ...waiting, turn: state.at }, ending);
    }
  };

  /** Two may ask in the same millisecond: each gets an edition of its own. */
  async function entered(subscription: Subscription, at: number): Promise<Waiting> {
    for (let moment = at; ; moment += 1) {
      const slot = { date: momentDate(moment, subscription.timetable.zone), at: moment };
      const waiting = await parts.ledger.enter(subscription, slot);
      if (waiting !== undefined) return waiting;
    }
  }

  function deliver(waiting: Waiting, ending: AbortSignal): Promise<void> {
    const watch = { heard: async () => undefined, hold: async () => undefined };
    return deliverOne({ ...parts, ending, watch, looks: new Map() }, waiting);
  }

  /** What became of it; as it stands when patience is over. */
  async function settled(id: string, subscription: string, patience: AbortSignal): Promise<Delivery> {
    for (;;) {
      const newest = await store.history.deliveries(subscription, NEWEST);
      const delivery = newest.find((one) => one.id === id);
      if (delivery === undefined) throw new Error('A delivery that was entered is not in the ledger');
      const { kind } = delivery.state;
      if ((kind !== 'pending' && kind !== 'sending') || patience.aborted) return delivery;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Who asks for an edition now does not want it in ten minutes: it is not tried again by itself. */
  async function giveUp(subscription: Subscription, delivery: Delivery, retry: Retry): Promise<Posted> {
    const { why, at } = retry;
    const given: Settlement = { kind: 'skipped', why: { code: 'not-tried-again', why } };
    const { done } = await parts.ledger.settle({ delivery, subscription, refusals: 0 }, given);
    if (!done) return { kind: 'unknown', why: { code: 'not-known-yet' } };
    return { kind: 'later', why, afterMs: Math.max(0, at - (await parts.ledger.clock())) };
  }
}

/** Ends early when it is told to stop: the caller looks at the signal itself. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch(() => undefined);
}

type Retry = Extract<DeliveryState, { kind: 'retry' }>;

/** Of the newest deliveries one is looked for: others may be entered in the same moment. */
const NEWEST = 10;

function postedOf({ state }: Delivery): Posted {
  switch (state.kind) {
    case 'sent':
      return { kind: 'sent', message: state.message };
    case 'skipped':
      return { kind: 'quiet', why: state.why };
    case 'gone':
      return { kind: 'refused', why: state.why };
    case 'unknown':
      return { kind: 'unknown', why: state.why };
    default:
      return { kind: 'unknown', why: { code: 'not-known-yet' } };
  }
}

/** '2016-12-17T10:41:07.123': the local date with the time behind it, which no day's slot has. */
function momentDate(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'millisecond' });
}
