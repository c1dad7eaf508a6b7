/**
 * When the briefings are read again: at SIGHUP, when `npm run reload` or `release` has asked for it by a file in
 * DATA_DIR, and when another replica has recorded a newer revision in the store than this one has.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config.ts';
import { isBehind } from '../digest/corrections/correct-one.ts';
import { recordRevisions } from '../digest/delivery/at-start.ts';
import type { Log } from '../ports/log.ts';
import { type Store, StoreDown } from '../ports/store.ts';
import type { Shelf } from './shelf.ts';

const LOOK_EVERY_MS = 1_000;

export type Reloading = {
  /** Briefings of which other replicas know a newer revision than this one. */
  behind(): readonly string[];
  stop(): void;
};

export type ReloadingParts = {
  readonly environment: Environment;
  readonly shelf: Shelf;
  readonly store: Pick<Store, 'revisions'>;
  readonly log: Log;
  /** The briefings are others now: what hangs on them is looked at again. */
  readonly reloaded: () => Promise<void>;
};

export function listenForReload(parts: ReloadingParts): Reloading {
  const { environment, shelf, store, log, reloaded } = parts;
  const file = requestFile(environment);
  let asked = askedAt(file);
  /** Read again while the store was away. */
  const unrecorded = new Set<string>();
  let behind: readonly string[] = [];
  let said = '';
  let looking = false;

  const reload = async (why: string) => {
    const changed = shelf.reload(log);
    log.info({ why, changed }, 'The briefings were read again');
    for (const id of changed) unrecorded.add(id);
    if (unrecorded.size === 0) return;
    const found = shelf.all().filter(({ id }) => unrecorded.has(id));
    await recordRevisions(found, store);
    unrecorded.clear();
    await reloaded();
  };
  const guarded = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      // The next look finds it again.
      if (!(error instanceof StoreDown)) log.error({ err: error }, 'The briefings could not be read again');
    }
  };
  const look = async () => {
    const at = askedAt(file);
    if (at !== asked) {
      await reload('asked for').catch((error: unknown) => {
        // A store that is away is tried again; what else is wrong would be wrong every second.
        if (!(error instanceof StoreDown)) asked = at;
        throw error;
      });
      asked = at;
    }
    const before = behind;
    behind = await behindOf(shelf, store);
    if (behind.length > 0 && behind.join() !== before.join()) {
      await reload('another replica has a newer revision');
      behind = await behindOf(shelf, store);
    }
    if (behind.join() === said) return;
    said = behind.join();
    if (behind.length > 0)
      log.warn(
        { briefings: behind },
        'This replica is behind: its files are older than what others answer from',
      );
  };
  const hear = () => void guarded(() => reload('SIGHUP'));
  process.on('SIGHUP', hear);
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void guarded(look).finally(() => {
      looking = false;
    });
  }, LOOK_EVERY_MS);
  return {
    behind: () => behind,
    stop() {
      clearInterval(timer);
      process.off('SIGHUP', hear);
    },
  };
}

/** Asks every bot whose DATA_DIR this is to read its briefings again; it does within a second or two. */
export function askForReload(environment: Environment): void {
  const file = requestFile(environment);
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${Date.now()}\n`, { mode: 0o600 });
}

function requestFile({ DATA_DIR }: Environment): string {
  return join(DATA_DIR?.trim() || 'data', 'reload');
}

function askedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function behindOf(shelf: Shelf, store: Pick<Store, 'revisions'>): Promise<string[]> {
  const newest = await store.revisions.newest();
  return shelf
    .all()
    .filter((briefing) => isBehind(briefing, newest))
    .map(({ id }) => id);
}
