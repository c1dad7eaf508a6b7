/** The local Discords of the benchmark, in a thread of their own, and the clock that watches them. */
import { parentPort } from 'node:worker_threads';
import { answerTo } from '../servers/discord/people.ts';
import { LOADING } from '../servers/discord/post.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';

export type Address = { readonly api: string; readonly token: string };
/** Who answers: our bot, our platform with a fixed line, and a bare client with a fixed line; each has its own server. */
const WHO = ['ours', 'fixed', 'bare'] as const;
type Of<T> = Record<(typeof WHO)[number], T>;
/** On the loopback as it is, and with a network between. */
export type Servers = { readonly near: Of<Address>; readonly far: Of<Address> };
/** Times in ms, for each line. */
export type Times = Of<number[][]>;
export type Measured = {
  readonly near: Times;
  readonly far: Times;
  readonly crowd: { readonly lastAckMs: number; readonly allMs: number };
};

/** What is asked: the overview, a long answer that pages, a person, and a question in words. */
export const LINES = ['', 'positions', 'person newsham', 'what did Newsham say about China?'];

/** Less than what lies between most machines and Discord, so that our own share shows rather more than it would. */
export const ONE_WAY_MS = 10;

const WARM = 100;
const ROUNDS = 300;
const FAR_WARM = 5;
const FAR_ROUNDS = 40;
const CROWD = 1_000;

if (parentPort !== null) {
  const port = parentPort;
  const [near, far] = [await serveAll(0), await serveAll(ONE_WAY_MS)];
  port.once('message', async () => {
    const measured: Measured = {
      near: await times(near, WARM, ROUNDS),
      far: await times(far, FAR_WARM, FAR_ROUNDS),
      crowd: await crowd(near.ours),
    };
    port.postMessage(measured);
  });
  port.postMessage({ near: addresses(near), far: addresses(far) } satisfies Servers);
}

async function serveAll(oneWayMs: number): Promise<Of<LocalDiscord>> {
  return { ours: await serve(oneWayMs), fixed: await serve(oneWayMs), bare: await serve(oneWayMs) };
}

function addresses({ ours, fixed, bare }: Of<LocalDiscord>): Of<Address> {
  const address = ({ api, token }: LocalDiscord) => ({ api, token });
  return { ours: address(ours), fixed: address(fixed), bare: address(bare) };
}

async function serve(oneWayMs: number): Promise<LocalDiscord> {
  const server = await startDiscord({ check: () => {}, oneWayMs });
  const option = { type: 3, name: 'about', description: 'What' };
  server.world.commands.set('', [
    { id: server.world.snowflake(), name: 'kuril', type: 1, options: [option] },
  ]);
  return server;
}

/** They are asked in turn, so that whatever else the machine does happens to all. */
async function times(servers: Of<LocalDiscord>, warm: number, rounds: number): Promise<Times> {
  const none = () => LINES.map((): number[] => []);
  const taken: Times = { ours: none(), fixed: none(), bare: none() };
  for (let round = -warm; round < rounds; round += 1) {
    for (const [at, line] of LINES.entries()) {
      for (const who of WHO) {
        const ms = await time(servers[who], line);
        if (round >= 0) taken[who][at]?.push(ms);
      }
    }
  }
  return taken;
}

async function time(server: LocalDiscord, line: string): Promise<number> {
  const before = performance.now();
  const where = { channel: server.channel.id, user: server.user.id };
  await answerTo(server.people.slash('kuril', line, where));
  return performance.now() - before;
}

async function crowd(server: LocalDiscord): Promise<Measured['crowd']> {
  const before = performance.now();
  const where = { channel: server.channel.id, user: server.user.id };
  const all = Array.from({ length: CROWD }, (_, at) =>
    server.people.slash('kuril', LINES[at % LINES.length], where),
  );
  const waits = () => all.some(({ original }) => original === undefined || (original.flags & LOADING) !== 0);
  while (waits() && performance.now() - before < 20_000)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const lastAckMs = Math.max(...all.map(({ ack }) => ack?.afterMs ?? Number.POSITIVE_INFINITY));
  return { lastAckMs, allMs: waits() ? Number.POSITIVE_INFINITY : performance.now() - before };
}
