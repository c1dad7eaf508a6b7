import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterLooking, nextStep } from '../../src/digest/delivery/deliver-next.ts';
import { backoff, outcomeOf } from '../../src/digest/delivery/deliver-outcome.ts';
import { DELIVERY_SETTINGS as SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import type { Handed } from '../../src/ports/courier.ts';
import type { Errand } from '../../src/ports/ledger.ts';
import { subscription } from '../contracts/store-fixture.ts';

const DUE = 1_000_000_000;
const SLACK = { repeatSafeForMs: 0 };
const DISCORD = { repeatSafeForMs: 120_000 };
const due = subscription({});
const errand: Errand = {
  delivery: {
    id: 'd',
    subscription: due.id,
    slot: { date: '2026-11-23', at: DUE },
    state: { kind: 'pending' },
    attempts: 1,
  },
  turn: DUE,
  subscription: due,
  ended: false,
  had: { spotlights: [] },
  refusals: 0,
  readAt: 0,
};
const lost: Errand = { ...errand, maybeSentSince: DUE };
const atLast = DUE + SETTINGS.graceMs;

describe('what is done about a delivery whose turn has come', () => {
  test('what certainly did not go out is sent within the grace period, and skipped after it', () => {
    expect(nextStep(errand, SLACK, atLast, SETTINGS)).toEqual({ kind: 'send' });
    expect(nextStep(errand, SLACK, atLast + 1, SETTINGS)).toMatchObject({ as: { kind: 'skipped' } });
  });

  test('what a platform’s answer about the one channel kept back all day is told like a refusal, an outage is not', () => {
    const retry = (mend: string): Errand => {
      const why = { code: 'refused', by: 'discord', mend } as const;
      return { ...errand, delivery: { ...errand.delivery, state: { kind: 'retry', at: DUE, why } } };
    };
    const step = (mend: string) => nextStep(retry(mend), DISCORD, atLast + 1, SETTINGS);
    expect(step('refused')).toMatchObject({ as: { kind: 'skipped', refused: { mend: 'refused' } } });
    for (const mend of ['unreachable', 'limited', 'notDiscord', 'notSlack'])
      expect(step(mend)).not.toHaveProperty('as.refused');
  });

  test('what may have gone out is repeated only while the platform remembers it, and looked for after that', () => {
    const safe = DUE + DISCORD.repeatSafeForMs - SETTINGS.sendTimeoutMs;
    expect(nextStep(lost, DISCORD, safe, SETTINGS)).toEqual({ kind: 'send' });
    expect(nextStep(lost, DISCORD, safe + 1, SETTINGS)).toEqual({ kind: 'look', withinMs: safe + 1 - DUE });
    expect(nextStep(lost, SLACK, DUE, SETTINGS)).toEqual({ kind: 'look', withinMs: 0, spanMs: 300_000 });
  });

  test('what may have gone out at a time that has not come is looked for: the clock went back', () => {
    const before = DUE - 3_600_000;
    for (const platform of [SLACK, DISCORD])
      expect(nextStep(lost, platform, before, SETTINGS)).toEqual({ kind: 'look', withinMs: 86_400_000 });
  });

  test('a lease ends before a platform forgets, so that whoever takes over may repeat', () => {
    const sweeps = 15 * SETTINGS.sweepEveryMs;
    expect(SETTINGS.leaseMs + sweeps + SETTINGS.sendTimeoutMs).toBeLessThan(DISCORD.repeatSafeForMs);
    expect(SETTINGS.leaseMs).toBeGreaterThan(2 * SETTINGS.sendTimeoutMs);
  });

  test('found is sent, absent is sent again, and what cannot be told stays unknown and is looked for less and less', () => {
    const look = (seen: Parameters<typeof afterLooking>[1], now: number) =>
      afterLooking(lost, seen, now, SETTINGS);
    expect(look({ kind: 'found', message: 'm' }, atLast + 1)).toMatchObject({
      as: { kind: 'sent', message: 'm' },
    });
    expect(look({ kind: 'absent' }, DUE)).toEqual({ kind: 'send' });
    expect(look({ kind: 'absent' }, atLast + 1)).toMatchObject({ as: { kind: 'skipped' } });
    const away = { kind: 'cannot_tell', why: { code: 'words', words: 'HTTP 503' }, lasts: 'now' } as const;
    const shut = {
      kind: 'cannot_tell',
      why: { code: 'words', words: 'no scope' },
      lasts: 'for-good',
    } as const;
    const again = (ms: number) => ({ as: { kind: 'unknown', lookAgainAfterMs: ms } });
    expect(look(away, DUE)).toMatchObject(again(SETTINGS.lookAfterMs));
    expect(look(away, DUE + 5 * 3_600_000)).toMatchObject(again(SETTINGS.lookCapMs));
    expect(look({ ...away, afterMs: 77_000 }, DUE)).toMatchObject(again(77_000));
    expect(look(shut, DUE + 5 * 3_600_000)).toMatchObject(again(SETTINGS.lookShutMs));
    expect(look(away, atLast + 1)).toEqual({
      kind: 'settle',
      as: { kind: 'unknown', why: { code: 'stopped' } },
    });
  });

  test('what was only planned late is sent where nobody may look, and waits where nobody can just now', () => {
    const late: Errand = { ...lost, delivery: { ...lost.delivery, attempts: 0 } };
    const look = (seen: Parameters<typeof afterLooking>[1], now: number) =>
      afterLooking(late, seen, now, SETTINGS);
    expect(
      look({ kind: 'cannot_tell', why: { code: 'words', words: 'no scope' }, lasts: 'for-good' }, DUE),
    ).toEqual({ kind: 'send' });
    const away = { kind: 'cannot_tell', why: { code: 'words', words: 'It is away.' }, lasts: 'now' } as const;
    expect(look(away, DUE)).toMatchObject({ as: { kind: 'retry', maybeSent: true } });
    expect(look(away, atLast + 1)).toMatchObject({ as: { kind: 'skipped' } });
  });
});

describe('what a platform said', () => {
  const handed = (said: Handed, courier = SLACK, lostBefore = false) =>
    outcomeOf(said, errand, lostBefore, courier, SETTINGS, () => 0.5);

  test('a lost answer is repeated where that is safe, and shown as unknown where it is not', () => {
    const said: Handed = { kind: 'unknown', why: { code: 'words', words: 'No answer.' } };
    expect(handed(said, DISCORD).settlement).toMatchObject({ kind: 'retry', maybeSent: true });
    expect(handed(said).settlement).toMatchObject({
      kind: 'unknown',
      lookAgainAfterMs: SETTINGS.lookAfterMs,
    });
  });

  test('Retry-After is honoured, reaches as far as the platform said, and does not hide an earlier lost answer', () => {
    const said: Handed = {
      kind: 'retry',
      afterMs: 90_000,
      why: { code: 'words', words: 'busy' },
      pauses: 'workspace',
    };
    const { settlement, pause } = handed(said, SLACK, true);
    expect(settlement).toEqual({
      kind: 'retry',
      afterMs: 90_000,
      why: { code: 'words', words: 'busy' },
      maybeSent: true,
    });
    expect(pause).toMatchObject({ scope: { platform: 'slack', workspace: 'T1' }, forMs: 90_000 });
  });

  test('waits double up to the cap, and are spread', () => {
    const tries = fc.tuple(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
    );
    fc.assert(
      fc.property(tries, ([attempts, random]) => {
        const most = Math.min(SETTINGS.backoffCapMs, SETTINGS.backoffMs * 2 ** Math.min(attempts - 1, 40));
        const wait = backoff(attempts, SETTINGS, () => random);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(most / 2));
        expect(wait).toBeLessThanOrEqual(most);
      }),
    );
  });
});
