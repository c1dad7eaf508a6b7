/** The whole bot behind Slack: the briefings, the desk and a store in a folder of its own. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import { createEngine } from '../../../src/main/engine.ts';
import { load } from '../../../src/main/load.ts';
import type { Courier } from '../../../src/ports/courier.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { createStore } from '../../../src/store/create.ts';
import { type ModeName, recordedLog, type Stage, stage } from './stage.ts';

export async function wholeStage(mode: ModeName): Promise<Stage> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'attache-slack-'));
  const created = await createStore({ kind: 'sqlite', dataDir }, { now: Date.now });
  const briefings = load({});
  const read = readConfig({ DATA_DIR: dataDir });
  if (created.kind === 'refused' || briefings === undefined || read.kind === 'faults') {
    throw new Error('the store, the briefings or the settings are not right');
  }
  const { store } = created;
  const couriers: Courier[] = [];
  const log = recordedLog();
  const engine = createEngine({
    config: read.config,
    briefings,
    store,
    couriers,
    log,
    now: Date.now,
    messagesFor,
  });
  const bot = createBot({ briefings, desk: engine.desk, log, reference: () => 'ref-1234', messagesFor });
  const on = await stage({
    mode,
    bot,
    installations: store.installations,
    seen: store.seen,
    onUninstalled: async (workspace) => void (await store.forget('slack', workspace)),
  });
  couriers.push(on.platform.courier);
  return {
    ...on,
    url: on.url,
    log,
    async close() {
      await on.close();
      await engine.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
