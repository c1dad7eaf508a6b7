import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/digest/desk/desk.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { type Store, StoreDown } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { kuril } from '../kit/kuril.ts';
import { silent } from '../kit/log.ts';
import { noLimits } from '../ops/no-limits.ts';
import { CHANNEL, type Harness, harness, START } from './desk-harness.ts';

let h: Harness;

beforeEach(async () => {
  h = await harness();
});

afterEach(() => h.close());

describe('with the store down', () => {
  const down = (): never => {
    throw new StoreDown('The database does not answer.', 'Check that Postgres is running.');
  };
  const deaf: Store = {
    subscriptions: { get: down, put: down, remove: down, setBy: down, ofWorkspace: down },
    history: { deliveries: down, had: down },
    revisions: { record: down, items: down, newest: down },
    posted: { shown: down },
    corrections: { ofChannel: down },
    installations: { put: down, get: down, remove: down, all: down, replace: down },
    seen: { forget: down, firstTime: down, known: down },
    asked: { note: down, rows: down },
    tallies: { count: down, takeBack: down },
    leases: { take: down, give: down, isTaken: down },
    forget: down,
    leave: down,
    rejoin: down,
    removed: down,
    moved: down,
    forgetRemoved: down,
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
      messagesFor,
      limits: noLimits,
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
      expect(plain(reply, en)).toContain(en.desk.operatorsKnow);
    }
    expect(logged).toHaveLength(replies.length);
    const found = await desk.doctor(h.ask());
    expect(plain(found, en)).toContain(en.doctor.storeAway.says);
    // A database is nothing that people in a channel can mend, or should hear of.
    for (const reply of [...replies, found]) expect(plain(reply, en)).not.toMatch(/database|Postgres|Check/u);
    const preview = await desk.digest(h.ask(), '');
    expect(preview.outcome).toBe('answered');
    expect(plain(preview, en)).toContain('not at hand');
    expect(plain(preview, en)).toContain('Key points');
  });
});

describe('whoever runs the bot', () => {
  it('reads in their own channel what the database lacks', async () => {
    const desk = createDesk({
      briefings: [kuril()],
      store: {
        ...h.store,
        examine: async () => ({ kind: 'ill', why: 'It is full.', mend: 'Clear the disk.' }),
      },
      couriers: h.couriers,
      postNow: async () => {
        throw new StoreDown('It is full.', 'Clear the disk.');
      },
      defaults: { time: '09:00' },
      slackAdminsOnly: false,
      newId: () => 'id',
      messagesFor,
      limits: noLimits,
      operators: { isHere: ({ channel }) => channel === CHANNEL.channel, troubles: () => [] },
      now: () => START,
      log: silent,
    });
    expect(plain(await desk.doctor(h.ask()), en)).toContain('Clear the disk.');
    const elsewhere = h.ask({ place: { ...CHANNEL, channel: 'C99' } });
    expect(plain(await desk.doctor(elsewhere), en)).not.toContain('Clear the disk.');
  });
});

describe('a store that goes down in the middle', () => {
  const goesDown = (): never => {
    throw new StoreDown('The database does not answer.', 'Check that Postgres is running.');
  };
  const deskWith = (over: Partial<Parameters<typeof createDesk>[0]>) =>
    createDesk({
      briefings: [kuril()],
      store: h.store,
      couriers: h.couriers,
      postNow: goesDown,
      defaults: { time: '09:00' },
      slackAdminsOnly: false,
      newId: () => 'id',
      messagesFor,
      limits: noLimits,
      now: () => START,
      log: silent,
      ...over,
    });

  it('leaves nobody in the belief that nothing was changed, where it was posted or may have been', async () => {
    await h.desk.subscribe(h.ask(), '9:00 daily Tokyo');
    const posting = await deskWith({}).digest(h.ask(), 'now');
    expect(plain(posting, en)).toContain('may be done or not');
    expect(plain(posting, en)).not.toContain('nothing was changed');
    const { subscriptions } = h.store;
    const put: typeof subscriptions.put = async (one) => {
      await subscriptions.put(one);
      goesDown();
    };
    const desk = deskWith({ store: { ...h.store, subscriptions: { ...subscriptions, put } } });
    expect(plain(await desk.subscribe(h.ask(), '10:00 daily Tokyo'), en)).toContain('may be done or not');
    const kept = await subscriptions.get({ ...h.ask().place, briefing: kuril().id });
    expect(kept?.timetable.time).toBe('10:00');
  });
});

describe('without a bot that runs', () => {
  it('an edition is previewed, and the rest says what it needs', async () => {
    const desk = noDesk([kuril()], messagesFor);
    expect(plain(await desk.digest(h.ask(), ''), en)).toContain('Key points');
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
      expect(plain(reply, en)).toContain('npm start');
    }
  });
});
