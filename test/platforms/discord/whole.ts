import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeReady } from '../../../src/ask/ask.ts';
import { createBot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import { createEngine } from '../../../src/main/engine.ts';
import { createPresence } from '../../../src/main/presence.ts';
import { limitedBot } from '../../../src/ops/limited-bot.ts';
import { createLimits } from '../../../src/ops/limits.ts';
import { createDiscord } from '../../../src/platforms/discord/platform.ts';
import type { Courier } from '../../../src/ports/courier.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { en } from '../../../src/show/messages/en.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { createStore } from '../../../src/store/create.ts';
import { kuril } from '../../kit/kuril.ts';
import { LONGEST_MS } from '../../kit/until.ts';
import { noLimits } from '../../ops/no-limits.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';
import { LogBook, registerAll } from './fixture.ts';

/** With the limits for persons and channels; by a clock of its own, where how long something takes shall not matter. */
export type Limited = boolean | { readonly now: () => number };

export type Whole = {
  readonly server: LocalDiscord;
  readonly platform: Platform;
  readonly log: LogBook;
  readonly store: Store;
  close(): Promise<void>;
};

/** The real bot, within its limits only where that is asked for: the Kuril briefing, the desk over a store in a file, the platform, and a local Discord. */
export async function whole({ limited = false }: { readonly limited?: Limited } = {}): Promise<Whole> {
  // How soon it acknowledges is measured by the benchmarks.
  const server = await startDiscord({
    limits: { perSecond: 10_000, channelMessages: 10_000 },
    ackWithinMs: LONGEST_MS,
  });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'discord-'));
  const created = await createStore({ kind: 'sqlite', dataDir }, { now: Date.now });
  if (created.kind !== 'open') throw new Error(created.why);
  const { store } = created;
  const read = readConfig(
    { DATA_DIR: dataDir, DISCORD_TOKEN: server.token, DISCORD_API_URL: server.api },
    en,
  );
  if (read.kind === 'faults') throw new Error(read.faults.join(' '));
  // As the start does: else the first question waits for it, and its acknowledgement with it.
  makeReady(kuril());
  const log = new LogBook();
  const couriers: Courier[] = [];
  const limits = limited
    ? createLimits({ shared: store.tallies, now: limited === true ? Date.now : limited.now })
    : noLimits;
  const engine = createEngine({
    config: read.config,
    briefings: [kuril()],
    store,
    couriers,
    limits,
    log,
    now: Date.now,
    messagesFor,
  });
  const bot = limitedBot(
    createBot({
      briefings: [kuril()],
      desk: engine.desk,
      log,
      reference: () => 'ref',
      messagesFor,
    }),
    limits,
  );
  const presence = createPresence({ store, platform: 'discord', log });
  const platform = createDiscord({
    bot,
    config: { token: server.token, apiUrl: server.api, shards: { kind: 'auto' } },
    seen: store.seen,
    log,
    now: Date.now,
    onRemoved: presence.left,
    onJoined: presence.joined,
    onPresent: presence.isIn,
  });
  couriers.push(platform.courier);
  registerAll(server, bot);
  const started = await platform.start();
  if (started.kind === 'refused') throw new Error(started.why);
  return {
    server,
    platform,
    log,
    store,
    async close() {
      await platform.stop(1_000);
      await engine.close();
      await store.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
