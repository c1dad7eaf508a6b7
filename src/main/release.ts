import { check } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { readTexts } from '../briefing/files.ts';
import { loadBriefing } from '../briefing/load.ts';
import { nextRevision, readReleased, revisionYaml, toRelease, writeReleased } from '../briefing/release.ts';
import type { Revision } from '../briefing/schema.ts';
import { writeFolder } from '../briefing/write.ts';
import type { Messages } from '../show/messages/messages.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

const HEADING = '# Written by npm run release: what each revision changed.\n';

/** `npm run release`: proves a briefing, gives the revision its number, and writes down what changed. */
export const release: Verb = async (args, environment, say) => {
  const [id, ...rest] = args;
  if (id === undefined || rest.length > 0) return wrong(2, say.tools.releaseUsage);
  const found = folderOf(id, environment, say);
  if ('why' in found) return wrong(1, found.why);
  const texts = readTexts(found.folder);
  const checked = check(texts);
  if (checked.kind === 'faults') {
    print(checked.faults.map(wordFault).join('\n'));
    return wrong(1, say.tools.notReleased);
  }
  const loaded = loadBriefing(found.folder);
  if (loaded.kind === 'faults') throw new Error('What is proven can be loaded');
  const { briefing } = loaded;
  const today = Temporal.Now.plainDateISO().toString();
  const revision = nextRevision(readReleased(texts.released), briefing, today);
  if (revision === undefined) {
    print(say.tools.nothingChanged(id, briefing.revision.number));
    return 0;
  }
  const before = texts.yaml.get('revisions.yaml') ?? HEADING;
  const files = new Map([
    ['revisions.yaml', `${before.trim() === '[]' ? HEADING : before.trimEnd()}\n${revisionYaml(revision)}`],
    ['released.json', writeReleased({ revision: revision.number, ...toRelease(briefing) })],
  ]);
  writeFolder(found.folder, files);
  print(told(id, revision, say).join('\n'));
  return 0;
};

function told(id: string, { number, date, ...changes }: Revision, say: Messages): string[] {
  const lists = Object.entries(changes).filter(([, ids]) => ids.length > 0);
  return [say.tools.released(id, number, date), ...lists.map(([what, ids]) => `${what}: ${ids.join(', ')}`)];
}

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
