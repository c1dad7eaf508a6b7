import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscribeAtStart } from '../../src/digest/delivery/at-start.ts';
import type { Place } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { CHANNEL, type Harness, harness } from './desk-harness.ts';

let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('the channels of the settings', () => {
  const settings = { channels: ['slack:C09', 'discord:G1/77'], time: '08:00', zone: 'Europe/London' };
  const key = { platform: 'slack', workspace: 'T01', channel: 'C09', briefing: 'kuril' } as const;

  function start(over: Partial<typeof settings> = {}): Promise<void> {
    return subscribeAtStart(
      { ...settings, ...over },
      {
        store: h.store,
        briefing: h.briefing,
        workspaceOf: async () => 'T01',
        newId: () => crypto.randomUUID().slice(0, 25),
        now: () => h.clock.now,
        log: { debug() {}, info() {}, warn() {}, error() {} },
      },
    );
  }

  it('are subscribed once, and follow the settings as long as nobody touches them', async () => {
    await start();
    await start();
    expect(await h.store.subscriptions.get(key)).toMatchObject({
      timetable: { time: '08:00', zone: 'Europe/London' },
    });
    expect(
      await h.store.subscriptions.get({ ...key, platform: 'discord', workspace: 'G1', channel: '77' }),
    ).toBeDefined();
    await start({ time: '10:00' });
    expect(await h.store.subscriptions.get(key)).toMatchObject({ timetable: { time: '10:00' } });
    const place: Place = { ...CHANNEL, channel: 'C09' };
    expect(plain(await h.desk.status(h.ask({ place })), en)).toContain('the bot’s settings');
  });

  it('stay as people left them, ended too', async () => {
    const place: Place = { ...CHANNEL, channel: 'C09' };
    await start();
    await h.desk.subscribe(h.ask({ place }), '18:00 weekdays Tokyo');
    await start();
    expect(await h.store.subscriptions.get(key)).toMatchObject({ timetable: { time: '18:00' } });
    await h.desk.unsubscribe(h.ask({ place }));
    await start();
    expect(await h.store.subscriptions.get(key)).toBeUndefined();
  });
});
