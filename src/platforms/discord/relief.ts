/**
 * One process for each shard. Several with one token would all hear everything: the one that holds the shards' leases
 * is connected, and a newcomer waits until they are given back, or until nobody has kept them for some seconds.
 */
import { createHash } from 'node:crypto';
import type { DiscordSettings } from '../../config.ts';
import type { Log } from '../../ports/log.ts';
import type { Health, Started } from '../../ports/platform.ts';
import { type LeaseStore, StoreDown } from '../../ports/store.ts';
import { ANOTHER_ANSWERS } from '../../show/messages/en/discord.ts';
import type { Connection } from './connection.ts';

export type Relief = Pick<Connection, 'start' | 'stop' | 'health'>;

type Parts = {
  readonly connect: () => Connection;
  readonly leases: LeaseStore;
  readonly config: Pick<DiscordSettings, 'token' | 'shards'>;
  /** Of this process. */
  readonly owner: string;
  readonly log: Log;
  readonly timing: ReliefTiming;
};

export type ReliefTiming = {
  /** Who has not kept a lease for so long is taken for dead. */
  readonly leaseMs: number;
  readonly keepMs: number;
  readonly lookMs: number;
};

export const RELIEF_TIMING: ReliefTiming = { leaseMs: 12_000, keepMs: 3_000, lookMs: 1_000 };

export function relief({ connect, leases, config, owner, log, timing }: Parts): Relief {
  const names = leaseNames(config);
  const waits = waitingName(config);
  let connection: Connection | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  return {
    async start() {
      const started = (await mine()) ? await enter() : wait();
      later();
      return started;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await connection?.stop();
      await giveBack();
    },
    health: (now): Health => connection?.health(now) ?? { kind: 'well' },
  };

  function enter(): Promise<Started> {
    connection = connect();
    return connection.start();
  }

  function wait(): Started {
    log.info({ shards: names.length }, 'Another process answers on these shards: waiting to take over');
    return { kind: 'trying', why: ANOTHER_ANSWERS };
  }

  function later(): void {
    if (stopped) return;
    timer = setTimeout(() => void look(), connection === undefined ? timing.lookMs : timing.keepMs).unref();
  }

  async function look(): Promise<void> {
    const holds = await mine();
    if (stopped) return;
    if (holds && connection === undefined) {
      log.info({ shards: names.length }, 'Taking over the shards');
      await enter();
    } else if (!holds && connection !== undefined) {
      log.warn({ shards: names.length }, 'Another process has taken over the shards: stepping back');
      const left = connection;
      connection = undefined;
      await left.stop();
    }
    later();
  }

  /** While the store is down nobody can be relieved: whoever is there answers. */
  async function mine(): Promise<boolean> {
    try {
      for (const name of names) {
        if (await leases.take(name, owner, timing.leaseMs)) continue;
        await leases.take(waits, owner, timing.leaseMs);
        return false;
      }
      await leases.give(waits, owner);
      return true;
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      return true;
    }
  }

  async function giveBack(): Promise<void> {
    try {
      for (const name of [...names, waits]) await leases.give(name, owner);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
    }
  }
}

/** Under it a newcomer says that it waits. */
export function waitingName({ token }: Pick<DiscordSettings, 'token'>): string {
  return `discord:${botOf(token)}:waits`;
}

function leaseNames({ token, shards }: Pick<DiscordSettings, 'token' | 'shards'>): readonly string[] {
  const bot = `discord:${botOf(token)}`;
  if (shards.kind === 'auto') return [`${bot}:all`];
  const { from, to, total } = shards;
  return Array.from({ length: to - from + 1 }, (_, at) => `${bot}:${from + at}/${total}`);
}

/** Which bot it is, without its token. */
function botOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 16);
}
