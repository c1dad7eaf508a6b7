import type { Briefing } from '../../briefing/briefing.ts';
import type { CorrectionErrand, CorrectionLedger } from '../../ports/corrections.ts';
import type { Amended, Courier, Handed, Parcel } from '../../ports/courier.ts';
import type { Settlement, Waiting } from '../../ports/ledger.ts';
import type { Log } from '../../ports/log.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { correctionLine, correctionReply } from '../../show/news.ts';
import { withDeadline } from '../delivery/deadline.ts';
import { afterLooking, nextStep } from '../delivery/deliver-next.ts';
import { outcomeOf } from '../delivery/deliver-outcome.ts';
import type { Pace } from '../delivery/deliver-pace.ts';
import type { DeliverySettings } from '../delivery/deliver-settings.ts';
import { hand, heardLooking, heardSending, withoutDoubt, written } from '../delivery/hand.ts';
import type { Watch } from '../delivery/watch.ts';
import { correctionsOf } from './corrected.ts';

export type CorrectionParts = {
  readonly corrections: CorrectionLedger;
  readonly couriers: readonly Courier[];
  /** The briefings as they are now. */
  readonly briefing: (id: string) => Briefing | undefined;
  /** The newest revision of each briefing that any replica knows. */
  readonly newest: () => Promise<ReadonlyMap<string, number>>;
  readonly messagesFor: MessagesFor;
  readonly paces: Partial<Readonly<Record<Courier['platform'], Pace>>>;
  /** Who holds this process's leases. */
  readonly owner: string;
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
  /** Waits, in ms; `setTimeout` where it is left out. */
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly settings: DeliverySettings;
};

export type OneParts = CorrectionParts & {
  readonly ending: AbortSignal;
  readonly watch: Pick<Watch, 'heard' | 'hold'>;
};

/** Until a replica whose briefing lacks the items looks again: others may have them. */
const BEHIND_MS = 5_000;
/** How often a message that may not be changed just now is waited for; then its thread alone says it. */
const AMENDED_WITHIN = 3;

/**
 * Facts, a decision, the act: a line at the head of the message, which may be put there any number of times, and one
 * reply in its thread, which is taken, sent and settled as a digest is. Throws `StoreDown`.
 */
export async function correctOne(parts: OneParts, waiting: Waiting): Promise<void> {
  const { corrections, settings, ending } = parts;
  const errand = await corrections.errand(waiting);
  if (errand === undefined || ending.aborted) return;
  const { posted, pairs } = errand;
  const courier = parts.couriers.find(({ platform }) => platform === posted.platform);
  if (courier === undefined) return;
  const briefing = parts.briefing(posted.briefing);
  const claims = briefing === undefined ? undefined : correctionsOf(pairs, briefing);
  const say = parts.messagesFor(posted.locale);
  if (briefing === undefined || claims === undefined) {
    if (briefing === undefined || isBehind(briefing, await parts.newest()))
      return corrections.putOff(errand, BEHIND_MS);
    return settle(parts, errand, { kind: 'skipped', why: { code: 'item-gone' } });
  }
  const content = {
    line: correctionLine(claims, briefing, say),
    reply: correctionReply(claims, briefing, say),
  };

  let certain = errand;
  let step = nextStep(errand, courier, await corrections.clock(), settings);
  if (step.kind === 'look') {
    const seen = await courier.find(parcelOf(errand), step.withinMs, step.spanMs);
    await heardLooking(parts.watch, errand.delivery.id, seen);
    step = afterLooking(errand, seen, await corrections.clock(), settings);
    if (step.kind === 'send') certain = withoutDoubt(errand);
  }
  if (step.kind === 'settle') return settle(parts, errand, step.as);
  if (step.kind === 'send')
    await withDeadline(ending, settings.leaseMs, (ours) => correct(parts, certain, courier, content, ours));
}

/** Whether other replicas know a newer revision of a briefing. */
export function isBehind({ id, revision }: Briefing, newest: ReadonlyMap<string, number>): boolean {
  return revision.number < (newest.get(id) ?? 0);
}

type Content = { readonly line: ReturnType<typeof correctionLine>; readonly reply: Parcel['reply'] };

async function correct(
  parts: OneParts,
  errand: CorrectionErrand,
  courier: Courier,
  { line, reply }: Content,
  ours: AbortSignal,
): Promise<void> {
  const { corrections, settings, ending, elapsed } = parts;
  const amended = await paced(parts, courier, ours, () => amend(parts, courier, errand, line));
  if (amended === undefined) return;
  if (amended.kind === 'deleted')
    return settle(parts, errand, { kind: 'skipped', why: { code: 'message-deleted' } });
  const waits = amended.kind === 'retry' || amended.kind === 'unknown';
  if (waits && (reaches(amended) || errand.delivery.attempts < AMENDED_WITHIN))
    return conclude(parts, errand, errand, courier, inDoubtOf(amended));

  await paced(parts, courier, ours, async () => {
    const asked = elapsed();
    const held = await corrections.take(errand, { owner: parts.owner, ms: settings.leaseMs });
    if (held === undefined || settings.leaseMs - (elapsed() - asked) < settings.sendTimeoutMs) return;
    const handed = await withDeadline(ending, settings.sendTimeoutMs, (signal) =>
      hand(parts, { correction: held.delivery.id }, () => courier.send({ ...parcelOf(held), reply }, signal)),
    );
    await conclude(parts, errand, held, courier, handed);
  });
}

/** A refusal of the platform or the workspace concerns the reply as well. */
function reaches(amended: Amended): boolean {
  return (
    (amended.kind === 'retry' && amended.pauses !== 'channel') || ('away' in amended && amended.away === true)
  );
}

/** Whether the line is there does not matter: it is put there again. The reply was not sent. */
function inDoubtOf(amended: Extract<Amended, { kind: 'retry' | 'unknown' }>): Handed {
  if (amended.kind === 'retry') return amended;
  const { why, away = false } = amended;
  return { kind: 'retry', afterMs: 0, why, pauses: away ? 'platform' : 'channel', away };
}

async function amend(
  { settings, ending, log }: OneParts,
  courier: Courier,
  errand: CorrectionErrand,
  line: Content['line'],
): Promise<Amended> {
  const { amend } = courier;
  if (amend === undefined) return { kind: 'cannot', why: '' };
  try {
    return await withDeadline(ending, settings.sendTimeoutMs, (signal) =>
      amend.call(courier, { ...parcelOf(errand), line }, signal),
    );
  } catch (error) {
    if (!ending.aborted) log.error({ correction: errand.delivery.id, err: error }, 'a courier failed');
    return { kind: 'cannot', why: 'the courier failed' };
  }
}

/** What the platform's answer means: written down, and heard by whoever watches the platform. */
async function conclude(
  parts: OneParts,
  before: CorrectionErrand,
  held: CorrectionErrand,
  courier: Courier,
  handed: Handed,
): Promise<void> {
  const { settings, random, watch } = parts;
  const lostBefore = before.maybeSentSince !== undefined;
  const outcome = outcomeOf(handed, held, lostBefore, courier, settings, random);
  await Promise.all([
    heardSending(watch, held.delivery.id, outcome),
    settle(parts, held, outcome.settlement),
  ]);
}

async function paced<T>(
  { paces }: OneParts,
  courier: Courier,
  signal: AbortSignal,
  act: () => Promise<T>,
): Promise<T | undefined> {
  const turn = await paces[courier.platform]?.turn(signal).catch(() => undefined);
  try {
    return signal.aborted ? undefined : await act();
  } finally {
    turn?.answered();
  }
}

async function settle(parts: OneParts, errand: CorrectionErrand, settlement: Settlement): Promise<void> {
  const { done } = await written(parts, () => parts.corrections.settle(errand, settlement));
  if (!done) return;
  const { platform, workspace, channel } = errand.posted;
  const known = { correction: errand.delivery.id, platform, workspace, channel, as: settlement.kind };
  if (settlement.kind === 'sent') parts.log.info(known, 'a correction followed a message');
  else parts.log.warn({ ...known, why: settlement.why }, 'a correction did not follow a message');
}

function parcelOf({ delivery, posted }: CorrectionErrand) {
  const { platform, workspace, channel, message, thread, briefing, locale } = posted;
  return {
    id: delivery.id,
    place: { platform, workspace, channel, kind: 'channel' },
    briefing,
    words: 'corrections',
    locale,
    under: { message, ...(thread === undefined ? {} : { thread }) },
  } as const;
}
