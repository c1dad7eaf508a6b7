/**
 * Articles that the program was not made on, each with sixty questions by somebody who had read it and nothing else.
 * Half of the questions of some, and all of two, are worked with; all the others are only scored, and their totals alone
 * are looked at.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { writeFolder } from '../../src/briefing/write.ts';
import { draftOf } from '../../src/drafting/extract.ts';
import { readAny } from '../../src/drafting/reading/any.ts';
import { articleOf } from '../../src/drafting/reading/read.ts';
import { filesOf } from '../../src/drafting/write/briefing.ts';
import type { Asked } from './questions.ts';

const FOLDER = join(import.meta.dirname, 'articles');

export type Told = {
  readonly name: string;
  readonly questions: readonly Asked[];
  /** As `npm run draft` leaves it. */
  readonly draft: Briefing;
  /** As an editor's hour left it; undefined where nobody has sat down to it. */
  readonly reviewed?: Briefing;
};

export function articleNames(): string[] {
  return readdirSync(FOLDER).sort();
}

export async function told(name: string): Promise<Told> {
  const reviewed = join(FOLDER, name, 'briefing');
  return {
    name,
    questions: load(readFileSync(join(FOLDER, name, 'questions.yaml'), 'utf8')) as Asked[],
    draft: await drafted(name),
    ...(existsSync(reviewed) && { reviewed: loaded(reviewed) }),
  };
}

async function drafted(name: string): Promise<Briefing> {
  const root = mkdtempSync(join(tmpdir(), 'attache-draft-'));
  try {
    const file = join(FOLDER, name, 'article.txt');
    const article = articleOf(await readAny(file, readFileSync(file, 'utf8')), {});
    const { published } = article.head;
    const found = draftOf(article, published === undefined ? undefined : Temporal.PlainDate.from(published));
    const folder = join(root, name);
    writeFolder(folder, filesOf(name, found, article, { id: 'report', rights: 'own' }, '2026-11-27'));
    return loaded(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function loaded(folder: string): Briefing {
  const read = loadBriefing(folder);
  if (read.kind !== 'loaded') throw new Error(`${folder} is no briefing: ${JSON.stringify(read)}`);
  return read.briefing;
}
