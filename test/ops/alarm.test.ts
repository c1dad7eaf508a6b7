import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlarm } from '../../src/ops/alarm.ts';
import { type Signs, troublesIn } from '../../src/ops/troubles.ts';
import type { Census } from '../../src/ports/census.ts';
import { type SeenBook, StoreDown } from '../../src/ports/store.ts';
import { en } from '../../src/show/messages/en.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { silent } from '../kit/log.ts';

const MINUTE = 60_000;
const WELL: Signs = {
  parts: [
    { name: 'slack', kind: 'well' },
    { name: 'discord', kind: 'well' },
    { name: 'store', kind: 'well' },
  ],
  pauses: [],
};
const REFUSED: Signs = {
  ...WELL,
  parts: [{ name: 'slack', kind: 'refused', why: 'the token was revoked' }, ...WELL.parts.slice(1)],
};
const NOTHING: Census = { at: 0, subscriptions: [], due: [], pauses: [], refused: [], nextTooLate: 0 };
describe('what concerns many', () => {
  const keys = (signs: Signs) => troublesIn(signs, en).map(({ key }) => key);
  const part = (state: Signs['parts'][number]): Signs => ({
    ...WELL,
    parts: [state, ...WELL.parts.filter(({ name }) => name !== state.name)],
  });
  const slack = 'slack' as const;

  it.each<[string, Signs, string[]]>([
    ['nothing while all is well', WELL, []],
    ['a token that is refused, at once', REFUSED, ['refused:slack']],
    [
      'no break of some minutes',
      part({ name: slack, kind: 'recovering', why: 'x', sinceMs: 5 * MINUTE }),
      [],
    ],
    [
      'a platform away for long',
      part({ name: slack, kind: 'recovering', why: 'x', sinceMs: 11 * MINUTE }),
      ['away:slack'],
    ],
    [
      'one that the ledger holds back',
      {
        ...WELL,
        pauses: [{ platform: slack, sinceMs: 11 * MINUTE, why: { code: 'words', words: 'HTTP 503' } }],
      },
      ['away:slack'],
    ],
    [
      'a store that fails',
      part({ name: 'store', kind: 'recovering', why: 'The disk is full.', sinceMs: 2 * MINUTE }),
      ['store'],
    ],
    ['no store that fails over', part({ name: 'store', kind: 'recovering', why: 'x', sinceMs: 30_000 }), []],
    [
      'digests that are due for long',
      {
        ...WELL,
        census: {
          ...NOTHING,
          at: 20 * MINUTE,
          due: [{ platform: slack, state: 'pending', count: 3, oldest: 0 }],
        },
      },
      ['overdue:slack'],
    ],
    [
      'not those of which nobody knows',
      {
        ...WELL,
        census: {
          ...NOTHING,
          at: 20 * MINUTE,
          due: [{ platform: slack, state: 'unknown', count: 3, oldest: 0 }],
        },
      },
      [],
    ],
    [
      'many refused channels',
      {
        ...WELL,
        census: {
          ...NOTHING,
          subscriptions: [{ platform: slack, state: 'active', count: 40 }],
          refused: [{ platform: slack, channels: 6 }],
        },
      },
      ['many:slack'],
    ],
    [
      'not some of very many',
      {
        ...WELL,
        census: {
          ...NOTHING,
          subscriptions: [{ platform: slack, state: 'active', count: 4_000 }],
          refused: [{ platform: slack, channels: 6 }],
        },
      },
      [],
    ],
  ])('is %s', (_what, signs, expected) => {
    expect(keys(signs)).toEqual(expected);
    for (const { says, mend } of troublesIn(signs, en)) expect(`${says} ${mend}`).toMatch(/\.\s.+\.$/u);
  });
});

describe('whoever runs the bot', () => {
  let folder: string;
  let store: FullStore;
  let clock: number;
  let signs: Signs;
  let told: string[];
  let arrives: boolean;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'alarm-'));
    clock = Date.UTC(2026, 10, 27);
    const created = await createStore({ kind: 'sqlite', dataDir: folder }, { now: () => clock });
    if (created.kind !== 'open') throw new Error(created.kind);
    store = created.store;
    signs = WELL;
    told = [];
    arrives = true;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A process with its memory of its own. */
  function replica(seen: SeenBook = store.seen) {
    const alarm = createAlarm({
      signs: async () => signs,
      platforms: ['slack', 'discord'],
      async tell({ heading, says }) {
        if (arrives) told.push(`${heading}: ${says}`);
        return arrives;
      },
      ...{ seen, log: silent, now: () => clock, say: en },
    });
    alarm.stop();
    return alarm;
  }

  it('hears once when it begins and once when it is over, from however many replicas', async () => {
    const replicas = [replica(), replica(), replica()];
    const look = () => Promise.all(replicas.map((one) => one.look()));
    await look();
    expect(told).toEqual([]);
    signs = REFUSED;
    for (let looks = 0; looks < 5; looks += 1) await look();
    expect(told).toEqual([
      expect.stringMatching(/^For whoever runs this bot: Slack refuses this bot: the token was revoked/u),
    ]);
    clock += 40 * MINUTE;
    signs = WELL;
    for (let looks = 0; looks < 5; looks += 1) await look();
    expect(told.slice(1)).toEqual([
      expect.stringMatching(/^Over: This is over, after 40 minutes: Slack refuses/u),
    ]);
    signs = REFUSED;
    await look();
    signs = WELL;
    await look();
    expect(told).toHaveLength(4);
  });

  it('hears nothing again after a restart, and that it is over even where it ended meanwhile', async () => {
    signs = REFUSED;
    await replica().look();
    await replica().look();
    expect(told).toHaveLength(1);
    signs = WELL;
    await replica().look();
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('before the bot was started again');
    await replica().look();
    expect(told).toHaveLength(2);
  });

  it('hears it later where nothing could be said at first', async () => {
    const one = replica();
    arrives = false;
    signs = REFUSED;
    await one.look();
    arrives = true;
    await one.look();
    await one.look();
    expect(told).toHaveLength(1);
    expect(one.latest()).toMatchObject([{ key: 'refused:slack' }]);
  });

  it('hears it while the store is what fails', async () => {
    const down = async () => {
      throw new StoreDown('The disk is full.', 'Free some space.');
    };
    const one = replica({ firstTime: down, known: down, forget: down });
    await one.look();
    signs = {
      ...WELL,
      parts: [{ name: 'store', kind: 'recovering', why: 'The disk is full.', sinceMs: 90_000 }],
    };
    await one.look();
    await one.look();
    expect(told).toEqual([expect.stringContaining('The store fails: The disk is full.')]);
  });
});
