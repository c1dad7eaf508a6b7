import { afterEach, expect, test, vi } from 'vitest';
import { type Running, running, wordsOf } from '../platforms/discord/fixture.ts';
import type { Exchange } from '../servers/discord/exchange.ts';
import { LOADING } from '../servers/discord/post.ts';

let it: Running;
afterEach(() => it.close());

const CROWD = 1_000;
const WARM = 50;
const PATIENCE_MS = 600_000;

/** A bot that has just started compiles its way through the first answers. */
async function warm(): Promise<void> {
  for (let at = 0; at < WARM; at += 1) await it.server.ask('kuril', `warm ${at}`);
}

/** Everybody at once. In how many seconds they are acknowledged hangs on the machine: the bench measures it. */
async function everybody(delayMs: number): Promise<void> {
  it = await running({ server: { limits: { perSecond: 50 }, ackWithinMs: PATIENCE_MS } });
  const here = { channel: it.server.channel.id, user: it.server.user.id };
  await warm();
  it.bot.delayMs = delayMs;
  const exchanges = Array.from({ length: CROWD }, (_, at) =>
    it.server.people.slash('kuril', `crowd ${at}`, here),
  );
  const isAnswered = ({ original }: Exchange) => original !== undefined && (original.flags & LOADING) === 0;
  await vi.waitUntil(() => exchanges.every(isAnswered), { timeout: PATIENCE_MS, interval: 50 });
  exchanges.forEach(({ original }, at) => {
    expect(wordsOf(original?.body ?? {})).toContain(`crowd ${at}`);
  });
  expect(it.server.world.faults).toEqual([]);
  expect(it.server.world.messages.size).toBe(CROWD + WARM);
  expect(exchanges.every(({ ack }) => ack !== undefined)).toBe(true);
}

test('a thousand commands at once are all acknowledged and all answered, each with its own answer', async () => {
  await everybody(0);
});

test('and so are a thousand whose answers take their time', async () => {
  await everybody(1_500);
});
