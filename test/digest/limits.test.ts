import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import { LIMITS } from '../../src/ports/limits.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { CHANNEL, type Harness, harness, START } from './desk-harness.ts';

let h: Harness;
beforeEach(async () => {
  h = await harness();
});
afterEach(() => h.close());

const by = (id: string): Partial<Ask> => ({ person: knownPerson(id, { rank: 'admin', room: 'public' }) });

describe('in one channel', () => {
  it('forty-one editions asked for at once are as many as the limits allow, and the others are told when', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.sent.length = 0;
    const { most } = LIMITS['digest now'][0];
    const replies = [];
    for (let at = 0; at < 41; at += 1) {
      h.clock.now += 10;
      replies.push(await h.desk.digest(h.ask(), 'now'));
    }
    expect(h.sent).toHaveLength(most);
    expect(replies.filter(({ outcome }) => outcome === 'refused')).toHaveLength(41 - most);
    expect(plain(replies.at(-1)!, en)).toMatch(/^You have asked for 3 editions .* in \d+ minutes\.$/u);
    h.clock.now = START + 10 + LIMITS['digest now'][1].inMs;
    expect((await h.desk.digest(h.ask(by('U02')), 'now')).outcome).toBe('done');
  });

  it('several people have no more editions between them than the channel may have', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.sent.length = 0;
    for (let at = 0; at < 20; at += 1) {
      h.clock.now += 10;
      await h.desk.digest(h.ask(by(`U${at}`)), 'now');
    }
    expect(h.sent).toHaveLength(LIMITS['digest now'][1].most);
    const elsewhere = h.ask({ ...by('U0'), place: { ...CHANNEL, channel: 'C02' } });
    expect((await h.desk.digest(elsewhere, 'now')).outcome).toBe('done');
  });

  it('an edition that the platform refused uses up nothing', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.platform.answer = {
      kind: 'retry',
      afterMs: 1_000,
      why: { code: 'words', words: 'It is busy.' },
      pauses: 'none',
    } as never;
    for (let at = 0; at < 9; at += 1) {
      h.clock.now += 10_000;
      expect(plain(await h.desk.digest(h.ask(), 'now'), en)).not.toContain('You have asked');
    }
  });

  it('sixty changes make as many announcements as the limits allow, and change nothing beyond', async () => {
    for (let at = 0; at < 60; at += 1)
      await h.desk.subscribe(h.ask(), `${String(at % 24).padStart(2, '0')}:00 daily Tokyo`);
    const { most } = LIMITS.change[0];
    expect(h.sent).toHaveLength(most);
    const kept = await h.store.subscriptions.get({ ...CHANNEL, briefing: h.briefing.id });
    expect(kept?.timetable.time).toBe(`0${most - 1}:00`);
    expect(plain(await h.desk.unsubscribe(h.ask()), en)).toContain('stays as it is for now');
  });

  it('the same announcement within a minute is one, unless something else was said in between', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(h.sent).toHaveLength(1);
    await h.desk.unsubscribe(h.ask());
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(h.sent).toHaveLength(3);
    h.clock.now += 60_001;
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(h.sent).toHaveLength(4);
  });

  it('an announcement that could not be posted is tried again with the next change', async () => {
    h.platform.answer = { kind: 'unknown', why: { code: 'words', words: 'no answer' } };
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    h.platform.answer = { kind: 'sent', message: '2' };
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(h.sent).toHaveLength(2);
  });
});
