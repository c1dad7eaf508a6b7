/** The whole bot behind Slack: the briefings, the desk and a store in a folder of its own. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeReady } from '../../../src/ask/ask.ts';
import { createBot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import { createEngine } from '../../../src/main/engine.ts';
import { limitedBot } from '../../../src/ops/limited-bot.ts';
import { createLimits } from '../../../src/ops/limits.ts';
import { encryptedInstallations } from '../../../src/platforms/slack/installations.ts';
import type { Courier } from '../../../src/ports/courier.ts';
import type { Store } from '../../../src/ports/store.ts';
import { en } from '../../../src/show/messages/en.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { createStore } from '../../../src/store/create.ts';
import { kuril } from '../../kit/kuril.ts';
import { noLimits } from '../../ops/no-limits.ts';
import type { Limited } from '../discord/whole.ts';
import { type ModeName, recordedLog, type Stage, stage } from './stage.ts';

export type Whole = Stage & { readonly store: Store };

export type WholeOptions = {
  readonly adminsOnly?: true;
  readonly oauth?: true;
  /** With the limits for persons and channels. */
  readonly limited?: Limited;
};

export async function wholeStage(
  mode: ModeName,
  { adminsOnly, oauth, limited = false }: WholeOptions = {},
): Promise<Whole> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'attache-slack-'));
  const created = await createStore({ kind: 'sqlite', dataDir }, { now: Date.now });
  const briefings = [kuril()] as const;
  // The desk's half of the settings; the stage makes the platform's, and nothing listens at this address.
  const slack = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:9/',
  };
  const strict = adminsOnly ? { ...slack, SLACK_DIGEST_ADMINS_ONLY: 'on' } : {};
  const read = readConfig({ DATA_DIR: dataDir, ...strict }, en);
  if (created.kind === 'refused' || read.kind === 'faults') {
    throw new Error('the store or the settings are not right');
  }
  const { store } = created;
  // As the start does: else the first question waits for it, and its acknowledgement with it.
  for (const briefing of briefings) makeReady(briefing);
  const couriers: Courier[] = [];
  const log = recordedLog();
  const limits = limited
    ? createLimits({ shared: store.tallies, now: limited === true ? Date.now : limited.now })
    : noLimits;
  const engine = createEngine({
    config: read.config,
    briefings,
    store,
    couriers,
    limits,
    log,
    now: Date.now,
    messagesFor,
  });
  const bot = limitedBot(
    createBot({ briefings, desk: engine.desk, log, reference: () => 'ref-1234', messagesFor }),
    limits,
  );
  const on = await stage({
    mode,
    ...(oauth && { oauth }),
    bot,
    installations: encryptedInstallations(store.installations, [randomBytes(32)]),
    seen: store.seen,
    log,
    onUninstalled: async (workspace) => void (await store.forget('slack', workspace)),
    onMoved: async (workspace, from, to) => void (await store.moved('slack', workspace, from, to)),
  });
  couriers.push(on.platform.courier);
  return {
    ...on,
    url: on.url,
    log,
    store,
    async close() {
      await on.close();
      await engine.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
