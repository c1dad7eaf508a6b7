/** From a command to its answer on Slack: our bot beside a bare Bolt app that answers a fixed line, in the same run. */

import bolt from '@slack/bolt';
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { load } from '../../src/main/load.ts';
import { createSlack } from '../../src/platforms/slack/platform.ts';
import type { Bot } from '../../src/ports/bot.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { silent } from '../kit/log.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { percentile, type Row } from './row.ts';

const WARM_UPS = 300;
const ROUNDS = 600;
const FAR_ROUNDS = 100;
const AT_ONCE = 1000;
/** Nearer than Slack is to most servers. */
const ONE_WAY_MS = 10;
const MOST_RATIO = 1.25;
const MOST_ADDED_MS = 1;
const MOST_ACK_MS = 3000;
const FIXED = 'A fixed line.';
/** The longest answer that is usual, one of the usual length, and a question. */
const LINES = ['', 'newsham', 'what did Newsham say about China?'];

type Contender = { readonly slack: LocalSlack; stop(): Promise<void> };

export async function benchSlack(): Promise<readonly Row[]> {
  const [ours, fixed, bare] = [await platform(ourBot()), await platform(fixedBot()), await bareBolt()];
  const [farOurs, farBare] = [await platform(ourBot(), ONE_WAY_MS), await bareBolt(ONE_WAY_MS)];
  try {
    const near = await inTurns([ours, fixed, bare], WARM_UPS, ROUNDS);
    const far = await inTurns([farOurs, farBare], LINES.length, FAR_ROUNDS);
    const crowds = { ours: await crowd(ours), bare: await crowd(bare) };
    return rows(near, far, crowds);
  } finally {
    for (const contender of [ours, fixed, bare, farOurs, farBare]) await contender.stop();
  }
}

type Crowd = { readonly acked: number; readonly answered: number };

function rows(near: number[][], far: number[][], crowds: { ours: Crowd; bare: Crowd }): Row[] {
  const [ours = 0, fixed = 0, bare = 0] = near.map((times) => percentile(times, 0.5));
  const [farOurs = 0, farBare = 0] = far.map((times) => percentile(times, 0.5));
  return [
    { name: 'Slack: a fixed line by a bare Bolt app, on the loopback', value: bare, unit: 'ms' },
    { name: 'a fixed line by our platform, beside it', value: fixed / bare, unit: 'ratio', most: MOST_RATIO },
    {
      name: `our answers beside a fixed line, over a network of ${ONE_WAY_MS} ms each way`,
      value: farOurs / farBare,
      unit: 'ratio',
      most: MOST_RATIO,
    },
    {
      name: 'our answers beside a fixed line, on the loopback',
      value: ours / bare,
      unit: 'ratio',
      most: MOST_RATIO,
    },
    { name: 'what finding and drawing an answer adds', value: ours - fixed, unit: 'ms', most: MOST_ADDED_MS },
    {
      name: `${AT_ONCE} commands at once, the last acknowledgement`,
      value: crowds.ours.acked,
      unit: 'ms',
      most: MOST_ACK_MS,
    },
    { name: `${AT_ONCE} commands at once, all answered`, value: crowds.ours.answered, unit: 'ms' },
    { name: 'the same by a bare Bolt app', value: crowds.bare.answered, unit: 'ms' },
  ];
}

/** One after the other, so that all meet the same machine. */
async function inTurns(
  contenders: readonly Contender[],
  warmUps: number,
  rounds: number,
): Promise<number[][]> {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const line = LINES[round % LINES.length] ?? '';
    for (const [index, contender] of contenders.entries()) {
      const took = await timed(contender, line);
      if (round >= warmUps) times[index]?.push(took);
    }
  }
  return times;
}

/** Until the answer is at Slack, not until Slack has looked at it. */
async function timed({ slack }: Contender, words: string): Promise<number> {
  const from = performance.now();
  const { url } = slack.people.types('/kuril', words);
  if (url === undefined) throw new Error('a command has a response URL');
  const { promise, resolve } = Promise.withResolvers<void>();
  url.used = resolve;
  await promise;
  return (url.firstAt ?? Number.NaN) - from;
}

async function crowd({ slack }: Contender): Promise<Crowd> {
  const from = performance.now();
  const typed = Array.from({ length: AT_ONCE }, () => slack.people.types('/kuril', 'newsham'));
  await Promise.all(typed.map((one) => one.acked()));
  const acked = performance.now() - from;
  await Promise.all(typed.map((one) => one.response(1, 60_000)));
  return { acked, answered: performance.now() - from };
}

function ourBot(): Bot {
  const briefings = load({}, en);
  if (briefings === undefined) throw new Error('the briefings are not right');
  return createBot({
    briefings,
    desk: noDesk(briefings, messagesFor),
    log: silent,
    reference: () => 'bench',
    messagesFor,
  });
}

function fixedBot(): Bot {
  const blocks = [{ kind: 'text', text: [FIXED] }] as const;
  return { ...ourBot(), respond: async () => ({ outcome: 'answered', blocks, shareable: true }) };
}

async function platform(bot: Bot, oneWayMs = 0): Promise<Contender> {
  const slack = await startSlack({ oneWayMs });
  const made = createSlack({
    bot,
    settings: {
      mode: { kind: 'socket', appToken: slack.world.app.appToken },
      tokens: { kind: 'one', botToken: slack.home.install?.botToken ?? '' },
      apiUrl: slack.apiUrl,
      adminsOnly: false,
    },
    installations: { put: async () => {}, get: async () => undefined, remove: async () => {} },
    seen: { firstTime: async () => true, forget: async () => undefined },
    log: silent,
    now: Date.now,
    random: Math.random,
    reference: () => 'bench',
    onUninstalled: async () => {},
    onMoved: async () => {},
  });
  await made.start();
  await slack.connected();
  return {
    slack,
    async stop() {
      await made.stop(1000);
      await slack.close();
    },
  };
}

async function bareBolt(oneWayMs = 0): Promise<Contender> {
  const slack = await startSlack({ oneWayMs });
  const receiver = new bolt.SocketModeReceiver({
    appToken: slack.world.app.appToken,
    logger: sdkSilence(),
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new bolt.App({
    token: slack.home.install?.botToken ?? '',
    receiver,
    logger: sdkSilence(),
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/kuril', async ({ ack, respond }) => {
    await ack();
    await respond(FIXED);
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

function sdkSilence(): bolt.Logger {
  const nothing = () => {};
  const level = () => bolt.LogLevel.ERROR;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: level,
    setName: nothing,
  };
}
