/** The drawing thread as seen from the bot's own: started when something is to be drawn, ended when nothing is for a while. */
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './answer.ts';
import type { Started } from './worker.ts';

export type Thread = {
  /** Rejects where the thread broke down, took too long or was closed. */
  ask(asked: Omit<Asked, 'id'>): Promise<Answered>;
  close(): Promise<void>;
};

/** A picture takes a third of a second; what takes this long never ends. */
const LONGEST_MS = 20_000;
/** A map's land and fonts are some 60 MB, for as long as the thread lives. */
const IDLE_MS = 60_000;

/** A map takes some 45 MB at most; a small young generation keeps what is thrown away from piling up. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

type Pending = { resolve(answered: Answered): void; reject(error: unknown): void; timer: NodeJS.Timeout };

export function createThread(): Thread {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  return {
    ask(asked) {
      clearTimeout(idle);
      const to = running();
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(new Error('a picture took too long')), LONGEST_MS).unref();
        pending.set(id, { resolve, reject, timer });
        to.ref();
        to.postMessage({ ...asked, id });
      });
    },
    close: () => end(new Error('pictures were closed')),
  };

  function running(): Worker {
    if (worker !== undefined) return worker;
    const workerData: Started = { keepsCompiled: getCompileCacheDir() !== undefined };
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: LIMITS,
      workerData,
    });
    started.on('message', settle);
    started.on('error', (error) => worker === started && void end(error));
    started.on('exit', () => worker === started && void end(new Error('the drawing thread ended')));
    worker = started;
    return started;
  }

  function settle(answered: Answered): void {
    const waiting = pending.get(answered.id);
    pending.delete(answered.id);
    clearTimeout(waiting?.timer);
    waiting?.resolve(answered);
    if (pending.size > 0) return;
    // An idle thread keeps no process alive.
    worker?.unref();
    idle = setTimeout(() => end(new Error('idle')), IDLE_MS).unref();
  }

  async function end(why: unknown): Promise<void> {
    const ending = worker;
    worker = undefined;
    clearTimeout(idle);
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(why);
    }
    pending.clear();
    await ending?.terminate();
  }
}
