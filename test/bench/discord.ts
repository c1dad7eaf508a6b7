/** From a command to its answer: our bot beside a bare discord.js client that answers a fixed line, in the same run. */

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { createBot } from '../../src/bot.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { createDiscord } from '../../src/platforms/discord/platform.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { silent } from '../kit/log.ts';
import { type Address, LINES, type Measured, ONE_WAY_MS, type Servers } from './discord.server.ts';
import { percentile, type Row } from './row.ts';

const MOST_RATIO = 1.25;
const MOST_ADDED_MS = 1;
const FIXED = 'A fixed line.';
const BRIEFING = fileURLToPath(new URL('../../briefings/kuril', import.meta.url));
/** The servers have a thread of their own, so that what they do is not counted as an answer's time twice. */
export async function benchDiscord(): Promise<readonly Row[]> {
  const worker = new Worker(new URL('./discord.server.ts', import.meta.url));
  const { near, far } = await next<Servers>(worker);
  const platforms: Platform[] = [];
  const clients: Client[] = [];
  for (const { ours, fixed, bare } of [near, far]) {
    platforms.push(await platformWith(ourBot(), ours), await platformWith(fixedBot(), fixed));
    clients.push(await bareClient(bare));
  }
  worker.postMessage('measure');
  const measured = await next<Measured>(worker);
  await Promise.all([...platforms.map((one) => one.stop(1_000)), ...clients.map((one) => one.destroy())]);
  await worker.terminate();
  return rows(measured);
}

function rows({ near, far, crowd }: Measured): Row[] {
  const median = (times: readonly number[][]) => percentile(times.flat(), 0.5);
  const [ours, fixed, bare] = [median(near.ours), median(near.fixed), median(near.bare)];
  return [
    { name: 'Discord: a fixed line by a bare client, on the loopback', value: bare, unit: 'ms' },
    { name: 'a fixed line by our platform, beside it', value: fixed / bare, unit: 'ratio', most: MOST_RATIO },
    {
      name: `our answers beside a fixed line, over a network of ${ONE_WAY_MS} ms each way`,
      value: median(far.ours) / median(far.bare),
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
    ...LINES.map((line, at) => ({
      name: `${`/kuril ${line}`.trim()}, on the loopback`,
      value: median([near.ours[at] ?? []]),
      unit: 'ms',
    })),
    {
      name: '1,000 commands at once, the last acknowledgement',
      value: crowd.lastAckMs,
      unit: 'ms',
      most: 3_000,
    },
    { name: '1,000 commands at once, all answered', value: crowd.allMs, unit: 'ms' },
  ];
}

function ourBot(): Bot {
  const loaded = loadBriefing(BRIEFING);
  if (loaded.kind === 'faults') throw new Error('the briefing has faults: run the check');
  const briefings = [loaded.briefing];
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
  return { ...ourBot(), respond: async () => ({ outcome: 'answered', shareable: false, blocks }) };
}

async function platformWith(bot: Bot, { api, token }: Address): Promise<Platform> {
  const platform = createDiscord({
    bot,
    config: { token, apiUrl: api, shards: { kind: 'auto' } },
    seen: { firstTime: async () => true, forget: async () => undefined },
    log: silent,
    now: Date.now,
    onRemoved: () => {},
  });
  await platform.start();
  return platform;
}

async function bareClient({ api, token }: Address): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const fixed = { content: FIXED, allowedMentions: { parse: [] } };
    await interaction.reply({ ...fixed, flags: MessageFlags.Ephemeral });
  });
  await client.login(token);
  return client;
}

function next<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
