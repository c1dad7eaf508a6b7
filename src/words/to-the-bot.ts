/** Words to the bot itself: a closed list, matched as a whole. Nothing of it is about a briefing. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { anyOf, forms, inWords } from './forms.ts';

/** What is wanted of the bot itself. */
export const ERRANDS = [
  'hello',
  'who',
  'help',
  'thanks',
  'stop',
  'pause',
  'resume',
  'unsubscribe',
  'settings',
  'next',
  'summary',
  'new',
  'feedback',
] as const;
export type Errand = (typeof ERRANDS)[number];

/** What is longer is not said to a bot in passing. */
const LONGEST = 120;

const table = z.strictObject({
  before: forms,
  behind: forms,
  ...(Object.fromEntries(ERRANDS.map((errand) => [errand, forms])) as Record<Errand, typeof forms>),
});

const read = table.parse(load(readFileSync(new URL('data/to-the-bot.yaml', import.meta.url), 'utf8')));
const BEFORE = new RegExp(`^(?:${anyOf(read.before)})`, 'u');
const BEHIND = new RegExp(`(?<=^| )(?:${anyOf(read.behind)})$`, 'u');
const WHOLE = ERRANDS.map((errand) => [errand, new RegExp(`^(?:${anyOf(read[errand])})$`, 'u')] as const);

/** What is wanted of the bot, where the whole of what was typed says that and nothing else. Pure. */
export function errandOf(typed: string): Errand | undefined {
  if (typed.length > LONGEST) return undefined;
  for (const words of withoutPoliteness(inWords(typed))) {
    const found = WHOLE.find(([, pattern]) => pattern.test(words));
    if (found !== undefined) return found[0];
  }
  return undefined;
}

/** As typed, then with one polite turn after the other taken away, at either end. */
function* withoutPoliteness(words: string): Generator<string> {
  yield words;
  const bare = words.replace(BEFORE, '');
  const short = words.replace(BEHIND, '');
  if (bare !== words) yield* withoutPoliteness(bare);
  else if (short !== words) yield* withoutPoliteness(short);
}
