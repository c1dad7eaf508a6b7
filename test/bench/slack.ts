/** How long a person on Slack waits for an answer, beside a bare Bolt app that answers a fixed line, in the same run. */
import bolt from '@slack/bolt';
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/no-desk.ts';
import { load } from '../../src/main/load.ts';
import { createSlack } from '../../src/platforms/slack/platform.ts';
import type { Log } from '../../src/ports/log.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { percentile, type Row } from './row.ts';

const WARM_UPS = 200;
const ROUNDS = 1000;
const AT_ONCE = 1000;
const MOST_RATIO = 1.25;
const MOST_ACK_MS = 3000;
/** What is asked: the longest answer that is usual, one of the usual length, and one that nobody asked before. */
const ASKED: readonly Asked[] = [
  { name: '/kuril', words: () => '', most: MOST_RATIO },
  { name: '/kuril newsham', words: () => 'newsham', most: MOST_RATIO },
  { name: '/kuril newsham in new words each time', words: (round) => `newsham${' '.repeat(round)}` },
];

type Asked = {
  readonly name: string;
  readonly words: (round: number) => string;
  readonly most?: number;
};
type Contender = { readonly slack: LocalSlack; stop(): Promise<void> };

export async function benchSlack(): Promise<readonly Row[]> {
  const ours = await attache();
  const bare = await bareBolt();
  try {
    const rows: Row[] = [];
    for (const asked of ASKED) rows.push(...(await oneByOne(ours, bare, asked)));
    return [...rows, ...(await allAtOnce(ours, bare))];
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

/** In turns, so that both meet the same machine. */
async function oneByOne(ours: Contender, bare: Contender, asked: Asked): Promise<Row[]> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    const words = asked.words(round);
    const [a, b] = [await timed(ours, words), await timed(bare, words)];
    if (round < WARM_UPS) continue;
    mine.push(a);
    theirs.push(b);
  }
  const [median, bareMedian] = [percentile(mine, 0.5), percentile(theirs, 0.5)];
  return [
    { name: `Slack: ${asked.name}, command to answer, median`, value: median, unit: 'ms' },
    { name: `Slack: ${asked.name}, command to answer, p99`, value: percentile(mine, 0.99), unit: 'ms' },
    { name: 'Slack: bare Bolt, a fixed line, median', value: bareMedian, unit: 'ms' },
    {
      name: `Slack: ${asked.name}, to bare Bolt, medians`,
      value: median / bareMedian,
      unit: '×',
      ...(asked.most !== undefined && { most: asked.most }),
    },
  ];
}

async function timed({ slack }: Contender, words: string): Promise<number> {
  const from = performance.now();
  const typed = slack.people.types('/kuril', words);
  const { promise, resolve } = Promise.withResolvers<void>();
  if (typed.url !== undefined) typed.url.used = resolve;
  await promise;
  return (typed.url?.firstAt ?? Number.NaN) - from;
}

async function allAtOnce(ours: Contender, bare: Contender): Promise<Row[]> {
  const [mine, theirs] = [await burst(ours), await burst(bare)];
  return [
    {
      name: `Slack: ${AT_ONCE} at once, last acknowledged`,
      value: mine.acked,
      unit: 'ms',
      most: MOST_ACK_MS,
    },
    { name: `Slack: ${AT_ONCE} at once, last answered`, value: mine.answered, unit: 'ms' },
    { name: `Slack: ${AT_ONCE} at once, bare Bolt, last answered`, value: theirs.answered, unit: 'ms' },
  ];
}

async function burst({ slack }: Contender): Promise<{ readonly acked: number; readonly answered: number }> {
  const from = performance.now();
  const typed = Array.from({ length: AT_ONCE }, () => slack.people.types('/kuril', 'newsham'));
  await Promise.all(typed.map((one) => one.acked(30_000)));
  const acked = performance.now() - from;
  await Promise.all(typed.map((one) => one.response(1, 30_000)));
  return { acked, answered: performance.now() - from };
}

async function attache(): Promise<Contender> {
  const slack = await startSlack();
  const briefings = load({});
  if (briefings === undefined) throw new Error('the briefings are not right');
  const reference = () => 'bench';
  const bot = createBot({ briefings, desk: noDesk(briefings), log: NO_LOG, reference });
  const platform = createSlack({
    bot,
    settings: {
      mode: { kind: 'socket', appToken: slack.world.app.appToken },
      tokens: { kind: 'one', botToken: slack.home.install?.botToken ?? '' },
      apiUrl: slack.apiUrl,
      adminsOnly: false,
    },
    installations: { put: async () => {}, get: async () => undefined, remove: async () => {} },
    seen: { firstTime: async () => true },
    log: NO_LOG,
    now: Date.now,
    random: Math.random,
    reference,
    onUninstalled: async () => {},
  });
  await platform.start();
  await slack.connected();
  return {
    slack,
    async stop() {
      await platform.stop(1000);
      await slack.close();
    },
  };
}

async function bareBolt(): Promise<Contender> {
  const slack = await startSlack();
  const app = new bolt.App({
    token: slack.home.install?.botToken ?? '',
    appToken: slack.world.app.appToken,
    socketMode: true,
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/kuril', async ({ ack, respond }) => {
    await ack();
    await respond('A fixed line.');
  });
  await app.start();
  await slack.connected();
  return {
    slack,
    async stop() {
      await app.stop();
      await slack.close();
    },
  };
}

const NO_LOG: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
