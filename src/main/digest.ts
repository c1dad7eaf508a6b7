import { parseArgs } from 'node:util';
import { digestAt } from '../digest/edition/digest-at.ts';
import { FORMS } from '../platforms/terminal/say.ts';
import type { Messages } from '../show/messages/messages.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import type { Verb } from './verb.ts';
import { show } from './views.ts';

/** `npm run digest`: the edition that a channel would get at a moment. */
export const digest: Verb = async (args, environment, say) => {
  const read = readArguments(args);
  if (read === undefined) return wrong(say.running.usage(say.running.digestUsage));
  const { at, since, as = 'text', briefing: id } = read;
  const form = FORMS.find((name) => name === as);
  if (at === undefined || form === undefined) return wrong(say.running.usage(say.running.digestUsage));
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const briefing = id === undefined ? briefings[0] : briefings.find((one) => one.id === id);
  if (briefing === undefined) return wrong(say.running.noBriefing(id ?? ''));
  const reply = digestAt({ briefing, at, since }, say);
  if (reply.outcome === 'refused') return wrong(show('text', reply, rendering(briefing.id, say)));
  print(show(form, reply, rendering(briefing.id, say)));
  return 0;
};

const rendering = (briefing: string, say: Messages) =>
  ({ briefing, words: 'digest', audience: 'channel', say }) as const;

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
