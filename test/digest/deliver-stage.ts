/** One process's delivery on a stage: the real store, engine and couriers before the strict servers, anew for each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Delivery } from '../../src/digest/delivery/deliver.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { until } from '../kit/until.ts';
import { LocalDiscord } from '../servers/discord/server.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';
import { addChannel } from '../servers/slack/world.ts';
import { type EngineParts, engine, slotDate, toDiscord, toSlack } from './engine.ts';

export const DAY = 86_400_000;

let folder: string;
export let store: FullStore;
export let discord: LocalDiscord;
export let slack: LocalSlack;
export let engines: Delivery[];
/** How far the store's clock is ahead of the real one. */
export const clock = { ahead: 0 };

/** Sets the stage before each test of the file that calls it, and clears it away. */
export function onStage(): void {
  beforeEach(setUp);
  afterEach(clearAway);
}

async function setUp(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'attache-deliver-'));
  clock.ahead = 0;
  engines = [];
  discord = await new LocalDiscord().listen();
  slack = await startSlack();
  const created = await createStore(
    { kind: 'sqlite', dataDir: folder },
    { now: () => Date.now() + clock.ahead },
  );
  if (created.kind === 'refused') throw new Error(created.why);
  store = created.store;
}

async function clearAway(): Promise<void> {
  for (const one of engines) await one.stop(500);
  await store.close();
  await discord.close();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Sets the store's clock to ten in the morning, UTC: a day later the slot of that day's beginning is no leap, as it would
 * be in the evening, whenever the tests are run.
 */
export function fromTheMorning(): void {
  clock.ahead = (DAY + 10 * 3_600_000 - (Date.now() % DAY)) % DAY;
}

export function start(parts: Partial<EngineParts> = {}): Delivery {
  const couriers = [toDiscord(discord.api, discord.token), toSlack(slack.apiUrl, tokenOf)];
  const made = engine({ ledger: store.ledger, couriers, ...parts });
  engines.push(made);
  return made;
}

export function tokenOf(workspace: string): string {
  return slack.world.teams.get(workspace)?.install?.botToken ?? '';
}

export async function subscribed(
  platform: 'discord' | 'slack',
  channels: readonly string[],
  briefing = 'kuril',
): Promise<Subscription[]> {
  const workspace = platform === 'discord' ? discord.guild.id : slack.home.id;
  const now = Date.now() + clock.ahead;
  const next = { date: slotDate(Math.floor(now / DAY)), at: now - 5 };
  const all = channels.map((channel) => subscription({ platform, workspace, channel, next, briefing }));
  for (const one of all) await store.subscriptions.put(one);
  return all;
}

export function discordChannels(count: number): string[] {
  return Array.from({ length: count }, (_, at) => discord.world.addChannel(discord.guild.id, `c${at}`).id);
}

export function slackChannels(count: number): string[] {
  const members = [...slack.home.users.keys()];
  return Array.from(
    { length: count },
    (_, at) => addChannel(slack.home, `CDIGEST${at}`, `digest-${at}`, { members }).id,
  );
}

export const inDiscord = (channel: string) =>
  [...discord.world.messages.values()].filter((message) => message.channel === channel).length;
export const inSlack = (channel: string) =>
  slack.posts.filter((message) => message.channel === channel).length;

export async function stateOf(one: Subscription) {
  return (await store.history.deliveries(one.id, 1))[0]?.state;
}

export async function settles(one: Subscription, kind: string, longestMs?: number): Promise<void> {
  await until(async () => (await stateOf(one))?.kind === kind, `${one.id} is ${kind}`, longestMs);
}
