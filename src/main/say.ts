import { readSayArguments, say as sayOnce } from '../platforms/terminal/say.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import { chooserOf, readingBot } from './reading-bot.ts';
import type { Verb } from './verb.ts';
import { show } from './views.ts';

/** `npm run -s say`: one answer on standard output. 0: answered; 1: a briefing is wrong; 2: the arguments are. */
export const sayVerb: Verb = async (args, environment, say) => {
  const read = readSayArguments(args, say);
  if (read.kind === 'wrong') return wrong(read.why);
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const { briefing } = read.arguments;
  if (briefing !== undefined && !briefings.some(({ id }) => id === briefing)) {
    return wrong(say.running.noBriefingOf(briefing, briefings.map(({ id }) => id).join(', ')));
  }
  print(await sayOnce(readingBot(briefings, chooserOf(environment, say)), show, read.arguments, Date.now()));
  return 0;
};

function wrong(why: string): number {
  inform(why);
  return 2;
}
