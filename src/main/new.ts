import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { briefingFolders } from '../briefing/files.ts';
import { newBriefing } from '../briefing/new.ts';
import { writeFolder } from '../briefing/write.ts';
import { briefingRoots, rootForNew } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run new -- ID [FILE]`: an empty briefing that passes the check, of a source where its file is given. */
export const newVerb: Verb = async ([id, file, ...rest], environment) => {
  if (id === undefined || rest.length > 0) return wrong(2, 'Usage: npm run new -- ID [FILE]');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) || id.length > 32)
    return wrong(1, `${JSON.stringify(id)} is no id: at most 32 small letters, digits and single hyphens.`);
  if (
    briefingRoots(environment)
      .flatMap(briefingFolders)
      .some((folder) => basename(folder) === id)
  )
    return wrong(1, `There is a briefing '${id}' already.`);
  if (file !== undefined && (!existsSync(file) || !statSync(file).isFile()))
    return wrong(1, `There is no file ${JSON.stringify(file)}.`);
  const article = file === undefined ? undefined : readFileSync(file, 'utf8');
  if (article?.trim() === '') return wrong(1, `The file ${JSON.stringify(file)} holds no text.`);
  const folder = join(rootForNew(environment), id);
  writeFolder(folder, newBriefing(id, Temporal.Now.plainDateISO().toString(), article));
  print(
    `${folder} is an empty briefing that passes: npm run check -- ${id}. What its files hold: docs/briefing.md.`,
  );
  return 0;
};

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
