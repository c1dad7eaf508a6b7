import type { Courier, Handed } from '../../ports/courier.ts';
import type { Due, Scope, Settlement } from '../../ports/ledger.ts';
import type { Reason } from '../../ports/reasons.ts';
import type { DeliverySettings } from './deliver-settings.ts';
import type { Learnt } from './watch.ts';

export type Outcome = {
  readonly settlement: Settlement;
  /** What the platform's refusal holds up besides this delivery, and for how long. */
  readonly pause?: {
    readonly scope: Scope;
    readonly forMs: number;
    readonly why: Reason;
    readonly away: boolean;
  };
  readonly learnt: Learnt;
};

/**
 * What the platform's answer means for the ledger. Pure but for `random` (0 up to 1), which spreads the tries.
 * `lostBefore` says that an earlier try may have gone out: a refusal speaks of this try alone.
 */
export function outcomeOf(
  handed: Handed,
  errand: Due,
  lostBefore: boolean,
  courier: Pick<Courier, 'repeatSafeForMs'>,
  settings: DeliverySettings,
  random: () => number,
): Outcome {
  const { attempts } = errand.delivery;
  switch (handed.kind) {
    case 'sent': {
      const { message, thread } = handed;
      return {
        settlement: { kind: 'sent', message, ...(thread !== undefined && { thread }) },
        learnt: 'well',
      };
    }
    case 'gone': {
      const pauseAfter = settings.refusalsBeforePause;
      return { settlement: { kind: 'gone', why: handed.why, pauseAfter }, learnt: 'well' };
    }
    case 'retry': {
      const afterMs = Math.max(handed.afterMs, backoff(attempts, settings, random));
      const { pauses, why, away = false } = handed;
      const settlement = { kind: 'retry', afterMs, why, maybeSent: lostBefore } as const;
      const learnt = pauses === 'platform' ? 'nothing' : 'well';
      if (pauses === 'channel') return { settlement, learnt };
      const { platform, workspace } = errand.subscription;
      const scope = pauses === 'platform' ? { platform } : { platform, workspace };
      return { settlement, learnt, pause: { scope, forMs: handed.afterMs, why, away } };
    }
    case 'unknown': {
      const learnt = handed.away ? 'away' : 'nothing';
      const { why } = handed;
      if (courier.repeatSafeForMs > 0) {
        const afterMs = backoff(attempts, settings, random);
        return { settlement: { kind: 'retry', afterMs, why, maybeSent: true }, learnt };
      }
      return { settlement: { kind: 'unknown', why, lookAgainAfterMs: settings.lookAfterMs }, learnt };
    }
  }
}

/** Doubles with every try, up to the cap; from half of it on at random, so that many do not come back at once. */
export function backoff(
  attempts: number,
  { backoffMs, backoffCapMs }: Pick<DeliverySettings, 'backoffMs' | 'backoffCapMs'>,
  random: () => number,
): number {
  const most = Math.min(backoffCapMs, backoffMs * 2 ** Math.min(30, Math.max(0, attempts - 1)));
  return Math.round(most * (0.5 + random() / 2));
}
