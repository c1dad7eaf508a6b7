/** `npm run check [-- [ID] [--source FILE]…]`: proves every briefing, or one; exit 1 and one line per fault where one is not proven. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, check, type Proven } from './check.ts';
import { wordFault } from './fault.ts';
import { briefingFolders, readTexts } from './files.ts';
import { sha256Of } from './fingerprint.ts';
import { loadBriefings, printsOf } from './load.ts';

const root = relative(process.cwd(), join(import.meta.dirname, '../../briefings')) || '.';
try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = refuse(
    `The briefings cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function main(args: string[]): number {
  const asked = read(args);
  if (typeof asked === 'string') return refuse(asked);
  const folders = briefingFolders(root);
  const wanted = asked.id === undefined ? folders : folders.filter((folder) => basename(folder) === asked.id);
  if (wanted.length === 0) {
    const names = folders.map((folder) => basename(folder)).join(', ');
    return refuse(
      asked.id === undefined
        ? `There is no briefing in ${root}.`
        : `There is no briefing '${asked.id}' in ${root}; there is ${names || 'none'}.`,
    );
  }
  const all = wanted.map(readTexts);
  const prints = all.flatMap((texts) => [...printsOf(texts).read.values()]);
  const strangers = asked.articles.filter(
    (article) => !prints.some(({ sha256 }) => sha256 === sha256Of(article)),
  );
  // An article that has changed is no briefing's any more; where only one is checked it is clear whose it was.
  if (strangers.length > 0 && all.length > 1) {
    return refuse(
      'A source file given is none that a briefing was written from: its SHA-256 is in no fingerprint. With npm run check -- ID it is held against that briefing.',
    );
  }
  let faulty = false;
  for (const texts of all) {
    const own = [...printsOf(texts).read.values()].map(({ sha256 }) => sha256);
    const result = check(texts, [
      ...asked.articles.filter((article) => own.includes(sha256Of(article))),
      ...strangers,
    ]);
    faulty ||= result.kind === 'faults';
    process.stdout.write(`${lines(basename(texts.folder), result).join('\n')}\n`);
  }
  if (faulty) return 1;
  const together = loadBriefings(root);
  if (together.kind === 'loaded' || asked.id !== undefined) return 0;
  process.stdout.write(`${together.faults.map(wordFault).join('\n')}\n`);
  return 1;
}

function lines(name: string, result: Checked): string[] {
  return result.kind === 'faults' ? result.faults.map(wordFault) : [`${name}: ${wordProven(result.proven)}`];
}

function wordProven({ paragraphs, quotations, claims, by }: Proven): string {
  const how =
    by === 'exact'
      ? 'letter by letter against the source file'
      : "word for word against the source's fingerprint";
  return `${quotations} quotations proven ${how}; the names, numbers and dates of ${claims} items stand in the paragraphs they cite or are marked as inferred; all ${paragraphs} paragraphs are used or skipped with a reason.`;
}

type Asked = { readonly id?: string; readonly articles: readonly string[] };

function read(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
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

const USAGE = 'Usage: npm run check [-- [ID] [--source FILE]…]';

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
