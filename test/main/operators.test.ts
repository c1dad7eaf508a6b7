/** OPS_CHANNEL on real platforms: what is said there, and what doctor shows. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOperators } from '../../src/main/operators.ts';
import type { Courier } from '../../src/ports/courier.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { harness } from '../digest/desk-harness.ts';
import { toDiscord } from '../digest/engine.ts';
import { LogBook, wordsOf } from '../platforms/discord/fixture.ts';
import { type Stage, stage } from '../platforms/slack/stage.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';

const GENERAL = 'C0000HOMEGENERAL';
const SAYS = 'The digest for slack C1 was refused today.';

describe('on Slack', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterEach(() => expect(on.slack.traffic.faults).toEqual([]));
  afterAll(() => on.close());
  const operators = (channel: string, log = new LogBook()) =>
    createOperators({
      channel: { platform: 'slack', workspace: 'T0000HOME', channel },
      couriers: [on.platform.courier],
      ...{ briefing: 'kuril', log, say: en },
    });

  it('what concerns many is posted there, and what became of a digest that the settings set', async () => {
    const one = operators(GENERAL);
    await one.tell(SAYS, 'slack:T1/C1');
    expect(on.slack.posts.at(-1)).toMatchObject({ channel: GENERAL, text: expect.stringContaining(SAYS) });
    const watched = one.watch({
      signs: async () => ({ parts: [{ name: 'discord', kind: 'refused', why: 'wrong token' }], pauses: [] }),
      platforms: ['slack', 'discord'],
      seen: {
        firstTime: async (id) => id.startsWith('ops'),
        known: async () => false,
        forget: async () => undefined,
      },
      now: Date.now,
    });
    const until = performance.now() + 5_000;
    while (on.slack.posts.length < 2 && performance.now() < until)
      await new Promise((r) => setTimeout(r, 10));
    watched.stop();
    expect(on.slack.posts.at(-1)?.text).toContain('Discord refuses this bot: wrong token');
    expect(one.troubles()).toMatchObject([{ key: 'refused:discord' }]);
  });

  it('a channel that cannot be written to is logged once, with the mend', async () => {
    const log = new LogBook();
    const one = operators('C0000NOWHERE', log);
    await one.tell(SAYS, 'here');
    await one.tell(SAYS, 'here');
    expect(log.at('error')).toEqual(['Whoever runs the bot cannot be told in OPS_CHANNEL']);
  });
});

describe('on Discord', () => {
  let server: LocalDiscord;
  beforeAll(async () => {
    server = await startDiscord();
  });
  afterAll(() => server.close());

  it('its server is found by the channel alone', async () => {
    const one = createOperators({
      channel: { platform: 'discord', channel: server.channel.id },
      couriers: [toDiscord(server.api, server.token)] as Courier[],
      ...{ briefing: 'kuril', log: new LogBook(), say: en },
    });
    await one.tell(SAYS, 'discord:1');
    expect([...server.world.messages.values()].map(({ body }) => wordsOf(body))).toEqual([
      expect.stringContaining(SAYS),
    ]);
    expect(server.world.faults).toEqual([]);
  });
});

describe('doctor', () => {
  it('shows in the operators’ channel what concerns many, and nowhere else', async () => {
    const h = await harness(
      {},
      {
        isHere: ({ channel }) => channel === 'C01',
        troubles: () => [{ key: 'store', says: 'The store fails.', mend: 'Look at the disk.' }],
        tell: async () => undefined,
      },
    );
    const doctor = async (channel: string) =>
      plain(await h.desk.doctor(h.ask({ place: { ...h.ask().place, channel } })), en);
    expect(await doctor('C01')).toMatch(/The store fails\..*operators’ channel/su);
    expect(await doctor('C02')).not.toContain('The store fails');
    await h.close();
  });
});
