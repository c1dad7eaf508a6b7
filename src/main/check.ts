import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, check, type Proven } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { briefingFolders, readTexts, type Texts } from '../briefing/files.ts';
import { sha256Of } from '../briefing/fingerprint.ts';
import { loadBriefings, printsOf } from '../briefing/load.ts';
import type { Environment } from '../config.ts';
import { briefingRoots, folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

const USAGE = 'Usage: npm run check [-- [ID] [--source FILE]…]';

/** `npm run check`: proves every briefing, or one. 0: all is proven; 1: one line for each fault; 2: the arguments. */
export const checkVerb: Verb = async (args, environment) => {
  const asked = read(args);
  if (typeof asked === 'string') return wrong(asked);
  const folders = foldersFor(asked.id, environment);
  if (typeof folders === 'string') return wrong(folders);
  const all = folders.map(readTexts);
  const known = all.flatMap((texts) => sumsOf(texts));
  const strangers = asked.articles.filter((article) => !known.includes(sha256Of(article)));
  // An article that has changed is no briefing's any more; where only one is checked it is clear whose it was.
  if (strangers.length > 0 && all.length > 1) {
    return wrong(
      'A source file given is none that a briefing was written from: its SHA-256 is in no fingerprint. With npm run check -- ID it is held against that briefing.',
    );
  }
  let faulty = false;
  for (const texts of all) {
    const own = sumsOf(texts);
    const articles = asked.articles.filter((article) => own.includes(sha256Of(article)));
    const result = check(texts, [...articles, ...strangers]);
    faulty ||= result.kind === 'faults';
    print(lines(basename(texts.folder), result, asked.id !== undefined).join('\n'));
  }
  if (faulty) return 1;
  const { broken } = loadBriefings(briefingRoots(environment));
  if (broken.length === 0 || asked.id !== undefined) return 0;
  print(broken.flatMap(({ faults }) => faults.map(wordFault)).join('\n'));
  return 1;
};

function foldersFor(id: string | undefined, environment: Environment): readonly string[] | string {
  if (id !== undefined) {
    const found = folderOf(id, environment);
    return 'why' in found ? found.why : [found.folder];
  }
  const roots = briefingRoots(environment);
  const folders = roots.flatMap(briefingFolders);
  return folders.length > 0 ? folders : `There is no briefing in ${roots.join(' or ')}.`;
}

function sumsOf(texts: Texts): string[] {
  return [...printsOf(texts).read.values()].map(({ sha256 }) => sha256);
}

/** The marks of one briefing are told one by one; of several, only how many there are. */
function lines(name: string, result: Checked, all: boolean): string[] {
  if (result.kind === 'faults') return result.faults.map(wordFault);
  const { marks } = result.proven;
  const proven = `${name}: ${wordProven(result.proven)}`;
  if (marks.length === 0) return [proven];
  const counts = [...Map.groupBy(marks, ({ mark }) => mark)].map(([mark, its]) => `${its.length} ${mark}`);
  const items = new Set(marks.map(({ id }) => id)).size;
  const told = marks.map(({ at, id, mark, why }) => `${name}/${at.file}: ${id}: ${mark}: ${why}`);
  return [
    proven,
    `${name}: ${items} ${items === 1 ? 'item' : 'items'} to look at (${counts.join(', ')}); settle those that are right with npm run seen -- ${name} NAME ITEM…`,
    ...(all ? told : []),
  ];
}

function wordProven({ paragraphs, quotations, claims, by }: Proven): string {
  const how =
    by === 'exact'
      ? 'letter by letter against the source file'
      : "word for word against the source's fingerprint";
  return `${quotations} quotations proven ${how}; the names, numbers and dates of ${claims} items stand in the paragraphs they cite or are marked as inferred; all ${paragraphs} paragraphs are used or skipped with a reason.`;
}

type Asked = { readonly id?: string; readonly articles: readonly string[] };

function read(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { source: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    });
    const missing = values.source.find((file) => !existsSync(file) || !statSync(file).isFile());
    if (missing !== undefined) return `There is no file ${JSON.stringify(missing)}.`;
    if (positionals.length > 1) return USAGE;
    const [id] = positionals;
    const articles = values.source.map((file) => readFileSync(file, 'utf8'));
    return { ...(id === undefined ? {} : { id }), articles };
  } catch {
    return USAGE;
  }
}

function wrong(why: string): number {
  inform(why);
  return 2;
}
