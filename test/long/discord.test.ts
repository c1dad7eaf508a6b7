import { expect, test, vi } from 'vitest';
import { running, wordsOf } from '../platforms/discord/fixture.ts';
import { sendHostilePackets } from '../platforms/discord/hostile.run.ts';

const WAIT = { timeout: 90_000, interval: 50 };

test('ten thousand hostile packets bring no crash and no answer where none is due', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`SEED=${seed}`);
  const { unhandled, answers, faults, stillAnswers } = await sendHostilePackets(10_000, seed);
  expect({ unhandled, answers, faults }).toEqual({ unhandled: [], answers: [], faults: [] });
  expect(stillAnswers).toBe(true);
}, 300_000);

test('a server that is gone for twenty seconds ends with the bot answering again, once', async () => {
  const it = await running();
  await it.server.vanish();
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  expect(it.platform.health(Date.now()).kind).toBe('recovering');
  await it.server.appear();
  await vi.waitUntil(() => it.platform.health(Date.now()).kind === 'well', WAIT);
  expect(wordsOf((await it.server.ask('kuril', 'back')).body)).toContain('back');
  expect(it.server.world.messages.size).toBe(1);
  expect(it.server.world.faults).toEqual([]);
  await it.close();
}, 120_000);

test('a server that does not even answer a close is left by the client alone, within a minute', async () => {
  const it = await running({ server: { gateway: { heartbeatMs: 1_000 } } });
  it.server.gateway.silence('deaf');
  await vi.waitUntil(() => it.server.gateway.counts.resume + it.server.gateway.counts.identify >= 2, WAIT);
  await vi.waitUntil(() => it.platform.health(Date.now()).kind === 'well', WAIT);
  expect(wordsOf((await it.server.ask('kuril', 'back')).body)).toContain('back');
  await it.close();
}, 150_000);
