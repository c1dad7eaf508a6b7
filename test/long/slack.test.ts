import { describe, expect, it } from 'vitest';
import { besiege } from '../platforms/slack/siege.ts';
import { MODES, stage } from '../platforms/slack/stage.ts';

describe.each(MODES)('ten thousand hostile payloads in %s mode', (mode) => {
  it('bring no crash, no unhandled rejection, and no answer where none is due', async () => {
    await besiege(mode, 10_000, Date.now() % 1_000_000);
  });
});

describe('a connection in socket mode', () => {
  it('is made again by itself after Slack was gone for 20 s, and nothing is answered twice', async () => {
    const on = await stage();
    const before = on.slack.people.types('/kuril', 'before');
    await before.response();
    await on.slack.vanish(20_000);
    expect(on.platform.health(Date.now()).kind).toBe('recovering');
    await on.slack.connected();
    const after = on.slack.people.types('/kuril', 'after');
    expect((await after.response()).text).toContain('after');
    on.slack.people.mentions('<@U0000HOMEBOT> again');
    expect((await on.slack.post(1)).text).toContain('again');
    expect([before, after].map(({ url }) => url?.responses.length)).toEqual([1, 1]);
    expect(on.slack.traffic.faults).toEqual([]);
    expect(on.platform.health(Date.now())).toEqual({ kind: 'well' });
    await on.close();
  });

  it('whose frames stop without a close is made again within half a minute, with the usual patience', async () => {
    const on = await stage();
    on.slack.sockets.goSilent();
    await expect.poll(() => on.slack.sockets.opened(), { timeout: 30_000 }).toBe(2);
    await on.slack.connected();
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
    await on.close();
  });

  it('that never says hello is tried again', async () => {
    const on = await stage();
    on.slack.sockets.withholdHello(true);
    on.slack.sockets.cut();
    await expect.poll(() => on.slack.sockets.opened(), { timeout: 10_000 }).toBe(2);
    on.slack.sockets.withholdHello(false);
    await expect.poll(() => on.slack.sockets.opened(), { timeout: 40_000 }).toBe(3);
    await on.slack.connected();
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
    await on.close();
  });
});
