import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import type { Briefing } from '../briefing/briefing.ts';
import { wordFault } from '../briefing/fault.ts';
import { type LoadedAll, loadBriefings, type Read } from '../briefing/load.ts';
import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';
import { briefingRoots } from './folders.ts';
import { inform } from './inform.ts';

/**
 * All briefings that are whole, the default one first; `undefined`, with a sentence on standard error, when there is
 * none. One that is broken stays out, with one line for each fault. The texts of sources that `SOURCE_FILE` names are
 * shown by `source N` where they are the very texts that a briefing was written from.
 */
export function load(
  environment: Environment,
  say: Messages,
): readonly [Briefing, ...Briefing[]] | undefined {
  return told(loadAll(environment, say), environment, say);
}

/** Tells of each that stays out; `undefined`, told as well, where none is left. */
export function told(
  { briefings, broken }: LoadedAll,
  environment: Environment,
  say: Messages,
): readonly [Briefing, ...Briefing[]] | undefined {
  for (const { folder, faults } of broken) inform(say.tools.leftOut(folder), ...faults.map(wordFault));
  const [first, ...rest] = briefings;
  if (first !== undefined) return [first, ...rest];
  inform(say.tools.noneUnder(briefingRoots(environment).join(' or ')));
  return undefined;
}

/** The same, with the broken ones as data. `DEFAULT_BRIEFING` comes first, the others in the order of their folders. */
export function loadAll(environment: Environment, say: Messages, read?: Read): LoadedAll {
  const { briefings, broken } = loadBriefings(briefingRoots(environment), {
    sourceTexts: sourceTexts(environment.SOURCE_FILE, say),
    ...(read && { read }),
  });
  const wanted = environment.DEFAULT_BRIEFING?.trim();
  const first = briefings.filter(({ id }) => id === wanted);
  return { briefings: [...first, ...briefings.filter((briefing) => !first.includes(briefing))], broken };
}

/** The texts of sources that `SOURCE_FILE` names; one that is not there is told. */
export function sourceTexts(files: string | undefined, say: Messages): string[] {
  const named = (files ?? '').split(delimiter).filter((file) => file.trim() !== '');
  for (const file of named.filter((name) => !existsSync(name))) inform(say.tools.noSourceFile(file));
  return named.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
}
