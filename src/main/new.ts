import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { briefingFolders } from '../briefing/files.ts';
import { newBriefing } from '../briefing/new.ts';
import { writeFolder } from '../briefing/write.ts';
import { briefingRoots, rootForNew } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run new -- ID [FILE]`: an empty briefing that passes the check, of a source where its file is given. */
export const newVerb: Verb = async ([id, file, ...rest], environment, say) => {
  if (id === undefined || rest.length > 0) return wrong(2, say.tools.newUsage);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) || id.length > 32)
    return wrong(1, say.tools.noId(JSON.stringify(id)));
  if (
    briefingRoots(environment)
      .flatMap(briefingFolders)
      .some((folder) => basename(folder) === id)
  )
    return wrong(1, say.tools.thereAlready(id));
  if (file !== undefined && (!existsSync(file) || !statSync(file).isFile()))
    return wrong(1, say.tools.noFile(JSON.stringify(file)));
  const article = file === undefined ? undefined : readFileSync(file, 'utf8');
  if (article?.trim() === '') return wrong(1, say.tools.noText(JSON.stringify(file)));
  const folder = join(rootForNew(environment), id);
  writeFolder(folder, newBriefing(id, Temporal.Now.plainDateISO().toString(), article));
  print(say.tools.made(folder, id));
  return 0;
};

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
