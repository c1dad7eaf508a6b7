import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/digest/desk/desk.ts';
import { type Ask, knownPerson, type Place } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { silent } from '../kit/log.ts';
import { until } from '../kit/until.ts';
import { noLimits } from '../ops/no-limits.ts';
import { CHANNEL, type Harness, harness, saysOf } from './desk-harness.ts';

const DAY = 86_400_000;
let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('pausing, resuming, ending', () => {
  it('keeps the settings, says so in the channel, and names the next sends again', async () => {
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    expect((await h.desk.pause(h.ask())).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask()), en)).toMatch(/Paused since/u);
    expect(plain(await h.desk.doctor(h.ask()), en)).toContain('Type resume.');
    const resumed = plain(await h.desk.resume(h.ask()), en);
    expect(resumed).toContain('on weekdays at 09:00 (Tokyo, Japan)');
    expect(resumed).toContain('Tuesday 24 November 2026, 09:00 (00:00 UTC)');
    expect((await h.desk.unsubscribe(h.ask())).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask()), en)).toContain('no digest');
    const lines = h.sent.map(({ reply }) => plain(reply, en));
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
      expect(plain(reply, en)).toContain('This channel has no digest.');
    }
  });
});

describe('the status', () => {
  it('tells of a correction that may not stand under what it corrects', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(plain(await h.desk.status(h.ask()), en)).not.toContain('correction');
    const { platform, workspace, channel } = CHANNEL;
    const { id: briefing } = h.briefing;
    await h.store.posted.shown({ platform, workspace, channel, message: '1', briefing, locale: 'en' }, ['a']);
    const { corrections } = h.store;
    expect(await corrections.plan([{ briefing, item: 'a', right: 'b' }], 10)).toBe(1);
    const [waiting] = await corrections.seize({ platform, most: 1, mostOfWorkspace: 1, forMs: 60_000 });
    const errand = await corrections.errand(waiting!);
    const taken = await corrections.take(errand!, { owner: 'test', ms: 60_000 });
    await corrections.settle(taken!, { kind: 'unknown', why: { code: 'words', words: 'No answer came.' } });
    const status = plain(await h.desk.status(h.ask()), en);
    expect(status).toContain('A correction of what was said here may not stand under it');
    expect(status).toContain('It may have been posted, and is not repeated blindly. No answer came.');
    expect(saysOf(await h.desk.status(h.ask()))).toContain('corrections');
  });
});

describe('what there is to stop', () => {
  it('is said with the next send and the buttons that end it, and words alone end nothing', async () => {
    expect(plain(await h.desk.stop(h.ask()), en)).toContain('only when I am asked');
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    const stop = await h.desk.stop(h.ask());
    expect(plain(stop, en)).toContain('on weekdays at 09:00 (Tokyo, Japan)');
    expect(plain(stop, en)).toContain('Tue 24 Nov 2026, 09:00 Asia/Tokyo');
    expect(saysOf(stop)).toEqual(['unsubscribe', 'pause', 'subscribe']);
    expect((await h.desk.unsubscribe(h.ask())).outcome).toBe('done');
    await h.desk.subscribe(h.ask(), '9:00 weekdays Tokyo');
    await h.desk.pause(h.ask());
    expect(plain(await h.desk.stop(h.ask()), en)).toContain('paused');
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
      await until(() => h.sent.length === day + 1, 'all is sent');
      await delivery.stop(1_000);
      expect(preview.blocks.slice(1, -1)).toEqual(h.sent[day]?.reply.blocks);
    }
    const spotlights = h.sent.map(({ reply }) => plain(reply, en));
    expect(new Set(spotlights).size).toBe(spotlights.length);
    const shown = plain(await h.desk.status(h.ask()), en);
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
    expect(plain(await h.desk.status(h.ask()), en)).toContain('posted at once: sent');
    const again = plain(await h.desk.subscribe(h.ask(), '18:00'), en);
    expect(again).toContain('Monday 23 November 2026, 18:00');
  });

  it('asked for twice in the same millisecond is posted twice, each an edition of its own', async () => {
    await h.desk.subscribe(h.ask(), '18:00 daily Tokyo');
    h.sent.length = 0;
    const [ask, other] = [h.ask(), h.ask()];
    const posted = [await h.desk.digest(ask, 'now'), await h.desk.digest(other, 'now')];
    expect(posted.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(new Set(h.sent.map(({ id }) => id)).size).toBe(2);
  });

  it('is not posted beside an edition that is on its way, nor while the digest is paused', async () => {
    await h.desk.subscribe(h.ask(), '13:00 daily Tokyo');
    h.platform.answer = {
      kind: 'retry',
      afterMs: 60_000,
      why: { code: 'words', words: 'Slack answered 500' },
      pauses: 'channel',
    };
    h.clock.now += 3_600_000;
    const delivery = h.engine.delivery();
    await delivery.start();
    await until(() => h.sent.length === 2, 'all is sent');
    await delivery.stop(1_000);
    expect(plain(await h.desk.digest(h.ask(), ''), en)).toContain('is due and on its way');
    expect(plain(await h.desk.status(h.ask()), en)).toContain('not sent after 1 try: Slack answered 500.');
    expect(plain(await h.desk.doctor(h.ask()), en)).toContain('Slack answered 500. It is tried again');
    expect(plain(await h.desk.digest(h.ask(), 'now'), en)).toContain('on its way already');
    expect(h.sent).toHaveLength(2);
    await h.desk.pause(h.ask());
    expect((await h.desk.digest(h.ask(), 'now')).outcome).toBe('refused');
  });

  it('of a channel without a digest can be seen and posted too', async () => {
    const preview = await h.desk.digest(h.ask(), '');
    expect(plain(preview, en)).toContain('no digest yet');
    expect((await h.desk.digest(h.ask(), 'now')).outcome).toBe('done');
    expect(h.sent[0]?.reply.blocks).toEqual(preview.blocks.slice(1, -1));
  });
});

describe('the doctor', () => {
  it('says that nothing hinders when all is well', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    expect(plain(await h.desk.doctor(h.ask()), en)).toContain('Nothing hinders');
  });

  it('does not say so while an edition is due and not out yet, nor while the store cannot be read', async () => {
    await h.desk.subscribe(h.ask(), '13:00 daily Tokyo');
    h.clock.now += 3_600_000 + 60_000;
    const slot = { date: '2026-11-23', at: h.clock.now - 60_000 };
    const [due] = await h.store.subscriptions.ofWorkspace('slack', h.ask().place.workspace);
    const waiting = await h.store.ledger.enter(due!, slot);
    expect(plain(await h.desk.doctor(h.ask()), en)).toMatch(/on its way just now/u);
    const errand = await h.store.ledger.errand(waiting!);
    await h.store.ledger.settle(errand!, { kind: 'sent', message: '1' });
    expect(plain(await h.desk.doctor(h.ask()), en)).toContain('Nothing hinders');
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
      messagesFor,
      now: () => h.clock.now,
      platformTime: async () => h.clock.now - 5 * 60_000,
      limits: noLimits,
      log: silent,
    });
    expect(plain(await h.desk.doctor(h.ask()), en)).toMatch(/archived.*Unarchive it\./u);
    const shown = plain(await desk.doctor(h.ask()), en);
    expect(shown).toContain('5 minutes ahead of the platform');
    expect(shown).toContain('not connected');
    expect(shown).toContain('This channel has no digest.');
  });
});

describe('forgetting', () => {
  const direct = (channel: string): Place => ({
    platform: 'discord',
    workspace: '',
    channel,
    kind: 'direct',
  });
  const confirmed = async (ask: Ask) => {
    const [says = ''] = saysOf(await h.desk.forget(ask, ''));
    return h.desk.forget(ask, says.replace('forget ', ''));
  };
  const sentTo = () => h.sent.map(({ place }) => place.channel);

  it('shows first what goes, and then deletes all of the workspace and of no other', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask({ place: { ...CHANNEL, channel: 'C02' } }), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask({ place: { ...CHANNEL, workspace: 'T02' } }), '9:00 daily Tokyo');
    expect(plain(await h.desk.forget(h.ask(), ''), en)).toContain('2 digests in 2 channels');
    expect(plain(await h.desk.status(h.ask()), en)).not.toContain('no digest');
    h.sent.length = 0;
    const done = await confirmed(h.ask());
    expect(plain(done, en)).toContain('All 2 channels were told.');
    expect(sentTo()).toEqual(['C01', 'C02']);
    expect(plain(await h.desk.status(h.ask()), en)).toContain('no digest');
    const other = h.ask({ place: { ...CHANNEL, workspace: 'T02' } });
    expect(plain(await h.desk.status(other), en)).not.toContain('no digest');
  });

  it('is confirmed by nothing but what the person was shown, and by nobody else', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    const [shown = ''] = saysOf(await h.desk.forget(h.ask(), 'everything'));
    const another = knownPerson('U02', { rank: 'admin', room: 'public' });
    const words = ['everything', 'everything yes', 'everything 0123456789ab', 'all of it', 'confirm'];
    for (const said of words) expect((await h.desk.forget(h.ask(), said)).outcome).toBe('help');
    const theirs = await h.desk.forget(h.ask({ person: another }), shown.replace('forget ', ''));
    expect(theirs.outcome).toBe('help');
    await h.desk.subscribe(h.ask({ place: { ...CHANNEL, channel: 'C02' } }), '9:00 daily Tokyo');
    const late = await h.desk.forget(h.ask(), shown.replace('forget ', ''));
    expect(plain(late, en)).toContain('2 digests');
    expect(plain(await h.desk.status(h.ask()), en)).not.toContain('no digest');
  });

  it('is neither shown nor confirmed where everybody reads it', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    const [shown = ''] = saysOf(await h.desk.forget(h.ask(), ''));
    const openly = await h.desk.forget(h.ask({ readBy: 'everybody' }), shown.replace('forget ', ''));
    expect(saysOf(openly)).toEqual(['forget']);
    expect(plain(openly, en)).toContain('shown to you alone');
    expect(plain(await h.desk.status(h.ask()), en)).not.toContain('no digest');
  });

  it('where nothing can be posted tells nobody that anything is set', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    const why = { code: 'refused', by: 'slack', mend: 'archived' } as const;
    h.platform.answer = { kind: 'gone', why };
    const done = plain(await confirmed(h.ask()), en);
    expect(done).toContain('0 of 1 channels were told');
    expect(done).not.toContain('It is set');
    expect(h.logged.map(({ sentence }) => sentence)).toContain(
      'A channel was not told that its digest has ended',
    );
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    for (const ended of [await h.desk.pause(h.ask()), await h.desk.unsubscribe(h.ask())]) {
      expect(plain(ended, en)).not.toContain('It is set');
      expect(plain(ended, en)).toContain('The channel was not told of it');
    }
  });

  it('a direct message on Discord forgets nobody else’s', async () => {
    await h.desk.subscribe(h.ask({ place: direct('1') }), '9:00 daily Tokyo');
    await h.desk.subscribe(h.ask({ place: direct('2') }), '9:00 daily Tokyo');
    expect((await confirmed(h.ask({ place: direct('1') }))).outcome).toBe('done');
    expect(plain(await h.desk.status(h.ask({ place: direct('1') })), en)).toContain('no digest');
    expect(plain(await h.desk.status(h.ask({ place: direct('2') })), en)).not.toContain('no digest');
    expect(h.sent).toEqual([]);
  });
});
