import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../briefing/briefing.ts';
import { loadBriefings } from '../briefing/load.ts';
import type { Environment } from '../config.ts';
import { inform } from './inform.ts';

const ROOT = fileURLToPath(new URL('../../briefings/', import.meta.url));

/**
 * All briefings; undefined, with one line for each fault on standard error, when one is wrong. The text of a source
 * named by `SOURCE_FILE` is shown by `source N` where it is the very text that a briefing was written from.
 */
export function load(environment: Environment): readonly [Briefing, ...Briefing[]] | undefined {
  const loaded = loadBriefings(ROOT, { sourceTexts: sourceTexts(environment.SOURCE_FILE) });
  if (loaded.kind === 'faults') {
    inform(
      ...loaded.faults.map(({ file, line, found, expected }) => `${file}:${line}: ${found}; ${expected}`),
    );
    return undefined;
  }
  const [first, ...rest] = loaded.briefings;
  if (first === undefined) {
    inform(`There is no briefing under ${ROOT}; each is a folder with a briefing.yaml.`);
    return undefined;
  }
  return [first, ...rest];
}

function sourceTexts(file: string | undefined): string[] {
  if (file === undefined || file.trim() === '') return [];
  if (existsSync(file)) return [readFileSync(file, 'utf8')];
  inform(`SOURCE_FILE names ${file}, which is not there; going on without it.`);
  return [];
}
