/** Several processes of the bot hear the same interactions while one relieves another. */
import { expect, test, vi } from 'vitest';
import { createDiscord } from '../../../src/platforms/discord/platform.ts';
import type { LeaseStore, SeenKeeper } from '../../../src/ports/store.ts';
import { answerTo } from '../../servers/discord/people.ts';
import { startDiscord } from '../../servers/discord/server.ts';
import { EchoBot, LogBook, registerAll, wordsOf } from './fixture.ts';

const COMMANDS = 20;

function sharedSeen(): SeenKeeper {
  const seen = new Set<string>();
  return {
    async firstTime(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    },
    forget: async (id) => void seen.delete(id),
  };
}

const everybodys: LeaseStore = {
  take: async () => true,
  give: async () => {},
  isTaken: async () => false,
};

async function twoOn(seen: SeenKeeper) {
  const server = await startDiscord();
  const bots = [new EchoBot(), new EchoBot()];
  registerAll(server, bots[0]!);
  const platforms = bots.map((bot) =>
    createDiscord({
      bot,
      config: { token: server.token, shards: { kind: 'auto' }, apiUrl: server.api },
      seen,
      // Both take themselves for the holder: a moment of doubt that a lease cannot rule out.
      several: { leases: everybodys, owner: 'both' },
      log: new LogBook(),
      now: Date.now,
      onRemoved: () => {},
    }),
  );
  for (const platform of platforms) await platform.start();
  await vi.waitUntil(() => server.gateway.connected === 2, { timeout: 50_000 });
  return {
    server,
    asked: () => bots.flatMap(({ asks }) => asks.map(({ words }) => words)),
    async close() {
      for (const platform of platforms) await platform.stop(100);
      await server.close();
    },
  };
}

test('of two processes on one shard, one alone does what is asked, and the asker gets one answer', async () => {
  const on = await twoOn(sharedSeen());
  const here = { channel: on.server.channel.id, user: on.server.user.id };
  const asked = Array.from({ length: COMMANDS }, (_, at) => `words ${at}`);
  const exchanges = asked.map((words) => on.server.people.slash('kuril', words, here));
  for (const [at, exchange] of exchanges.entries())
    expect(wordsOf((await answerTo(exchange)).body)).toContain(`words ${at}`);
  expect(on.asked().toSorted()).toEqual(asked.toSorted());
  expect(on.server.world.faults).toEqual([]);
  await on.close();
});

test('while the store does not say who answers, whoever Discord lets acknowledge it does it, and nobody else', async () => {
  const silent: SeenKeeper = { firstTime: () => new Promise(() => {}), forget: async () => {} };
  const on = await twoOn(silent);
  const here = { channel: on.server.channel.id, user: on.server.user.id };
  const answer = await answerTo(on.server.people.slash('kuril', 'once', here));
  expect(wordsOf(answer.body)).toContain('once');
  expect(on.asked()).toEqual(['once']);
  await on.close();
});
