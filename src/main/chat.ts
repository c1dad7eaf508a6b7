import { chat as converse } from '../platforms/terminal/chat.ts';
import { plain } from '../reply/plain.ts';
import { load } from './load.ts';
import { chooserOf, readingBot } from './reading-bot.ts';
import type { Verb } from './verb.ts';

/** `npm run chat`: the bot as a conversation in the terminal. */
export const chat: Verb = async (_args, environment, say) => {
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const bot = readingBot(briefings, chooserOf(environment, say));
  const briefing = bot.briefings[0];
  if (briefing === undefined) return 1;
  await converse({ bot, briefing, plain, input: process.stdin, output: process.stdout, now: Date.now });
  return 0;
};
