import type { Revision } from '../briefing/schema.ts';
import type { Messages } from '../show/messages/messages.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import { makeKnown, releaseFolder } from './releasing.ts';
import type { Verb } from './verb.ts';

/** `npm run release`: proves a briefing, gives the revision its number, and writes down what changed. */
export const release: Verb = async (args, environment, say) => {
  const [id, ...rest] = args;
  if (id === undefined || rest.length > 0) return wrong(2, say.tools.releaseUsage);
  const found = folderOf(id, environment, say);
  if ('why' in found) return wrong(1, found.why);
  const released = releaseFolder(found.folder, Temporal.Now.plainDateISO().toString());
  switch (released.kind) {
    case 'faults':
      print(released.faults.join('\n'));
      return wrong(1, say.tools.notReleased);
    case 'unworded':
      print(released.items.join('\n'));
      return wrong(1, say.tools.notWorded);
    case 'unchanged':
      print(say.tools.nothingChanged(id, released.revision));
      return 0;
    case 'released': {
      print(told(id, released.revision, say).join('\n'));
      const known = await makeKnown(released, environment, say);
      inform(...known.told);
      if (known.manifest !== undefined) print(known.manifest);
      return 0;
    }
  }
};

function told(id: string, { number, date, ...changes }: Revision, say: Messages): string[] {
  const lists = Object.entries(changes).filter(([, ids]) => ids.length > 0);
  return [say.tools.released(id, number, date), ...lists.map(([what, ids]) => `${what}: ${ids.join(', ')}`)];
}

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
