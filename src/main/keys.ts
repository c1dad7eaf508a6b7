/** `npm run keys -- rotate`: every installation encrypted anew with the first key; and how many none of them opens. */
import { readConfig } from '../config.ts';
import { rotated } from '../platforms/slack/installations.ts';
import { type InstallationKeeper, StoreDown } from '../ports/store.ts';
import { createStore } from '../store/create.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** 0: the first key opens them all; 1: some that none opens, or a store that is not there; 2: asked for wrongly. */
export const keys: Verb = async ([what, ...more], environment, say) => {
  if (what !== 'rotate' || more.length > 0) return refuse(2, say.keys.usage);
  const read = readConfig(environment, say);
  if (read.kind === 'faults') return refuse(2, say.running.mendSettings, ...read.faults);
  const { store: choice, encryptionKeys } = read.config;
  if (encryptionKeys.length === 0) return refuse(2, say.keys.none);
  const created = await createStore(choice, { now: Date.now });
  if (created.kind !== 'open') {
    if (created.kind === 'down') await created.store.close();
    return refuse(1, created.why, created.mend);
  }
  const { store } = created;
  try {
    const { anew, kept, unreadable } = await rotate(store.installations, encryptionKeys);
    print(say.keys.rotated(anew, kept));
    if (unreadable.length === 0) return 0;
    return refuse(
      1,
      say.keys.unreadable(unreadable.length, unreadable.length + anew + kept),
      unreadable.join(' '),
    );
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    return refuse(1, error.message, error.mend);
  } finally {
    await store.close();
  }
};

type Counts = { anew: number; kept: number; readonly unreadable: string[] };

/** One by one, so that what is done stays done; one that changes meanwhile is encrypted with the first key anyway. */
async function rotate(installations: InstallationKeeper, all: readonly Uint8Array[]): Promise<Counts> {
  const counts: Counts = { anew: 0, kept: 0, unreadable: [] };
  for (const { key, installation } of await installations.all()) {
    const becomes = rotated(installation, key, all);
    if (becomes.kind === 'unreadable') counts.unreadable.push(key);
    else if (
      becomes.kind === 'anew' &&
      (await installations.replace(key, installation, becomes.installation))
    )
      counts.anew += 1;
    else counts.kept += 1;
  }
  return counts;
}

/** For the start: the workspaces whose installations none of the keys opens, of how many. */
export async function unreadableOf(
  installations: InstallationKeeper,
  all: readonly Uint8Array[],
): Promise<{ readonly unreadable: readonly string[]; readonly of: number }> {
  const kept = await installations.all();
  const unreadable = kept.filter(
    ({ key, installation }) => rotated(installation, key, all).kind === 'unreadable',
  );
  return { unreadable: unreadable.map(({ key }) => key), of: kept.length };
}

function refuse(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
