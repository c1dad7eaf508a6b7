/** What ten briefings cost against one: loading them, making them ready, and a question of one of them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeReady } from '../../src/ask/ask.ts';
import { createBot } from '../../src/bot.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefings } from '../../src/briefing/load.ts';
import { readConfig } from '../../src/config.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { createEngine } from '../../src/main/engine.ts';
import { createLimits } from '../../src/ops/limits.ts';
import { terminalAsk } from '../../src/platforms/terminal/say.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore } from '../../src/store/create.ts';
import { temporaryFolder } from '../main/running.ts';
import { percentile, type Row } from './row.ts';

const MANY = 10;
const ROUNDS = 9;
const QUESTIONS = 400;
const TICKS = 300;
const MOST = { loadMs: 200, readyMs: 60, question: 1.25, tick: 1.25 };
const KURIL = path.join(import.meta.dirname, '../../briefings/kuril');
const SILENT = { debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

export async function benchBriefings(): Promise<readonly Row[]> {
  const folder = temporaryFolder();
  try {
    for (let number = 1; number <= MANY; number += 1) copyAs(`kuril-${number}`, folder.path);
    const loads = times(ROUNDS, () => load(folder.path));
    const all = load(folder.path);
    const ready = all.map((briefing) => times(1, () => makeReady(briefing))[0] ?? Number.NaN);
    const [one, many] = [botOver(all.slice(0, 1)), botOver(all)];
    // In turns, so that both meet the same machine; each question once, since answers are kept.
    const took = { one: [] as number[], many: [] as number[] };
    for (let at = 0; at < QUESTIONS; at += 1) {
      took.one.push(await asked(one, at));
      took.many.push(await asked(many, at));
    }
    const half = { one: percentile(took.one, 0.5), many: percentile(took.many, 0.5) };
    const tick = await ticksOf(all, folder.path);
    return [
      {
        name: `loading ${MANY} briefings first, cold`,
        value: loads[0] ?? Number.NaN,
        unit: 'ms',
        most: MOST.loadMs,
      },
      {
        name: `loading ${MANY} briefings again, median`,
        value: percentile(loads, 0.5),
        unit: 'ms',
        most: MOST.loadMs,
      },
      { name: 'making one ready, median', value: percentile(ready, 0.5), unit: 'ms', most: MOST.readyMs },
      { name: 'making the first ready, cold', value: ready[0] ?? Number.NaN, unit: 'ms' },
      { name: 'a question with one briefing, median', value: half.one, unit: 'ms' },
      { name: `a question with ${MANY}, median`, value: half.many, unit: 'ms' },
      {
        name: `a question with ${MANY} against one`,
        value: half.many / half.one,
        unit: 'times',
        most: MOST.question,
      },
      { name: 'a tick with one briefing, median', value: tick.one, unit: 'ms' },
      { name: `a tick with ${MANY}, median`, value: tick.many, unit: 'ms' },
      {
        name: `a tick with ${MANY} against one`,
        value: tick.many / tick.one,
        unit: 'times',
        most: MOST.tick,
      },
    ];
  } finally {
    folder.remove();
  }
}

function copyAs(id: string, root: string): void {
  const to = path.join(root, id);
  mkdirSync(to, { recursive: true });
  cpSync(KURIL, to, { recursive: true });
  const head = path.join(to, 'briefing.yaml');
  const text = readFileSync(head, 'utf8');
  // A fingerprint that was read before is known: each has one of its own.
  const print = path.join(to, 'sources/report.json');
  writeFileSync(print, `${readFileSync(print, 'utf8')}${' '.repeat(Number(id.split('-')[1]))}`);
  writeFileSync(head, text.replace(/^id: .*$/mu, `id: ${id}`).replace(/^command: .*$/mu, `command: ${id}`));
}

function load(root: string): readonly Briefing[] {
  const { briefings, broken } = loadBriefings([root]);
  if (broken.length > 0 || briefings.length !== MANY) throw new Error(`${broken.length} are broken`);
  return briefings;
}

type Bot = ReturnType<typeof createBot>;

function botOver(briefings: readonly Briefing[]): Bot {
  const desk = noDesk(briefings, messagesFor);
  return createBot({ briefings, desk, log: SILENT, reference: () => '', messagesFor });
}

async function asked(bot: Bot, number: number): Promise<number> {
  const before = performance.now();
  await bot.respond(terminalAsk('kuril-1', `what did Abe say about peace in ${1_000 + number}?`, 0));
  return performance.now() - before;
}

/** How long each of `count` calls took, in ms. */
function times(count: number, call: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const before = performance.now();
    call();
    return performance.now() - before;
  });
}

/** Ticks of which nothing is due, in turns, each engine over a store of its own. */
async function ticksOf(all: readonly Briefing[], folder: string) {
  const engines = await Promise.all([
    engineOver(all.slice(0, 1), path.join(folder, 'store-of-one')),
    engineOver(all, path.join(folder, 'store-of-many')),
  ]);
  const took: [number[], number[]] = [[], []];
  for (let round = 0; round < TICKS; round += 1)
    for (const [at, { tick }] of engines.entries()) {
      const before = performance.now();
      await tick();
      took[at]?.push(performance.now() - before);
    }
  for (const { close } of engines) await close();
  return { one: percentile(took[0], 0.5), many: percentile(took[1], 0.5) };
}

async function engineOver(briefings: readonly Briefing[], dataDir: string) {
  const [first, ...others] = briefings;
  const read = readConfig({ DATA_DIR: dataDir }, en);
  const created = await createStore({ kind: 'sqlite', dataDir }, { now: Date.now });
  if (first === undefined || read.kind !== 'config' || created.kind !== 'open')
    throw new Error('no engine can be made');
  const { store } = created;
  const engine = createEngine({
    config: read.config,
    briefings: [first, ...others],
    store,
    couriers: [],
    limits: createLimits({ shared: store.tallies, now: Date.now }),
    log: SILENT,
    now: Date.now,
    messagesFor,
  });
  const delivery = engine.delivery();
  // The first one sets up.
  await delivery.tick();
  return {
    tick: () => delivery.tick(),
    close: async () => {
      await delivery.stop(0);
      await engine.close();
      await store.close();
    },
  };
}
