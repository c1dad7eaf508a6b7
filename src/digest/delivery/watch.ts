/**
 * Whether a platform is there. While it is away nothing is sent to it but a question now and then whether it is back:
 * each send into an outage may be one of which nobody knows whether it arrived. All replicas share the pause.
 */
import type { Courier } from '../../ports/courier.ts';
import type { Ledger, Scope } from '../../ports/ledger.ts';
import type { Log } from '../../ports/log.ts';
import type { Reason } from '../../ports/reasons.ts';

/** 'trying': it has answered, and one delivery goes ahead of the others. */
export type PlatformState = 'there' | 'away' | 'trying';

/** What one delivery learnt of the platform: nothing where it was not asked at all. */
export type Learnt = 'well' | 'away' | 'nothing';

export interface Watch {
  /** Asked before anything is handed out. Throws `StoreDown`. */
  look(): Promise<PlatformState>;
  /** What a delivery met with; `id` tells them apart. */
  heard(learnt: Learnt, id: string, why?: Reason): Promise<void>;
  /** A refusal that reaches further than one channel. */
  hold(scope: Scope, forMs: number, why: Reason, away: boolean): Promise<void>;
  /** The platform has answered, and nothing waits. */
  nothingToTry(): Promise<void>;
}

export type WatchParts = {
  readonly courier: Pick<Courier, 'platform' | 'contact'>;
  readonly ledger: Pick<Ledger, 'pause' | 'probe' | 'hold' | 'resume'>;
  readonly log: Log;
  /** Between two questions to a platform that is away, by how often it was asked in vain; in ms. */
  readonly awayMs: readonly number[];
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
};

/**
 * So many deliveries in a row without an answer are the platform's trouble, and not a channel's. Of fewer that are tried
 * again and again nobody can say whose it is: then the platform is asked.
 */
const IN_A_ROW = 3;
const SILENCE: Reason = { code: 'not-known-yet' };
/** Refusals of one moment say the same. */
const SAME_MS = 250;

export function createWatch({ courier, ledger, log, awayMs, elapsed }: WatchParts): Watch {
  const { platform } = courier;
  const silent = new Set<string>();
  /** Answers that did not come since the last that did, or since the platform was asked. */
  let inVain = 0;
  const said = new Map<string, number>();
  /** Whether it has answered after a pause, so that the next that goes well ends it. */
  let trying = false;

  const waits = (tries: number): number => awayMs[Math.min(tries, awayMs.length - 1)] ?? 60_000;
  return {
    async look() {
      const pause = await ledger.pause(platform);
      trying = false;
      if (pause === undefined) return 'there';
      if (pause.until > pause.now) return 'away';
      if (!(await ledger.probe(platform, (tries) => waits(tries + 1)))) return 'away';
      const contact = (await courier.contact?.()) ?? { kind: 'well' };
      trying = contact.kind === 'well';
      if (contact.kind === 'well') return 'trying';
      log.warn({ platform, why: contact.why }, 'a platform is still away');
      return 'away';
    },

    async heard(learnt, id, why = SILENCE) {
      if (learnt === 'nothing') return;
      if (learnt === 'well') {
        silent.clear();
        inVain = 0;
        if (trying) await back();
        return;
      }
      silent.add(id);
      inVain += 1;
      if (silent.size >= IN_A_ROW || (inVain >= IN_A_ROW && (await isAway())))
        await hold({ platform }, waits(0), why, true);
    },

    hold,

    async nothingToTry() {
      await back();
    },
  };

  /** While one is tried the pause stands already, and nothing needs asking. */
  async function isAway(): Promise<boolean> {
    inVain = 0;
    return !trying && (await courier.contact?.())?.kind === 'away';
  }

  async function back(): Promise<void> {
    trying = false;
    await ledger.resume(platform);
    log.info({ platform }, 'a platform is back');
  }

  async function hold(scope: Scope, forMs: number, why: Reason, away: boolean): Promise<void> {
    if (forMs <= 0 && !away) return;
    const key = scope.workspace ?? '';
    const holdMs = away ? Math.max(forMs, waits(0)) : forMs;
    const until = elapsed() + holdMs;
    if ((said.get(key) ?? 0) >= until - SAME_MS) return;
    said.set(key, until);
    log.warn(
      { ...scope, forMs: holdMs, why },
      away ? 'a platform does not answer' : 'a platform asked for a pause',
    );
    await ledger.hold(scope, holdMs, why);
  }
}
