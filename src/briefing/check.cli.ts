/** `npm run check [-- --source FILE]`: proves every briefing; exit 1 and one line per fault where one is not proven. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, check, type Proven } from './check.ts';
import { wordFault } from './fault.ts';
import { briefingFolders, readTexts } from './files.ts';
import { isSourceOf, loadBriefings } from './load.ts';

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
  if (folders.length === 0) return refuse(`There is no briefing in ${root}.`);
  const all = folders.map(readTexts);
  const { source } = asked;
  const theirs = all.filter((texts) => source !== undefined && isSourceOf(source, texts));
  // An article that has changed is no briefing's any more; with one briefing it is clear whose it was.
  const of = theirs.length > 0 || all.length > 1 ? theirs : all;
  if (source !== undefined && of.length === 0) {
    return refuse(
      `The source file given is none that a briefing was written from: its SHA-256 is in no fingerprint.json.`,
    );
  }
  let faulty = false;
  for (const texts of all) {
    const result = check(texts, of.includes(texts) ? source : undefined);
    faulty ||= result.kind === 'faults';
    process.stdout.write(`${lines(basename(texts.folder), result).join('\n')}\n`);
  }
  if (faulty) return 1;
  const together = loadBriefings(root);
  if (together.kind === 'loaded') return 0;
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

function read(args: string[]): { readonly source?: string } | string {
  try {
    const { values } = parseArgs({ args, options: { source: { type: 'string' } } });
    if (values.source === undefined) return {};
    if (!existsSync(values.source) || !statSync(values.source).isFile())
      return `There is no file ${JSON.stringify(values.source)}.`;
    return { source: readFileSync(values.source, 'utf8') };
  } catch {
    return 'Only --source FILE can be given: npm run check -- --source FILE';
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
