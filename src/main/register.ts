import { readConfig } from '../config.ts';
import { zoneOf } from '../digest/timetable/zones.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import { readingBot } from './reading-bot.ts';
import type { Verb } from './verb.ts';

/** `npm run register [-- --dry-run]`: brings Discord's registered commands in line. */
export const register: Verb = async (args, environment, say) => {
  const read = readConfig(environment, say, zoneOf);
  if (read.kind === 'faults') return fail(2, ...read.faults);
  const { discord } = read.config;
  if (discord === undefined) return fail(2, say.running.noDiscordToken);
  const unknown = args.filter((word) => word !== '--dry-run');
  if (unknown.length > 0) return fail(2, say.running.registerTakes(unknown.join(' ')));
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const { register: bring } = await import('../platforms/discord/register.ts');
  const dryRun = args.includes('--dry-run');
  const done = await bring({
    config: discord,
    briefings: readingBot(briefings).briefings,
    dryRun,
    tell: print,
  });
  return done.kind === 'refused' ? fail(1, done.why, done.mend) : 0;
};

function fail(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
