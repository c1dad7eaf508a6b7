import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { conditionOf, type Vitals } from '../../src/ops/health.ts';
import { watchStore } from '../../src/ops/store-watch.ts';
import type { Health, Platform } from '../../src/ports/platform.ts';
import type { Store } from '../../src/ports/store.ts';
import { silent } from '../kit/log.ts';

const WELL: Health = { kind: 'well' };
const AWAY: Health = { kind: 'recovering', why: 'away', sinceMs: 1_000_000 };

function part(name: Platform['name'], health: Health, serves: boolean): Vitals['parts'][number] {
  return { name, health: () => health, routes: serves ? [{ prefix: '/slack', listener: () => {} }] : [] };
}

function condition(parts: Vitals['parts'], stored: Health = WELL, stopping = false) {
  const store = { health: () => stored, wasWell: () => true };
  const { live, ready } = conditionOf({ parts, store, stopping: () => stopping, now: () => 0 });
  return { live, ready };
}

describe('health', () => {
  it('restarts nobody over a wrong token, and is ready for what its port serves', () => {
    const refused: Health = { kind: 'refused', why: 'DISCORD_TOKEN' };
    const parts = [part('slack', WELL, true), part('discord', refused, false)];
    expect(condition(parts)).toEqual({ live: true, ready: true });
  });

  it('lets Slack’s requests come while Discord’s gateway is away', () => {
    expect(condition([part('slack', WELL, true), part('discord', AWAY, false)]).ready).toBe(true);
  });

  it('is not live where only a restart helps', () => {
    expect(condition([part('slack', { kind: 'stuck', why: 'silent' }, false)]).live).toBe(false);
  });

  it('is not ready once the store has failed for a minute, and lives on', () => {
    const parts = [part('slack', WELL, true)];
    expect(condition(parts, { kind: 'recovering', why: 'full', sinceMs: 59_000 }).ready).toBe(true);
    expect(condition(parts, { kind: 'recovering', why: 'full', sinceMs: 61_000 })).toEqual({
      live: true,
      ready: false,
    });
  });

  it('is not ready after a start until the store has been well for once, whatever the platforms say', async () => {
    let answers = Promise.withResolvers<Awaited<ReturnType<Store['examine']>>>();
    const store = watchStore({ store: { examine: () => answers.promise }, log: silent, now: () => 0 });
    const states = () => {
      const vitals = { parts: [part('slack', WELL, true)], store, stopping: () => false, now: () => 0 };
      const { ready, parts } = conditionOf(vitals);
      return { ready, store: parts.find(({ name }) => name === 'store')?.kind };
    };
    expect(states()).toEqual({ ready: false, store: 'recovering' });
    answers.resolve({ kind: 'ill', why: 'read-only', mend: 'change its owner' });
    await settled();
    expect(states()).toEqual({ ready: false, store: 'recovering' });
    answers = Promise.withResolvers();
    answers.resolve({ kind: 'well' });
    await store.look();
    expect(states()).toEqual({ ready: true, store: 'well' });
    store.stop();
  });

  it('is not ready while the process stops', () => {
    expect(condition([part('playground', WELL, true)], WELL, true)).toEqual({ live: true, ready: false });
  });

  it('needs one platform at least where its port serves none', () => {
    expect(condition([part('slack', AWAY, false), part('discord', WELL, false)]).ready).toBe(true);
    expect(condition([part('slack', AWAY, false), part('discord', AWAY, false)]).ready).toBe(false);
  });

  it('knows since when the store has failed, and that it is back', async () => {
    let [at, ill] = [1_000, true];
    const examine = async () =>
      ill ? ({ kind: 'ill', why: 'full', mend: 'make room' } as const) : ({ kind: 'well' } as const);
    const log = silent;
    const watch = watchStore({ store: { examine }, log, now: () => at });
    await watch.look();
    at = 31_000;
    await watch.look();
    expect(watch.health(at)).toEqual({ kind: 'recovering', why: 'full', sinceMs: 30_000 });
    ill = false;
    await watch.look();
    expect(watch.health(at)).toEqual(WELL);
    watch.stop();
  });
});
