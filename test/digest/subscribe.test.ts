import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import type { Place } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { until } from '../kit/until.ts';
import { CHANNEL, type Harness, harness, saysOf } from './desk-harness.ts';

let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('subscribing', () => {
  it('answers with the next five sends in the zone and in UTC, and tells the channel who did it', async () => {
    const reply = await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    expect(reply.outcome).toBe('done');
    const shown = plain(reply, en);
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
    const shown = plain(await h.desk.subscribe(h.ask(), '2:30 daily Berlin'), en);
    expect(shown).toContain('Sunday 28 March 2027, 03:00 (01:00 UTC)');
    expect(shown).toContain('go forward over 02:30');
    h.clock.now = Date.parse('2026-10-23T12:00Z');
    const autumn = plain(await h.desk.subscribe(h.ask(), '9:00 daily London'), en);
    expect(autumn).toMatch(/Sunday 25 October 2026, 09:00 \(09:00 UTC\).*gone back/u);
  });

  it('without words shows a card on which everything is a whole line, and nothing changes before it is confirmed', async () => {
    const card = await h.desk.subscribe(h.ask(), '');
    expect(plain(card, en)).toContain('Which time zone?');
    const pick = saysOf(card).find((says) => says.endsWith('Tokyo'));
    expect(pick).toBe('subscribe pick 09:00 daily Tokyo');
    const next = await h.desk.subscribe(h.ask(), 'pick 09:00 daily Tokyo');
    expect(plain(next, en)).toContain('every day at 09:00 (Tokyo, Japan)');
    expect(plain(await h.desk.status(h.ask()), en)).toContain('no digest');
    const confirm = saysOf(next).find((says) => !says.includes('pick'));
    expect(confirm).toBe('subscribe 09:00 daily Tokyo start over');
    expect((await h.desk.subscribe(h.ask(), confirm!.replace('subscribe ', ''))).outcome).toBe('done');
  });

  it('keeps what is not named, when something is set already', async () => {
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo then stop');
    const shown = plain(await h.desk.subscribe(h.ask(), '18:00'), en);
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
    const why = { code: 'refused', by: 'slack', mend: 'notAMember', bot: 'attache' } as const;
    h.platform.answer = { kind: 'gone', why };
    const shown = plain(await h.desk.subscribe(h.ask(), '9:00 daily Tokyo'), en);
    expect(shown).toContain('not a member of this channel');
    expect(shown).toContain('/invite');
  });

  it('again gives no second edition on a date that had one', async () => {
    await h.desk.subscribe(h.ask(), '13:00 daily Tokyo');
    h.clock.now += 2 * 3_600_000;
    const delivery = h.engine.delivery();
    await delivery.start();
    await until(() => h.sent.length === 2, 'all is sent');
    await delivery.stop(1_000);
    const shown = plain(await h.desk.subscribe(h.ask(), '18:00'), en);
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
        const rendering = { briefing: 'kuril', words: 'subscribe', audience: 'asker', say: en } as const;
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
    const ask = h.ask({ rank: 'outsider' });
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.sent.length = 0;
    const replies = [
      await h.desk.subscribe(ask, '10:00 daily London'),
      await h.desk.pause(ask),
      await h.desk.resume(ask),
      await h.desk.unsubscribe(ask),
      await h.desk.digest(ask, 'now'),
    ];
    for (const reply of replies) {
      expect(reply.outcome).toBe('refused');
      expect(plain(reply, en)).toContain('members of a channel');
    }
    const forgetting = await h.desk.forget(ask, 'everything');
    expect(plain(forgetting, en)).toBe(
      'Only admins and owners of this workspace delete what is kept about it.',
    );
    expect(h.sent).toEqual([]);
    expect(plain(await h.desk.status(ask), en)).toContain('every day at 09:00 (Tokyo, Japan)');
    expect((await h.desk.digest(ask, '')).outcome).toBe('answered');
  });

  it('is worded for Discord, and for a Slack of admins', async () => {
    const place: Place = { platform: 'discord', workspace: 'G1', channel: '1', kind: 'channel' };
    const discord = await h.desk.pause(h.ask({ rank: 'member', place }));
    expect(plain(discord, en)).toContain('manage a channel');
  });
});
