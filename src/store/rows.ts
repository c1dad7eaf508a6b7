import type { Selectable } from 'kysely';
import type { DaysOff, Gets, Goes, Rhythm } from '../ports/choices.ts';
import type { Delivery, DeliveryState, Slot, Subscription, Weekday } from '../ports/store.ts';
import { reasonRead, reasonWritten } from './reasons.ts';
import type { DeliveryTable, SubscriptionTable } from './tables.ts';

/** A subscription as its row holds it, without the counter that only the ledger writes. */
export function rowOfSubscription(
  subscription: Subscription,
): Omit<Selectable<SubscriptionTable>, 'refusals'> {
  const { state, timetable, next } = subscription;
  const paused = state.kind === 'paused' ? state : undefined;
  return {
    id: subscription.id,
    platform: subscription.platform,
    workspace: subscription.workspace,
    channel: subscription.channel,
    briefing: subscription.briefing,
    time: timetable.time,
    days: timetable.days.join(','),
    zone: timetable.zone,
    choices: choicesWritten(subscription),
    when_all_shown: subscription.whenAllShown,
    locale: subscription.locale,
    paused_by: paused?.by ?? null,
    paused_why: paused === undefined ? null : reasonWritten(paused.why),
    paused_since: paused?.since ?? null,
    changed_by: subscription.changedBy,
    changed_at: subscription.changedAt,
    next_at: paused === undefined ? (next?.at ?? null) : null,
    next_date: paused === undefined ? (next?.date ?? null) : null,
    ended_at: null,
    removed_at: null,
  };
}

export function subscriptionOf(row: Selectable<SubscriptionTable>): Subscription {
  const next = slotOf(row.next_date, row.next_at);
  const { rhythm, ...choices } = choicesRead(row.choices);
  return {
    id: row.id,
    platform: row.platform as Subscription['platform'],
    workspace: row.workspace,
    channel: row.channel,
    briefing: row.briefing,
    timetable: {
      time: row.time,
      days: row.days.split(',').map(Number) as Weekday[],
      zone: row.zone,
      ...(rhythm && { rhythm }),
    },
    ...choices,
    whenAllShown: row.when_all_shown as Subscription['whenAllShown'],
    locale: row.locale,
    state: stateOf(row),
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    ...(next === undefined ? {} : { next }),
  };
}

type Choices = {
  readonly rhythm?: Rhythm;
  readonly off?: DaysOff;
  readonly gets?: Gets;
  readonly goes?: Goes;
};

function choicesWritten({ timetable: { rhythm }, off, gets, goes }: Subscription): string | null {
  const choices: Choices = {
    ...(rhythm && { rhythm }),
    ...(off && { off }),
    ...(gets && { gets }),
    ...(goes && { goes }),
  };
  return Object.keys(choices).length === 0 ? null : JSON.stringify(choices);
}

function choicesRead(written: string | null): Choices {
  return written === null ? {} : (JSON.parse(written) as Choices);
}

/** What an edition showed, in one field; ids have no blanks. */
export function spotlightsOf(written: string | null): readonly string[] {
  return written === null ? [] : written.split(' ');
}

function stateOf(row: Selectable<SubscriptionTable>): Subscription['state'] {
  if (row.paused_by === null) return { kind: 'active' };
  const by = row.paused_by as 'person' | 'refusals';
  return { kind: 'paused', by, why: reasonRead(row.paused_why), since: row.paused_since ?? 0 };
}

function slotOf(date: string | null, at: number | null): Slot | undefined {
  return date === null || at === null ? undefined : { date, at };
}

export function deliveryOf(row: Selectable<DeliveryTable>): Delivery {
  return {
    id: row.id,
    subscription: row.subscription,
    slot: { date: row.slot_date, at: row.slot_at },
    state: deliveryStateOf(row),
    attempts: row.attempts,
    ...(row.spotlight === null ? {} : { spotlights: spotlightsOf(row.spotlight) }),
    ...(row.revision === null ? {} : { revision: row.revision }),
  };
}

/** Of a delivery, or of a correction, which has the same states. */
export function deliveryStateOf(
  row: Pick<
    Selectable<DeliveryTable>,
    'state' | 'owner' | 'turn' | 'since' | 'message' | 'why' | 'maybe_sent_since'
  >,
): DeliveryState {
  const why = reasonRead(row.why);
  switch (row.state) {
    case 'pending':
      return { kind: 'pending' };
    case 'sending':
      return { kind: 'sending', owner: row.owner ?? '', leaseUntil: row.turn ?? row.since };
    case 'sent':
      return { kind: 'sent', message: row.message ?? '', at: row.since };
    case 'retry':
      return {
        kind: 'retry',
        at: row.turn ?? row.since,
        why,
        ...(row.maybe_sent_since === null ? {} : { maybeSent: true }),
      };
    case 'unknown':
      return { kind: 'unknown', since: row.since, why };
    case 'gone':
      return { kind: 'gone', why, at: row.since };
    case 'skipped':
      return { kind: 'skipped', why, at: row.since };
    default:
      throw new Error(`a delivery has a state that is not one: ${row.state}`);
  }
}
