/** The story of the tests: three articles over three days, with a call-off, a correction and a changed post. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import {
  nextRevision,
  readReleased,
  revisionYaml,
  toRelease,
  writeReleased,
} from '../../src/briefing/release.ts';
import { writeFolder } from '../../src/briefing/write.ts';

export const DAYS = [1, 2, 3].map((day) => join(import.meta.dirname, `../fixtures/story/day${day}`));

/** A folder that grows day by day, each day released. `root` is removed by `remove`. */
export function story(root = mkdtempSync(join(tmpdir(), 'story-'))) {
  const folder = join(root, 'wells');
  const release = (day: number): Briefing => {
    cpSync(DAYS[day]!, folder, { recursive: true });
    const texts = readTexts(folder);
    const now = briefing(folder);
    const revision = nextRevision(readReleased(texts.released), now, `2024-03-1${day + 2}`);
    if (revision === undefined) throw new Error('nothing changed');
    writeFolder(
      folder,
      new Map([
        ['revisions.yaml', `${texts.yaml.get('revisions.yaml') ?? ''}${revisionYaml(revision)}`],
        ['released.json', writeReleased({ revision: revision.number, ...toRelease(now) })],
      ]),
    );
    return briefing(folder);
  };
  return { root, folder, release, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function briefing(folder: string): Briefing {
  const loaded = loadBriefing(folder);
  if (loaded.kind === 'faults') throw new Error(JSON.stringify(loaded.faults));
  return loaded.briefing;
}
