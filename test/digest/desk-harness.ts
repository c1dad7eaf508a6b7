/** A desk over the real store and the real engine, and a platform's courier that keeps what it is given. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { createEngine, type EngineParts } from '../../src/main/engine.ts';
import { createLimits } from '../../src/ops/limits.ts';
import { type Ask, knownPerson, type Place } from '../../src/ports/bot.ts';
import type { Courier, Handed, Hindrance, Parcel } from '../../src/ports/courier.ts';
import type { Fields, Log } from '../../src/ports/log.ts';
import type { Rank } from '../../src/ports/rights.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { kuril } from '../kit/kuril.ts';

export const CHANNEL: Place = { platform: 'slack', workspace: 'T01', channel: 'C01', kind: 'channel' };
/** Monday 23 November 2026, 12:00 in Tokyo. */
export const START = Date.parse('2026-11-23T03:00Z');

export type Harness = Awaited<ReturnType<typeof harness>>;

export async function harness(
  environment: Record<string, string> = {},
  operators?: EngineParts['operators'],
) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'desk-'));
  const clock = { now: START };
  const store = await opened(dataDir, () => clock.now);
  const briefing = kuril();
  const sent: Parcel[] = [];
  const logged: { level: string; fields: Fields; sentence: string }[] = [];
  const platform = { answer: { kind: 'sent', message: '1' } as Handed, hindrances: [] as Hindrance[] };
  const couriers = (['slack', 'discord'] as const).map((name) => keeping(name, sent, platform));
  const read = readConfig({ DATA_DIR: dataDir, ...environment }, en);
  if (read.kind !== 'config') throw new Error(read.faults.join(' '));
  const engine = createEngine({
    config: read.config,
    briefings: [briefing],
    store,
    couriers,
    limits: createLimits({ shared: store.tallies, now: () => clock.now }),
    log: keepingLog(logged),
    now: () => clock.now,
    messagesFor,
    ...(operators && { operators }),
  });
  return {
    store,
    engine,
    clock,
    sent,
    logged,
    platform,
    couriers,
    briefing,
    desk: engine.desk,
    /** An admin's, unless `rank` says otherwise. */
    ask(over: Partial<Ask> & { readonly rank?: Rank } = {}): Ask {
      const { rank = 'admin', place = CHANNEL, ...rest } = over;
      const person = knownPerson('U01', { rank, room: place.kind === 'direct' ? 'own' : 'public' });
      const asked = {
        briefing: briefing.id,
        words: '',
        readBy: 'asker',
        locale: 'en',
        at: clock.now,
      } as const;
      return { ...asked, place, person, ...rest };
    },
    async close() {
      await engine.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function saysOf({ blocks }: Reply): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ says }) => says);
    return block.kind === 'menu' ? block.choices.map(({ says }) => says) : [];
  });
}

async function opened(dataDir: string, now: () => number): Promise<FullStore> {
  const created = await createStore({ kind: 'sqlite', dataDir }, { now });
  if (created.kind !== 'open') throw new Error(created.why);
  return created.store;
}

function keeping(
  name: 'slack' | 'discord',
  sent: Parcel[],
  platform: { readonly answer: Handed; readonly hindrances: readonly Hindrance[] },
): Courier {
  return {
    platform: name,
    repeatSafeForMs: 0,
    async send(parcel) {
      sent.push(parcel);
      return platform.answer;
    },
    async find() {
      return { kind: 'cannot_tell', why: { code: 'words', words: 'nobody looks' }, lasts: 'for-good' };
    },
    async examine() {
      return platform.hindrances;
    },
    async workspaceOf() {
      return 'T01';
    },
  };
}

function keepingLog(logged: { level: string; fields: Fields; sentence: string }[]): Log {
  const at = (level: string) => (fields: Fields, sentence: string) => {
    logged.push({ level, fields, sentence });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
