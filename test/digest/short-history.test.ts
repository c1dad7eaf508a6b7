/**
 * A process that dies in the midst of twenty sends, on a Slack that lets an app look into a workspace's channels once a
 * minute: every channel is looked through in its turn, for as long as the grace lasts, and gets its edition once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { theirClock } from '../../src/ports/answer.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { HOUR, MINUTE, openUnsynced, processOf } from '../long/in-time.ts';
import { startSlack } from '../servers/slack/server.ts';
import { addChannel } from '../servers/slack/world.ts';
import { shortEdition, toSlack } from './engine.ts';

const CHANNELS = 20;
const NINE = Date.UTC(2026, 10, 23, 9);

test('twenty quiet channels whose answers were lost are looked for once a minute, and each has its edition once', async () => {
  let now = NINE;
  const clock = () => now;
  const slack = await startSlack({ historyEveryMs: MINUTE, now: clock });
  const folder = mkdtempSync(join(tmpdir(), 'attache-short-'));
  const store = await openUnsynced(folder, clock);
  try {
    const { id: workspace, install } = slack.home;
    const courier = toSlack(slack.apiUrl, () => install?.botToken ?? '', theirClock(clock, clock));
    const members = [install?.botUser ?? ''];
    const all = Array.from({ length: CHANNELS }, (_, at) => {
      const channel = addChannel(slack.home, `CQUIET${at}`, `quiet-${at}`, { members }).id;
      const next = { date: '2026-11-23', at: NINE };
      return subscription({ platform: 'slack', workspace, channel, next });
    });
    for (const one of all) await store.subscriptions.put(one);
    await diesInTheMidst();

    const after = processOf({
      ...{ ledger: store.ledger, couriers: [courier], random: () => 0.5 },
      ...{ elapsed: clock, now: clock },
    });
    for (const end = NINE + 2 * HOUR; now < end; now += MINUTE) await after.tick();

    for (const one of all) {
      const [delivery] = await store.history.deliveries(one.id, 1);
      expect(delivery?.state.kind).toBe('sent');
      expect(slack.posts.filter(({ channel }) => channel === one.channel)).toHaveLength(1);
    }
    const looks = slack.traffic.callsOf('conversations.history').map(({ at, answer }) => ({ at, answer }));
    const refused = looks.filter(({ answer }) => (answer as { ok: boolean }).ok === false);
    expect(looks.length - refused.length).toBe(CHANNELS);
    expect(refused.length).toBeLessThanOrEqual(CHANNELS);
    expect(slack.traffic.faults).toEqual([]);

    /** Every lease is taken; every other message arrived, and nothing of it is written down. */
    async function diesInTheMidst(): Promise<void> {
      const { ledger } = store;
      await ledger.claim(CHANNELS, ({ next }) => ({
        kind: 'slots',
        record: [{ slot: next!, as: { kind: 'pending' } }],
        next: { date: '2026-11-24', at: NINE + 24 * HOUR },
      }));
      const wanted = { most: CHANNELS, mostOfWorkspace: CHANNELS, forMs: MINUTE };
      const seized = await ledger.seize({ platform: 'slack', ...wanted });
      expect(seized).toHaveLength(CHANNELS);
      for (const [at, waiting] of seized.entries()) {
        const errand = (await ledger.errand(waiting))!;
        const held = (await ledger.take(errand, { owner: 'dies', ms: MINUTE }))!;
        if (at % 2 === 0) continue;
        const { delivery, subscription: of, had } = held;
        const edition = await shortEdition({ subscription: of, slot: delivery.slot, had });
        if (edition.kind !== 'edition') throw new Error(edition.kind);
        const place = { platform: 'slack', workspace, channel: of.channel, kind: 'channel' } as const;
        const parcel = { id: delivery.id, place, briefing: of.briefing, locale: of.locale };
        const handed = await courier.send({ ...parcel, ...edition }, AbortSignal.timeout(10_000));
        expect(handed.kind).toBe('sent');
      }
    }
  } finally {
    await store.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
