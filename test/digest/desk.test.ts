import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscribeAtStart } from '../../src/digest/at-start.ts';
import { createDesk } from '../../src/digest/desk.ts';
import { noDesk } from '../../src/digest/no-desk.ts';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import type { Place } from '../../src/ports/bot.ts';
import { type Store, StoreDown } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { CHANNEL, type Harness, harness, kuril, START, saysOf } from './desk-harness.ts';

const DAY = 86_400_000;
let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('subscribing', () => {
  it('answers with the next five sends in the zone and in UTC, and tells the channel who did it', async () => {
    const reply = await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    expect(reply.outcome).toBe('done');
    const shown = plain(reply);
    for (const day of ['Tuesday 24', 'Wednesday 25', 'Thursday 26', 'Friday 27', 'Monday 30']) {
      expect(shown).toContain(`${day} November 2026, 09:00 (00:00 UTC)`);
    }
    expect(h.sent).toHaveLength(1);
    expect(h.sent[0]).toMatchObject({ place: CHANNEL });
    expect(JSON.stringify(h.sent[0]?.reply)).toContain('"user":"U01"');
    const key = { platform: 'slack', workspace: 'T01', channel: 'C01', briefing: 'kuril' } as const;
    expect(await h.store.subscriptions.get(key)).toMatchObject({
      timetable: { time: '09:00', days: [1, 2, 3, 4, 5], zone: 'Asia/Tokyo' },
      changedBy: 'U01',
      next: { date: '2026-11-24', at: Date.parse('2026-11-24T00:00Z') },
    });
  });

  it('says where a clock change moves a send', async () => {
    h.clock.now = Date.parse('2027-03-26T12:00Z');
    const shown = plain(await h.desk.subscribe(h.ask(), '2:30 daily Berlin'));
    expect(shown).toContain('Sunday 28 March 2027, 03:00 (01:00 UTC)');
    expect(shown).toContain('go forward over 02:30');
    h.clock.now = Date.parse('2026-10-23T12:00Z');
    const autumn = plain(await h.desk.subscribe(h.ask(), '9:00 daily London'));
    expect(autumn).toMatch(/Sunday 25 October 2026, 09:00 \(09:00 UTC\).*gone back/u);
  });

  it('without words shows a card on which everything is a whole line, and nothing changes before it is confirmed', async () => {
    const card = await h.desk.subscribe(h.ask(), '');
    expect(plain(card)).toContain('Which time zone?');
    const pick = saysOf(card).find((says) => says.endsWith('Tokyo'));
    expect(pick).toBe('subscribe pick 09:00 daily Tokyo');
    const next = await h.desk.subscribe(h.ask(), 'pick 09:00 daily Tokyo');
    expect(plain(next)).toContain('every day at 09:00 (Tokyo, Japan)');
    expect(plain(await h.desk.status(h.ask()))).toContain('no digest');
    const confirm = saysOf(next).find((says) => !says.includes('pick'));
    expect(confirm).toBe('subscribe 09:00 daily Tokyo start over');
    expect((await h.desk.subscribe(h.ask(), confirm!.replace('subscribe ', ''))).outcome).toBe('done');
  });

  it('keeps what is not named, when something is set already', async () => {
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo then stop');
    const shown = plain(await h.desk.subscribe(h.ask(), '18:00'));
    expect(shown).toContain('on weekdays at 18:00 (Tokyo, Japan)');
    expect(shown).toContain('goes quiet');
  });

  it.each([
    ['9:00 IST', 'help', 'subscribe 9:00 Kolkata'],
    ['9 Tokyo', 'help', 'subscribe 21:00 Tokyo'],
    ['9:00 Tokio', 'refused', 'subscribe 9:00 Tokyo'],
  ])('to “%s” asks, with ways on', async (words, outcome, way) => {
    const reply = await h.desk.subscribe(h.ask(), words);
    expect(reply.outcome).toBe(outcome);
    expect(saysOf(reply)).toContain(way);
    expect(h.sent).toEqual([]);
  });

  it('says what keeps the channel from being posted to', async () => {
    const why = {
      kind: 'not_a_member',
      says: 'The bot is not in this channel.',
      mend: 'Type /invite @Attaché.',
    } as const;
    h.platform.answer = { kind: 'gone', why };
    const shown = plain(await h.desk.subscribe(h.ask(), '9:00 daily Tokyo'));
    expect(shown).toContain('not in this channel');
    expect(shown).toContain('/invite');
  });

  it('again gives no second edition on a date that had one', async () => {
    await h.desk.subscribe(h.ask(), '13:00 daily Tokyo');
    h.clock.now += 2 * 3_600_000;
    const delivery = h.engine.delivery();
    await delivery.start();
    await waitFor(() => h.sent.length === 2);
    await delivery.stop(1_000);
    const shown = plain(await h.desk.subscribe(h.ask(), '18:00'));
    expect(shown).not.toContain('Monday 23');
    expect(shown).toContain('Tuesday 24 November 2026, 18:00');
  });
});

describe('whatever is typed after subscribe', () => {
  it('is answered with a reply that both platforms can show, and with ways on that are commands', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '9',
        '9:00',
        'IST',
        'Tokio',
        'pick',
        'then stop',
        '<!channel>',
        '@everyone',
        '*b*',
        '`',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const lines = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        const reply = await h.desk.subscribe(h.ask(), line);
        const rendering = { briefing: 'kuril', words: 'subscribe', audience: 'asker' } as const;
        for (const shown of [renderSlack(reply, rendering), renderDiscord(reply, rendering)]) {
          expect(shown.pages.length).toBeGreaterThan(0);
        }
        for (const says of saysOf(reply)) expect(says).toMatch(/^(subscribe|digest|pause|resume)/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('who may', () => {
  it('is asked for everything that changes something, and the answer says who may', async () => {
    const ask = h.ask({ may: false });
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.sent.length = 0;
    const replies = [
      await h.desk.subscribe(ask, '10:00 daily London'),
      await h.desk.pause(ask),
      await h.desk.resume(ask),
      await h.desk.unsubscribe(ask),
      await h.desk.digest(ask, 'now'),
      await h.desk.forget(ask, 'everything'),
    ];
    for (const reply of replies) {
      expect(reply.outcome).toBe('refused');
      expect(plain(reply)).toContain('members of a channel');
    }
    expect(h.sent).toEqual([]);
    expect(plain(await h.desk.status(ask))).toContain('every day at 09:00 (Tokyo, Japan)');
    expect((await h.desk.digest(ask, '')).outcome).toBe('answered');
  });

  it('is worded for Discord, and for a Slack of admins', async () => {
    const place: Place = { platform: 'discord', workspace: 'G1', channel: '1', kind: 'channel' };
    const discord = await h.desk.pause(h.ask({ may: false, place }));
    expect(plain(discord)).toContain('manage a channel');
  });
});

describe('pausing, resuming, ending', () => {
  it('keeps the settings, says so in the channel, and names the next sends again', async () => {
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    expect((await h.desk.pause(h.ask())).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask()))).toMatch(/Paused since/u);
    expect(plain(await h.desk.doctor(h.ask()))).toContain('Type resume.');
    const resumed = plain(await h.desk.resume(h.ask()));
    expect(resumed).toContain('on weekdays at 09:00 (Tokyo, Japan)');
    expect(resumed).toContain('Tuesday 24 November 2026, 09:00 (00:00 UTC)');
    expect((await h.desk.unsubscribe(h.ask())).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask()))).toContain('no digest');
    const lines = h.sent.map(({ reply }) => plain(reply));
    expect(lines).toEqual([
      expect.stringContaining('set this channel’s digest'),
      expect.stringContaining('paused'),
      expect.stringContaining('resumed'),
      expect.stringContaining('ended'),
    ]);
  });

  it('of a channel without a digest says that there is none', async () => {
    for (const reply of [
      await h.desk.pause(h.ask()),
      await h.desk.resume(h.ask()),
      await h.desk.unsubscribe(h.ask()),
    ]) {
      expect(plain(reply)).toContain('This channel has no digest.');
    }
  });
});

describe('the preview', () => {
  it('is exactly what goes out next, day after day', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.sent.length = 0;
    for (let day = 0; day < 8; day++) {
      const preview = await h.desk.digest(h.ask(), '');
      h.clock.now = Date.parse('2026-11-24T00:00:30Z') + day * DAY;
      const delivery = h.engine.delivery();
      await delivery.start();
      await waitFor(() => h.sent.length === day + 1);
      await delivery.stop(1_000);
      expect(preview.blocks.slice(1, -1)).toEqual(h.sent[day]?.reply.blocks);
    }
    const spotlights = h.sent.map(({ reply }) => plain(reply));
    expect(new Set(spotlights).size).toBe(spotlights.length);
    const shown = plain(await h.desk.status(h.ask()));
    expect(shown).toMatch(/Shown so far:? 8 of \d+/u);
    expect(shown).toContain('Tuesday 1 December 2026: sent');
  });

  it('posted at once counts as an edition and not as the day’s slot', async () => {
    await h.desk.subscribe(h.ask(), '18:00 daily Tokyo');
    h.sent.length = 0;
    const preview = await h.desk.digest(h.ask(), '');
    const posted = await h.desk.digest(h.ask(), 'now');
    expect(posted.outcome).toBe('done');
    expect(h.sent).toHaveLength(1);
    const headings = (blocks: readonly { kind: string }[]) => blocks.filter(({ kind }) => kind === 'heading');
    expect(headings(h.sent[0]!.reply.blocks)).toEqual(headings(preview.blocks));
    const after = await h.desk.digest(h.ask(), '');
    expect(headings(after.blocks)).not.toEqual(headings(preview.blocks));
    expect(plain(await h.desk.status(h.ask()))).toContain('posted at once: sent');
    const again = plain(await h.desk.subscribe(h.ask(), '18:00'));
    expect(again).toContain('Monday 23 November 2026, 18:00');
  });

  it('is not posted beside an edition that is on its way, nor while the digest is paused', async () => {
    await h.desk.subscribe(h.ask(), '13:00 daily Tokyo');
    h.platform.answer = { kind: 'retry', afterMs: 60_000, why: 'Slack answered 500', pauses: 'channel' };
    h.clock.now += 3_600_000;
    const delivery = h.engine.delivery();
    await delivery.start();
    await waitFor(() => h.sent.length === 2);
    await delivery.stop(1_000);
    expect(plain(await h.desk.digest(h.ask(), ''))).toContain('is due and on its way');
    expect(plain(await h.desk.status(h.ask()))).toContain('not sent after 1 try: Slack answered 500.');
    expect(plain(await h.desk.doctor(h.ask()))).toContain('Slack answered 500. It is tried again');
    expect(plain(await h.desk.digest(h.ask(), 'now'))).toContain('on its way already');
    expect(h.sent).toHaveLength(2);
    await h.desk.pause(h.ask());
    expect((await h.desk.digest(h.ask(), 'now')).outcome).toBe('refused');
  });

  it('of a channel without a digest can be seen and posted too', async () => {
    const preview = await h.desk.digest(h.ask(), '');
    expect(plain(preview)).toContain('no digest yet');
    expect((await h.desk.digest(h.ask(), 'now')).outcome).toBe('done');
    expect(h.sent[0]?.reply.blocks).toEqual(preview.blocks.slice(1, -1));
  });
});

describe('the doctor', () => {
  it('says that nothing hinders when all is well', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(plain(await h.desk.doctor(h.ask()))).toContain('Nothing hinders');
  });

  it('names each hindrance with its mend', async () => {
    h.platform.hindrances = [{ kind: 'archived', says: 'The channel is archived.', mend: 'Unarchive it.' }];
    const desk = createDesk({
      briefings: [h.briefing],
      store: h.store,
      couriers: [],
      postNow: async () => ({ kind: 'sent', message: '1' }),
      defaults: { time: '09:00' },
      slackAdminsOnly: false,
      newId: () => 'id',
      now: () => h.clock.now,
      platformTime: async () => h.clock.now - 5 * 60_000,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    expect(plain(await h.desk.doctor(h.ask()))).toMatch(/archived.*Unarchive it\./u);
    const shown = plain(await desk.doctor(h.ask()));
    expect(shown).toContain('5 minutes ahead of the platform');
    expect(shown).toContain('not connected');
    expect(shown).toContain('This channel has no digest.');
  });
});

describe('forgetting', () => {
  it('asks first, and then deletes all of the workspace and of no other', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask({ place: { ...CHANNEL, workspace: 'T02' } }), '9:00 daily Tokyo');
    const asked = await h.desk.forget(h.ask(), '');
    expect(saysOf(asked)).toEqual(['forget everything']);
    expect(plain(await h.desk.status(h.ask()))).not.toContain('no digest');
    expect((await h.desk.forget(h.ask(), 'everything')).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask()))).toContain('no digest');
    const other = h.ask({ place: { ...CHANNEL, workspace: 'T02' } });
    expect(plain(await h.desk.status(other))).not.toContain('no digest');
  });

  it('a direct message on Discord forgets nobody else’s', async () => {
    const place = (channel: string): Place => ({
      platform: 'discord',
      workspace: '',
      channel,
      kind: 'direct',
    });
    await h.desk.subscribe(h.ask({ place: place('1') }), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask({ place: place('2') }), '9:00 daily Tokyo');
    await h.desk.forget(h.ask({ place: place('1') }), 'everything');
    expect(plain(await h.desk.status(h.ask({ place: place('1') })))).toContain('no digest');
    expect(plain(await h.desk.status(h.ask({ place: place('2') })))).not.toContain('no digest');
    expect(h.sent).toEqual([]);
  });
});

describe('with the store down', () => {
  const down = (): never => {
    throw new StoreDown('The database does not answer.', 'Check that Postgres is running.');
  };
  const deaf: Store = {
    subscriptions: { get: down, put: down, remove: down, ofWorkspace: down },
    history: { deliveries: down, had: down },
    revisions: { record: down, items: down },
    installations: { put: down, get: down, remove: down },
    seen: { firstTime: down },
    forget: down,
    examine: async () => ({ kind: 'ill', why: 'The database does not answer.', mend: 'Check it.' }),
    close: async () => {},
  };
  const deskWithout = (logged: string[]) =>
    createDesk({
      briefings: [kuril()],
      store: deaf,
      couriers: h.couriers,
      postNow: down,
      defaults: { time: '09:00' },
      slackAdminsOnly: false,
      newId: () => 'id',
      now: () => START,
      log: { debug() {}, info() {}, warn() {}, error: (_, sentence) => void logged.push(sentence) },
    });

  it('everything about the digest says so and is logged, and the preview still works', async () => {
    const logged: string[] = [];
    const desk = deskWithout(logged);
    const replies = [
      await desk.subscribe(h.ask(), '9:00 daily Tokyo'),
      await desk.pause(h.ask()),
      await desk.resume(h.ask()),
      await desk.unsubscribe(h.ask()),
      await desk.status(h.ask()),
      await desk.digest(h.ask(), 'now'),
      await desk.forget(h.ask(), ''),
      await desk.forget(h.ask(), 'everything'),
    ];
    for (const reply of replies) {
      expect(reply.outcome).toBe('refused');
      expect(plain(reply)).toContain('The database does not answer. Check that Postgres is running.');
    }
    expect(logged).toHaveLength(replies.length);
    expect(plain(await desk.doctor(h.ask()))).toContain('does not answer');
    const preview = await desk.digest(h.ask(), '');
    expect(preview.outcome).toBe('answered');
    expect(plain(preview)).toContain('not at hand');
    expect(plain(preview)).toContain('Key points');
  });
});

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
    expect(plain(await h.desk.status(h.ask({ place })))).toContain('the bot’s settings');
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

describe('without a bot that runs', () => {
  it('an edition is previewed, and the rest says what it needs', async () => {
    const desk = noDesk([kuril()]);
    expect(plain(await desk.digest(h.ask(), ''))).toContain('Key points');
    for (const reply of [
      await desk.subscribe(h.ask(), ''),
      await desk.pause(h.ask()),
      await desk.resume(h.ask()),
      await desk.unsubscribe(h.ask()),
      await desk.status(h.ask()),
      await desk.doctor(h.ask()),
      await desk.forget(h.ask(), ''),
      await desk.digest(h.ask(), 'now'),
    ]) {
      expect(reply.outcome).toBe('refused');
      expect(plain(reply)).toContain('npm start');
    }
  });
});

async function waitFor(done: () => boolean): Promise<void> {
  for (let looks = 0; looks < 300 && !done(); looks++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}
