/** A release: proven, numbered, written down, and made known where the command is new. */
import { check } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { readTexts } from '../briefing/files.ts';
import { loadTexts } from '../briefing/load.ts';
import { nextRevision, readReleased, revisionYaml, toRelease, writeReleased } from '../briefing/release.ts';
import type { Revision } from '../briefing/schema.ts';
import { writeFolder } from '../briefing/write.ts';
import { type Environment, readConfig } from '../config.ts';
import { zoneOf } from '../digest/timetable/zones.ts';
import type { Messages } from '../show/messages/messages.ts';
import { loadAll } from './load.ts';
import { readingBot } from './reading-bot.ts';
import { askForReload } from './reloading.ts';

const HEADING = '# Written by npm run release: what each revision changed.\n';

export type Released =
  | { readonly kind: 'faults'; readonly faults: readonly string[] }
  /** Ids of items that nobody has put into words yet. */
  | { readonly kind: 'unworded'; readonly items: readonly string[] }
  | { readonly kind: 'unchanged'; readonly revision: number }
  | { readonly kind: 'released'; readonly revision: Revision; readonly command: string };

/** `today` is the day of the release. @throws where the disk refuses; nothing is released then. */
export function releaseFolder(folder: string, today: string): Released {
  const texts = readTexts(folder);
  const checked = check(texts);
  if (checked.kind === 'faults') return { kind: 'faults', faults: checked.faults.map(wordFault) };
  const { unworded } = checked.proven;
  if (unworded.length > 0) return { kind: 'unworded', items: unworded };
  const loaded = loadTexts(texts, []);
  if (loaded.kind === 'faults') throw new Error('What is proven can be loaded');
  const { briefing } = loaded;
  const revision = nextRevision(readReleased(texts.released), briefing, today);
  if (revision === undefined) return { kind: 'unchanged', revision: briefing.revision.number };
  const before = texts.yaml.get('revisions.yaml') ?? HEADING;
  const files = new Map([
    ['revisions.yaml', `${before.trim() === '[]' ? HEADING : before.trimEnd()}\n${revisionYaml(revision)}`],
    ['released.json', writeReleased({ revision: revision.number, ...toRelease(briefing) })],
  ]);
  writeFolder(folder, files);
  return { kind: 'released', revision, command: briefing.command };
}

/** What was done for a release besides, and Slack's manifest where its command is new. */
export type MadeKnown = { readonly told: readonly string[]; readonly manifest?: string };

/** Discord is told of a new command; Slack's manifest has to be handed over by a person. */
export async function makeKnown(
  { revision }: Extract<Released, { readonly kind: 'released' }>,
  environment: Environment,
  say: Messages,
): Promise<MadeKnown> {
  // A bot that runs answers anew; others learn of the revision from the store.
  const reloads = askedForReload(environment, say);
  if (revision.number > 1) return { told: [reloads] };
  const { briefings } = readingBot(loadAll(environment, say).briefings);
  const { manifest } = await import('../platforms/slack/manifest.ts');
  const made = JSON.stringify(manifest(briefings, { mode: { kind: 'socket' } }), undefined, 2);
  const read = readConfig(environment, say, zoneOf);
  const discord = read.kind === 'faults' ? undefined : read.config.discord;
  const told: string[] = [];
  if (discord === undefined) told.push(say.review.noDiscord);
  else {
    const { register } = await import('../platforms/discord/register.ts');
    const done = await register({
      config: discord,
      briefings,
      dryRun: false,
      tell: (line) => told.push(line),
    });
    if (done.kind === 'refused') told.push(done.why, done.mend);
  }
  return { told: [...told, reloads, say.review.newOnSlack], manifest: made };
}

/** It is released all the same where a bot cannot be told. */
function askedForReload(environment: Environment, say: Messages): string {
  try {
    askForReload(environment);
    return say.review.reloads;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return say.review.notTold(code);
  }
}
