/** Handing something to a platform, and what is learnt by it and written down: of a digest and of a correction alike. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Handed, Seen } from '../../ports/courier.ts';
import type { Settled } from '../../ports/ledger.ts';
import type { Log } from '../../ports/log.ts';
import { StoreDown } from '../../ports/store.ts';
import type { Outcome } from './deliver-outcome.ts';
import type { Watch } from './watch.ts';

type Ending = { readonly log: Log; readonly ending: AbortSignal };
type Ears = Pick<Watch, 'heard' | 'hold'>;

/** Sends. An exception is a bug of ours, and whether the message went out before it is not known. */
export async function hand(
  { log, ending }: Ending,
  named: Readonly<Record<string, string>>,
  send: () => Promise<Handed>,
): Promise<Handed> {
  try {
    return await send();
  } catch (error) {
    if (!ending.aborted) log.error({ ...named, err: error }, 'a courier failed');
    return { kind: 'unknown', why: { code: ending.aborted ? 'stopped' : 'courier-failed' } };
  }
}

/** Whoever watches the platform hears what a look into a channel says of it. */
export function heardLooking(watch: Ears, id: string, seen: Seen): Promise<void> {
  if (seen.kind !== 'cannot_tell') return watch.heard('well', id);
  return watch.heard(seen.away === true ? 'away' : 'well', id, seen.why);
}

/** And what its answer to a message says. */
export function heardSending(watch: Ears, id: string, { settlement, pause, learnt }: Outcome): Promise<void> {
  if (pause !== undefined) return watch.hold(pause.scope, pause.forMs, pause.why, pause.away);
  return watch.heard(learnt, id, 'why' in settlement ? settlement.why : undefined);
}

/** Of one that was looked for and is not there. */
export function withoutDoubt<Errand extends { readonly maybeSentSince?: number }>({
  maybeSentSince: _,
  ...errand
}: Errand) {
  return errand;
}

/** Waits between tries to write down what the platform said, while the store is down. */
const WRITE_AGAIN_MS = [200, 1_000, 3_000, 6_000];

/**
 * Writes down what became of it, again and again for a while: what went out and is not written down has to be looked
 * for later. Throws `StoreDown` when it was in vain.
 */
export async function written<Done extends Pick<Settled, 'done'>>(
  { ending, sleep = wait }: Pick<Ending, 'ending'> & { readonly sleep?: (ms: number) => Promise<unknown> },
  settle: () => Promise<Done>,
): Promise<Done> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await settle();
    } catch (error) {
      const ms = WRITE_AGAIN_MS[tries];
      if (!(error instanceof StoreDown) || ms === undefined || ending.aborted) throw error;
      await sleep(ms);
    }
  }
}
