import { existsSync, readFileSync, statSync } from 'node:fs';
import { readTexts } from '../briefing/files.ts';
import { addSource, type Updated, updateSource } from '../briefing/update.ts';
import { writeFolder } from '../briefing/write.ts';
import type { Messages } from '../show/messages/messages.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

const VERBS = { add: addSource, update: updateSource };

/** `npm run source`: a source's fingerprint, or its new version with every reference renumbered. */
export const source: Verb = async (args, environment, say) => {
  const [verb = '', briefing, id, file, ...rest] = args;
  if (!Object.hasOwn(VERBS, verb) || !briefing || !id || !file || rest.length > 0)
    return wrong(2, say.tools.sourceUsage);
  const found = folderOf(briefing, environment, say);
  if ('why' in found) return wrong(1, found.why);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id)) return wrong(1, say.tools.noSourceId(JSON.stringify(id)));
  if (!existsSync(file) || !statSync(file).isFile())
    return wrong(1, say.tools.noFileToRead(JSON.stringify(file)));
  const bytes = readFileSync(file);
  if (bytes.includes(0)) return wrong(1, say.tools.notText(JSON.stringify(file)));
  const texts = readTexts(found.folder);
  const updated = VERBS[verb as keyof typeof VERBS](texts, id, bytes.toString('utf8'));
  if (updated.kind === 'refused') return wrong(1, say.tools.unchanged(updated.why));
  writeFolder(found.folder, updated.files);
  print(told(updated, id, say).join('\n'));
  return 0;
};

/** What changed, vanished or is new, and what has to be looked at because of it. */
function told(
  { paragraphs, alignment, touched }: Extract<Updated, { kind: 'updated' }>,
  id: string,
  say: Messages,
): string[] {
  const { to, vanished, added } = alignment;
  const moved = [...to].filter(([from, now]) => now.same && now.paragraph !== from).length;
  const reworded = [...to].filter(([, { same }]) => !same);
  const its = (paragraph: number) =>
    [...new Set(touched.filter((one) => one.paragraph === paragraph).map((one) => one.id))].join(', ') ||
    say.tools.nothing;
  return [
    say.tools.aligned(id, paragraphs, to.size, moved),
    ...reworded.map(([from, now]) => say.tools.reworded(from, now.paragraph, its(from))),
    ...vanished.map((paragraph) => say.tools.gone(paragraph, its(paragraph))),
    ...added.map((paragraph) => say.tools.added(paragraph)),
  ];
}

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
