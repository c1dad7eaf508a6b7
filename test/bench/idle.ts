/**
 * What the bot costs while nobody asks anything, against a process that only imports both platforms' clients. The bot
 * is started as the image starts it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { stagesOf } from '../image/dockerfile.ts';
import { bare, temporaryFolder } from '../main/running.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';
import { percentile, type Row } from './row.ts';

const ROUNDS = 5;
const MOST = { memory: 1.4, start: 1.5 };
/** What was needed for the start has gone by then. */
const SETTLES_MS = 5_000;
const LOOK_EVERY_MS = 5;

/** The same answer on the same address as the bot's, with nothing behind it. */
const CLIENTS = `
  await Promise.all([import('discord.js'), import('@slack/bolt')]);
  const { createServer } = await import('node:http');
  createServer((_, response) => response.end('{}')).listen(Number(process.env.OPS_PORT.split(':')[1]), '127.0.0.1');
`;

type Cost = { readonly startMs: number; readonly memoryMb: number };

export async function benchIdle(): Promise<readonly Row[]> {
  execFileSync('npm', ['run', '-s', 'build:bot']);
  const image = inImage();
  const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
  const settings = {
    SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const costs: { bot: Cost; clients: Cost }[] = [];
  // One after the other in each round, so that both meet the same machine.
  for (let round = 0; round < ROUNDS; round += 1) {
    const clients = await costOf(['--input-type=module', '--eval', CLIENTS], {});
    const folder = temporaryFolder();
    const bot = await costOf(image.args, { ...image.environment, ...settings, DATA_DIR: folder.path });
    folder.remove();
    costs.push({ bot, clients });
  }
  await Promise.all([slack.close(), discord.close()]);
  const median = (of: (cost: (typeof costs)[number]) => number) => percentile(costs.map(of), 0.5);
  return [
    {
      name: 'both clients imported: until it answers',
      value: median(({ clients }) => clients.startMs),
      unit: 'ms',
    },
    {
      name: 'the bot on both platforms: until /health/live',
      value: median(({ bot }) => bot.startMs),
      unit: 'ms',
    },
    {
      name: 'the bot’s start against the clients’',
      value: median(({ bot, clients }) => bot.startMs / clients.startMs),
      unit: 'times',
      most: MOST.start,
    },
    {
      name: 'both clients imported: idle memory',
      value: median(({ clients }) => clients.memoryMb),
      unit: 'MB',
    },
    { name: 'the bot on both platforms: idle memory', value: median(({ bot }) => bot.memoryMb), unit: 'MB' },
    {
      name: 'the bot’s idle memory against the clients’',
      value: median(({ bot, clients }) => bot.memoryMb / clients.memoryMb),
      unit: 'times',
      most: MOST.memory,
    },
  ];
}

async function costOf(args: readonly string[], environment: Record<string, string>): Promise<Cost> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...bare(environment), OPS_PORT: `127.0.0.1:${port}` };
  const child = spawn('node', [...args], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const until = async (health: 'live' | 'ready') => {
      while (!(await answers(port, health))) {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}`);
        await setTimeout(LOOK_EVERY_MS);
      }
    };
    await until('live');
    const startMs = performance.now() - began;
    // Only then is all of it loaded.
    await until('ready');
    await setTimeout(SETTLES_MS);
    return { startMs, memoryMb: residentMb(child.pid ?? 0) };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** What the image runs: its command, and of its environment what belongs to the process. */
function inImage(): { args: readonly string[]; environment: Record<string, string> } {
  const image = stagesOf(readFileSync('Dockerfile', 'utf8')).at(-1);
  const cmd = image?.steps.find((step) => step.kind === 'cmd');
  const [program, ...args] = JSON.parse(cmd?.kind === 'cmd' ? cmd.words : '[]') as string[];
  if (program !== 'node') throw new Error(`The image runs ${program}`);
  const { MALLOC_MMAP_THRESHOLD_ = '', NODE_ENV = '' } = image?.env ?? {};
  return { args, environment: { MALLOC_MMAP_THRESHOLD_, NODE_ENV } };
}

async function answers(port: number, health: 'live' | 'ready'): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/${health}`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Linux alone says it without a tool of its own. */
function residentMb(pid: number): number {
  const [, kb = ''] = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_024;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
