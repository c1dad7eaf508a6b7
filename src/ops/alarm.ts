/**
 * Tells whoever runs the bot, in a channel of theirs, what concerns many: once when it begins, and once when it is over.
 * Replicas agree through the store on who tells; while that is what fails, each tells for itself.
 */
import type { Log } from '../ports/log.ts';
import { type SeenBook, StoreDown } from '../ports/store.ts';
import type { Messages } from '../show/messages/messages.ts';
import { allKeys, type Signs, type Trouble, troublesIn } from './troubles.ts';

export type AlarmParts = {
  readonly signs: () => Promise<Signs>;
  readonly platforms: readonly Parameters<typeof allKeys>[0][number][];
  /** Says it in the operators' channel. False where it is certain that nothing arrived, and it may be tried again. */
  readonly tell: (said: Said) => Promise<boolean>;
  readonly seen: SeenBook;
  readonly log: Log;
  readonly now: () => number;
  readonly say: Messages;
};

/** What is said, and the mend where there is one. */
export type Said = { readonly heading: string; readonly says: string; readonly mend?: string };

export type Alarm = {
  /** Looks now; the next look comes by itself. Never throws. */
  look(): Promise<void>;
  /** What is so at the last look. */
  latest(): readonly Trouble[];
  stop(): void;
};

const EVERY_MS = 30_000;
const FOR_EVER = Number.MAX_SAFE_INTEGER;
/** Within so long of each other replicas notice that something is over. */
const OVER_WITHIN_MS = 900_000;

/** `told` is false as long as it could not be said. */
type Open = { readonly trouble: Trouble; readonly since: number; told: boolean };

export function createAlarm(parts: AlarmParts): Alarm {
  const { seen, log, now, say } = parts;
  const open = new Map<string, Open>();
  let latest: readonly Trouble[] = [];
  let looking = false;
  let first = true;

  async function round(): Promise<void> {
    latest = troublesIn(await parts.signs(), say);
    if (first) first = !(await takeUp());
    for (const trouble of latest) {
      const known = open.get(trouble.key) ?? { trouble, since: now(), told: false };
      open.set(trouble.key, known);
      if (!known.told) known.told = await begins(trouble);
    }
    for (const one of [...open.values()]) {
      if (latest.some(({ key }) => key === one.trouble.key)) continue;
      if (await ends(one)) open.delete(one.trouble.key);
    }
  }

  /** What an earlier process told of and is not so any more is over: nobody else would say so. False: not yet. */
  async function takeUp(): Promise<boolean> {
    try {
      for (const key of allKeys(parts.platforms)) {
        if (latest.some((trouble) => trouble.key === key) || !(await seen.known(`ops:${key}`, now())))
          continue;
        open.set(key, { trouble: { key, says: say.ops.earlier, mend: '' }, since: now(), told: true });
      }
      return true;
    } catch (error) {
      if (error instanceof StoreDown) return false;
      throw error;
    }
  }

  async function begins({ key, says, mend }: Trouble): Promise<boolean> {
    const mine = await ours(`ops:${key}`, FOR_EVER);
    if (!mine) return true;
    await forget(`ops-over:${key}`);
    const told = await parts.tell({ heading: say.ops.heading, says, mend });
    log.warn({ key, says, told }, 'Whoever runs the bot is told of trouble');
    // Nobody was told: whoever can, may.
    if (!told) await forget(`ops:${key}`);
    return told;
  }

  async function ends({ trouble, since, told }: Open): Promise<boolean> {
    const { key, says } = trouble;
    if (!(await ours(`ops-over:${key}`, now() + OVER_WITHIN_MS))) return true;
    const length = say.time.length(Math.max(1_000, now() - since));
    const done = await parts.tell({ heading: say.ops.overHeading, says: say.ops.over(says, length) });
    log.info({ key, told, done }, 'Whoever runs the bot is told that trouble is over');
    await forget(done ? `ops:${key}` : `ops-over:${key}`);
    return done;
  }

  /** Whether this replica is the one to say it. */
  async function ours(id: string, until: number): Promise<boolean> {
    try {
      return await seen.firstTime(id, now(), until);
    } catch (error) {
      if (error instanceof StoreDown) return true;
      throw error;
    }
  }

  async function forget(id: string): Promise<void> {
    try {
      await seen.forget(id);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
    }
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      await round();
    } catch (error) {
      log.error({ err: error }, 'Trouble could not be looked for');
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), EVERY_MS).unref();
  return { look, latest: () => latest, stop: () => clearInterval(timer) };
}
