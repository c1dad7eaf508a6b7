import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { settingUp } from '../../src/digest/delivery/at-start.ts';
import type { Place } from '../../src/ports/bot.ts';
import type { Hindrance } from '../../src/ports/courier.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { silent } from '../kit/log.ts';
import { CHANNEL, type Harness, harness } from './desk-harness.ts';

let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('the channels of the settings', () => {
  const settings = { channels: ['slack:C09', 'discord:G1/77'], time: '08:00', zone: 'Europe/London' };
  const key = { platform: 'slack', workspace: 'T01', channel: 'C09', briefing: 'kuril' } as const;

  const hindrances = new Map<string, Hindrance>();
  let reachable = true;
  beforeEach(() => {
    hindrances.clear();
    reachable = true;
  });

  /** What the process does once when it starts, and again until all of it is done. */
  function process(
    over: Partial<typeof settings> = {},
    briefings: readonly [Briefing, ...Briefing[]] = [h.briefing],
  ): { tick(): Promise<void>; pass(ms: number): void } {
    let elapsed = 0;
    const tick = settingUp(
      { ...settings, ...over },
      {
        store: h.store,
        briefings: () => briefings,
        workspaceOf: async () => (reachable ? 'T01' : undefined),
        examine: async ({ channel }) => {
          const found = hindrances.get(channel);
          return found === undefined ? [] : [found];
        },
        newId: () => crypto.randomUUID().slice(0, 25),
        now: () => h.clock.now,
        elapsed: () => elapsed,
        log: silent,
      },
    );
    return { tick, pass: (ms) => (elapsed += ms) };
  }
  const start = (over: Partial<typeof settings> = {}) => process(over).tick();

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

  it('are subscribed as soon as the platform answers, without a restart', async () => {
    reachable = false;
    const running = process();
    await running.tick();
    expect(await h.store.subscriptions.get(key)).toBeUndefined();
    reachable = true;
    running.pass(600_000);
    await running.tick();
    expect(await h.store.subscriptions.get(key)).toBeDefined();
  });

  it('that do not exist are not subscribed, and are once they do', async () => {
    const gone = { kind: 'channel_gone', says: 'It is not there.', mend: 'Make it.' } as const;
    hindrances.set('C09', gone);
    const running = process();
    await running.tick();
    expect(await h.store.subscriptions.get(key)).toBeUndefined();
    hindrances.clear();
    running.pass(600_000);
    await running.tick();
    expect(await h.store.subscriptions.get(key)).toBeDefined();
  });

  it('get the briefing that is named behind them, and none where there is no such briefing', async () => {
    await start({ channels: ['slack:C08:kuril', 'slack:C09:atlantis'] });
    expect(await h.store.subscriptions.get({ ...key, channel: 'C08' })).toBeDefined();
    for (const briefing of ['kuril', 'atlantis'])
      expect(await h.store.subscriptions.get({ ...key, briefing })).toBeUndefined();
  });

  it('get as many briefings as they are named with', async () => {
    const another = { ...h.briefing, id: 'strike' };
    await process({ channels: ['slack:C09', 'slack:C09:strike'] }, [h.briefing, another]).tick();
    for (const briefing of ['kuril', 'strike'])
      expect(await h.store.subscriptions.get({ ...key, briefing })).toBeDefined();
  });

  it('end when they are taken out of the settings, and begin again when they are put back', async () => {
    await start();
    await start({ channels: ['discord:G1/77'] });
    expect(await h.store.subscriptions.get(key)).toBeUndefined();
    await start();
    expect(await h.store.subscriptions.get(key)).toBeDefined();
  });

  it('that somebody has changed since stay when they are taken out', async () => {
    await start();
    await h.desk.subscribe(h.ask({ place: { ...CHANNEL, channel: 'C09' } }), '18:00 weekdays Tokyo');
    await start({ channels: ['discord:G1/77'] });
    expect(await h.store.subscriptions.get(key)).toMatchObject({ timetable: { time: '18:00' } });
  });
});
