/** The briefings as they are now: loaded when the process starts, and again when their files have changed. */
import { makeReady } from '../ask/ask.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { wordFault } from '../briefing/fault.ts';
import { type Broken, keptReading } from '../briefing/load.ts';
import type { Environment } from '../config.ts';
import type { Log } from '../ports/log.ts';
import type { Messages } from '../show/messages/messages.ts';
import { loadAll, told } from './load.ts';

export type Shelf = {
  /** Another list after a reload; a briefing whose files are the same is the same object. */
  all(): readonly [Briefing, ...Briefing[]];
  find(id: string): Briefing | undefined;
  /** Folders that are no briefing as they stand: left out, or as they were when they were whole. */
  broken(): readonly Broken[];
  /**
   * Reads the files again. What was asked before is answered from what was there then, what is asked after from what is
   * there now; nothing is between. The ids of what is new or has changed.
   */
  reload(log: Log): readonly string[];
};

/** `undefined`, with a sentence on standard error, where there is no briefing that is whole. */
export function openShelf(environment: Environment, say: Messages): Shelf | undefined {
  let stale: Broken[] = [];
  const read = keptReading((folder, faults) => stale.push({ folder, faults }));
  const loaded = loadAll(environment, say, read);
  const first = told(loaded, environment, say);
  if (first === undefined) return undefined;
  let all = first;
  let { broken } = loaded;
  return {
    all: () => all,
    find: (id) => all.find((briefing) => briefing.id === id),
    broken: () => broken,
    reload(log) {
      stale = [];
      const loaded = loadAll(environment, say, read);
      const [now, ...rest] = loaded.briefings;
      broken = [...stale, ...loaded.broken];
      for (const one of broken) {
        log.error({ folder: one.folder, faults: one.faults.map(wordFault) }, 'A briefing is broken');
      }
      if (now === undefined) return [];
      const changed = loaded.briefings.filter((briefing) => !all.includes(briefing));
      for (const briefing of changed) makeReady(briefing);
      all = [now, ...rest];
      return changed.map(({ id }) => id);
    },
  };
}
