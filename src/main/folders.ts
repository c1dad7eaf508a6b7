/** Where briefings lie: the project's own folder, and those that `BRIEFINGS_DIR` names. */
import { existsSync } from 'node:fs';
import { basename, delimiter, join, relative } from 'node:path';
import { briefingFolders } from '../briefing/files.ts';
import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

const OWN = join(import.meta.dirname, '../../briefings');

/** The project's own first; folders that are not there are left out. As seen from where the program runs. */
export function briefingRoots(environment: Environment): string[] {
  return rootsIn(environment).filter((root) => existsSync(root));
}

/** Where a new briefing goes: where somebody keeps their own, be it there yet or not, else among the project's. */
export function rootForNew(environment: Environment): string {
  return rootsIn(environment).at(-1)!;
}

function rootsIn({ BRIEFINGS_DIR = '' }: Environment): string[] {
  const more = BRIEFINGS_DIR.split(delimiter).map((root) => root.trim());
  const roots = [OWN, ...more.filter((root) => root !== '')].map(
    (root) => relative(process.cwd(), root) || '.',
  );
  return [...new Set(roots)];
}

/** The folder of a briefing, by its id; a reason where there is none. */
export function folderOf(
  id: string,
  environment: Environment,
  say: Messages,
): { readonly folder: string } | { readonly why: string } {
  const folders = briefingRoots(environment).flatMap(briefingFolders);
  const folder = folders.find((one) => basename(one) === id);
  if (folder !== undefined) return { folder };
  const names = [...new Set(folders.map((one) => basename(one)))].join(', ');
  return {
    why: say.tools.noSuchBriefing(JSON.stringify(id), names || say.tools.noneYet),
  };
}
