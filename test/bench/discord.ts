/** From a command to its answer: our bot beside a bare discord.js client that answers a fixed line, in the same run. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { loadBriefing } from '../../briefings/load.ts';
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/no-desk.ts';
import { createDiscord } from '../../src/platforms/discord/platform.ts';
import type { Log } from '../../src/ports/log.ts';
import { LINES, type Measured, ONE_WAY_MS, type Servers } from './discord.server.ts';
import { percentile, type Row } from './row.ts';

const MOST_RATIO = 1.25;
const MOST_ADDED_MS = 1;
const BRIEFING = fileURLToPath(new URL('../../briefings/kuril', import.meta.url));
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The servers have a thread of their own, so that what they do is not counted as an answer's time twice. */
export async function benchDiscord(): Promise<readonly Row[]> {
  const worker = new Worker(new URL('./discord.server.ts', import.meta.url));
  const { near, far } = await next<Servers>(worker);
  const platforms = [await ours(near.ours), await ours(far.ours)];
  const clients = [await bareClient(near.bare), await bareClient(far.bare)];
  worker.postMessage('measure');
  const measured = await next<Measured>(worker);
  await Promise.all([...platforms.map((one) => one.stop(1_000)), ...clients.map((one) => one.destroy())]);
  await worker.terminate();
  return rows(measured);
}

function rows({ near, far, crowd }: Measured): Row[] {
  const median = (times: readonly number[]) => percentile(times, 0.5);
  const [mine, bare] = [median(near.ours.flat()), median(near.bare.flat())];
  const farther = median(far.ours.flat()) / median(far.bare.flat());
  return [
    {
      name: `Discord, our answers beside a bare client's fixed line, over a network of ${ONE_WAY_MS} ms each way`,
      value: farther,
      unit: 'ratio',
      most: MOST_RATIO,
    },
    { name: 'the same with no network at all', value: mine / bare, unit: 'ratio' },
    { name: 'a bare client’s fixed line, with no network, median', value: bare, unit: 'ms' },
    ...LINES.map((line, at) => ({
      name: `${`/kuril ${line}`.trim()}, with no network, median`,
      value: median(near.ours[at] ?? []),
      unit: 'ms',
    })),
    { name: 'what our work adds to an answer, median', value: mine - bare, unit: 'ms', most: MOST_ADDED_MS },
    {
      name: '1,000 commands at once, the last acknowledgement',
      value: crowd.lastAckMs,
      unit: 'ms',
      most: 3_000,
    },
    { name: '1,000 commands at once, all answered', value: crowd.allMs, unit: 'ms' },
  ];
}

async function ours({ api, token }: Servers['near']['ours']) {
  const loaded = loadBriefing(BRIEFING);
  if (loaded.kind === 'faults') throw new Error('the briefing has faults: run the check');
  const briefings = [loaded.briefing];
  const platform = createDiscord({
    bot: createBot({ briefings, desk: noDesk(briefings), log: quiet, reference: () => 'bench' }),
    config: { token, apiUrl: api, shards: { kind: 'auto' } },
    seen: { firstTime: async () => true },
    log: quiet,
    now: Date.now,
    onRemoved: () => {},
  });
  await platform.start();
  return platform;
}

async function bareClient({ api, token }: Servers['near']['bare']): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const fixed = { content: 'A fixed line.', allowedMentions: { parse: [] } };
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
