import { existsSync, readFileSync, statSync } from 'node:fs';
import { readTexts } from '../briefing/files.ts';
import { addSource, type Updated, updateSource } from '../briefing/update.ts';
import { writeFolder } from '../briefing/write.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

const USAGE = 'Usage: npm run source -- add|update BRIEFING SOURCE FILE';
const VERBS = { add: addSource, update: updateSource };

/** `npm run source`: a source's fingerprint, or its new version with every reference renumbered. */
export const source: Verb = async (args, environment) => {
  const [verb = '', briefing, id, file, ...rest] = args;
  if (!Object.hasOwn(VERBS, verb) || !briefing || !id || !file || rest.length > 0) return wrong(2, USAGE);
  const found = folderOf(briefing, environment);
  if ('why' in found) return wrong(1, found.why);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id))
    return wrong(1, `${JSON.stringify(id)} is no id: small letters, digits and single hyphens.`);
  if (!existsSync(file) || !statSync(file).isFile())
    return wrong(1, `There is no file ${JSON.stringify(file)} to read the source from.`);
  const bytes = readFileSync(file);
  if (bytes.includes(0)) return wrong(1, `The file ${JSON.stringify(file)} is no text.`);
  const texts = readTexts(found.folder);
  const updated = VERBS[verb as keyof typeof VERBS](texts, id, bytes.toString('utf8'));
  if (updated.kind === 'refused') return wrong(1, `${updated.why} Nothing was changed.`);
  writeFolder(found.folder, updated.files);
  print(told(updated, id).join('\n'));
  return 0;
};

/** What changed, vanished or is new, and what has to be looked at because of it. */
function told(
  { paragraphs, alignment, touched }: Extract<Updated, { kind: 'updated' }>,
  id: string,
): string[] {
  const { to, vanished, added } = alignment;
  const moved = [...to].filter(([from, now]) => now.same && now.paragraph !== from).length;
  const reworded = [...to].filter(([, { same }]) => !same);
  const its = (paragraph: number) =>
    [...new Set(touched.filter((one) => one.paragraph === paragraph).map((one) => one.id))].join(', ') ||
    'nothing';
  return [
    `${id}: ${paragraphs} paragraphs${to.size === 0 ? '' : `; ${to.size} found again, ${moved} of them under another number`}.`,
    ...reworded.map(
      ([from, now]) =>
        `reworded: paragraph ${from}, now ${now.paragraph}; look at what rests on it: ${its(from)}`,
    ),
    ...vanished.map((paragraph) => `gone: paragraph ${paragraph}; on it rested: ${its(paragraph)}`),
    ...added.map((paragraph) => `new: paragraph ${paragraph}`),
  ];
}

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
