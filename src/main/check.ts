import { basename } from 'node:path';
import { type Checked, check, type Proven } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { briefingFolders, readTexts } from '../briefing/files.ts';
import { sha256Of } from '../briefing/fingerprint.ts';
import { loadBriefings } from '../briefing/load.ts';
import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';
import { ownArticles, readArguments, sumsOf } from './articles.ts';
import { briefingRoots, folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run check`: proves every briefing, or one. 0: all is proven; 1: one line for each fault; 2: the arguments. */
export const checkVerb: Verb = async (args, environment, say) => {
  const asked = readArguments(args, say.tools.checkUsage, say);
  if (typeof asked === 'string') return wrong(asked);
  const folders = foldersFor(asked.id, environment, say);
  if (typeof folders === 'string') return wrong(folders);
  const all = folders.map(readTexts);
  const known = all.flatMap((texts) => [...sumsOf(texts)]);
  const strangers = asked.articles.filter((article) => !known.includes(sha256Of(article)));
  // An article that has changed is no briefing's any more; where only one is checked it is clear whose it was.
  if (strangers.length > 0 && all.length > 1) {
    return wrong(say.tools.strangeSource);
  }
  let faulty = false;
  for (const texts of all) {
    const result = check(texts, [...ownArticles(texts, asked.articles), ...strangers]);
    faulty ||= result.kind === 'faults';
    print(lines(basename(texts.folder), result, asked.id !== undefined, say).join('\n'));
  }
  if (faulty) return 1;
  const { broken } = loadBriefings(briefingRoots(environment));
  if (broken.length === 0 || asked.id !== undefined) return 0;
  print(broken.flatMap(({ faults }) => faults.map(wordFault)).join('\n'));
  return 1;
};

function foldersFor(
  id: string | undefined,
  environment: Environment,
  say: Messages,
): readonly string[] | string {
  if (id !== undefined) {
    const found = folderOf(id, environment, say);
    return 'why' in found ? found.why : [found.folder];
  }
  const roots = briefingRoots(environment);
  const folders = roots.flatMap(briefingFolders);
  return folders.length > 0 ? folders : say.tools.noBriefingIn(roots.join(' or '));
}

/** The marks of one briefing are told one by one; of several, only how many there are. */
function lines(name: string, result: Checked, all: boolean, say: Messages): string[] {
  if (result.kind === 'faults') return result.faults.map(wordFault);
  const { marks, unworded } = result.proven;
  const proven = [`${name}: ${wordProven(result.proven, say)}`];
  if (unworded.length > 0)
    proven.push(`${name}: ${say.tools.unworded(unworded.length)}${all ? ` ${unworded.join(' ')}` : ''}`);
  if (marks.length === 0) return proven;
  const counts = [...Map.groupBy(marks, ({ mark }) => mark)].map(([mark, its]) => `${its.length} ${mark}`);
  const items = new Set(marks.map(({ id }) => id)).size;
  const told = marks.map(({ at, id, mark, why }) => `${name}/${at.file}: ${id}: ${mark}: ${why}`);
  return [...proven, say.tools.toLookAt(name, items, counts.join(', ')), ...(all ? told : [])];
}

/** What was proven, in a sentence. */
export function wordProven({ paragraphs, quotations, claims, by }: Proven, say: Messages): string {
  const how = by === 'exact' ? say.tools.exactly : say.tools.byFingerprint;
  return say.tools.proven(quotations, how, claims, paragraphs);
}

function wrong(why: string): number {
  inform(why);
  return 2;
}
