/** How much longer somebody waits for an answer while fifty others do everything that they can, beside the same alone. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { run, startProcess, temporaryFolder } from '../main/running.ts';
import { type Spam, spamDiscord, spamSlack } from '../platforms/spam.ts';
import { answerTo } from '../servers/discord/people.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addUser } from '../servers/slack/world.ts';
import { percentile, type Row } from './row.ts';

const ASKS = 60;
const EVERY_MS = 400;
/** Each of the fifty does six or seven things in so many ms: as fast as a quick hand, without end. */
const PAUSE_MS = 1_000;
const MOST_ADDED_MS = 200;
const LINES = ['newsham', 'deals', 'what did Newsham say about China?'];

/** Nobody waits longer: what takes more is counted as so much. */
const GIVEN_UP_MS = 15_000;

/** The bot is a process of its own; the platforms, and all who use them, are this one. */
export async function benchLimits(): Promise<readonly Row[]> {
  const folder = temporaryFolder();
  const slack = await startSlack();
  const discord = await startDiscord({ limits: { perSecond: 10_000, channelMessages: 10_000 } });
  const settings = {
    SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  };
  await run(['register'], settings);
  const bot = startProcess({ ...settings, DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'warn' });
  try {
    await bot.says(/Answering on Slack and Discord/);
    await slack.connected();
    return [
      ...(await beside({
        name: 'Slack',
        ask: (at) => onSlack(slack, at),
        spam: () => spamSlack(slack, 1, PAUSE_MS),
        late: () => slack.traffic.faults.filter(isLate).length,
      })),
      ...(await beside({
        name: 'Discord',
        ask: (at) => onDiscord(discord, at),
        spam: () => spamDiscord(discord, 1, PAUSE_MS),
        late: () => discord.world.faults.filter(isLate).length,
      })),
    ];
  } finally {
    bot.child.kill('SIGKILL');
    await bot.ended();
    await slack.close();
    await discord.close();
    folder.remove();
  }
}

type Side = {
  readonly name: string;
  /** Asks once: how long it took, in ms. */
  readonly ask: (at: number) => Promise<number>;
  readonly spam: () => Promise<Spam>;
  readonly late: () => number;
};

async function beside({ name, ask, spam, late }: Side): Promise<Row[]> {
  await waits(ask, 10);
  const alone = await waits(ask, ASKS);
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const spamming = spam();
  const among = await waits(ask, ASKS);
  lag.disable();
  const { sent } = await spamming;
  const added = (part: number) => percentile(among, part) - percentile(alone, part);
  return [
    { name: `${name}: what fifty hostile people did`, value: sent, unit: 'acts' },
    { name: `${name}: of it acknowledged too late`, value: late(), unit: 'acts' },
    { name: `${name}: an answer, alone (median)`, value: percentile(alone, 0.5), unit: 'ms' },
    { name: `${name}: an answer among fifty who spam (median)`, value: percentile(among, 0.5), unit: 'ms' },
    { name: `${name}: added for nineteen in twenty`, value: added(0.95), unit: 'ms', most: MOST_ADDED_MS },
    { name: `${name}: added for the slowest`, value: added(1), unit: 'ms' },
    // Platform and crowd share this process, whose own delays are in all these figures.
    { name: `${name}: the platform’s own delay, one in twenty`, value: lag.percentile(95) / 1e6, unit: 'ms' },
    { name: `${name}: the platform’s own delay, the longest`, value: lag.max / 1e6, unit: 'ms' },
  ];
}

function isLate(fault: unknown): boolean {
  return /acknowledged after \d+ ms|a late acknowledgement/u.test(JSON.stringify(fault));
}

async function waits(ask: (at: number) => Promise<number>, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    taken.push(await ask(at));
    await setTimeout(EVERY_MS);
  }
  return taken;
}

/** So many take turns that none of them comes near a limit. */
const CALM = 10;

async function onSlack(slack: LocalSlack, at: number): Promise<number> {
  const { id: user } = addUser(slack.home, `U0000CALM${at % CALM}`);
  const from = performance.now();
  const { url } = slack.people.types('/kuril', LINES[at % LINES.length] ?? '', { user });
  if (url === undefined) throw new Error('a command has a response URL');
  const { promise, resolve } = Promise.withResolvers<void>();
  url.used = resolve;
  await Promise.race([promise, setTimeout(GIVEN_UP_MS, undefined, { ref: false })]);
  return performance.now() - from;
}

async function onDiscord({ world, people, channel, guild }: LocalDiscord, at: number): Promise<number> {
  const { id: user } = world.addUser(`calm${at}`);
  guild.members.set(user, { user, roles: [] });
  const from = performance.now();
  const exchange = people.slash('kuril', LINES[at % LINES.length], { channel: channel.id, user });
  await answerTo(exchange).catch(() => undefined);
  return performance.now() - from;
}
