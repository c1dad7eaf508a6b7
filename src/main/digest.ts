import { parseArgs } from 'node:util';
import { digestAt } from '../digest/edition/digest-at.ts';
import { FORMS } from '../platforms/terminal/say.ts';
import { DEFAULT_LOCALE, messagesFor } from '../show/messages/messages.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import type { Verb } from './verb.ts';
import { show } from './views.ts';

const USAGE =
  "npm run -s digest -- --at '2016-12-17T09:00[Asia/Tokyo]' [--since YYYY-MM-DD] [--as text|json|slack|discord] [--briefing ID]";

/** `npm run digest`: the edition that a channel would get at a moment. */
export const digest: Verb = async (args, environment) => {
  const read = readArguments(args);
  if (read === undefined) return wrong(`Usage: ${USAGE}`);
  const { at, since, as = 'text', briefing: id } = read;
  const form = FORMS.find((name) => name === as);
  if (at === undefined || form === undefined) return wrong(`Usage: ${USAGE}`);
  const briefings = load(environment);
  if (briefings === undefined) return 1;
  const briefing = id === undefined ? briefings[0] : briefings.find((one) => one.id === id);
  if (briefing === undefined) return wrong(`There is no briefing '${id}'.`);
  const reply = digestAt({ briefing, at, since }, messagesFor(DEFAULT_LOCALE));
  if (reply.outcome === 'refused') return wrong(show('text', reply, rendering(briefing.id)));
  print(show(form, reply, rendering(briefing.id)));
  return 0;
};

const rendering = (briefing: string) =>
  ({ briefing, words: 'digest', audience: 'channel', say: messagesFor(DEFAULT_LOCALE) }) as const;

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { at: text, since: text, as: text, briefing: text } })
      .values;
  } catch {
    return undefined;
  }
}

function wrong(why: string): number {
  inform(why);
  return 2;
}
