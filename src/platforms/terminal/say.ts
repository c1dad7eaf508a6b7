/** `npm run -s say -- [--as FORM] [--full] [--briefing ID] 'WORDS'`: one answer on standard output. */
import { addressed } from '../../ports/address.ts';
import { type Ask, type Bot, knownPerson } from '../../ports/bot.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import { DEFAULT_LOCALE, type Messages } from '../../show/messages/messages.ts';

export const FORMS = ['text', 'json', 'slack', 'discord'] as const;
export type Form = (typeof FORMS)[number];

/** How each form shows a reply; the composition brings them. */
export type Show = (form: Form, reply: Reply, rendering: Rendering) => string;

export type SayArguments = {
  readonly form: Form;
  readonly briefing?: string;
  readonly words: string /** The whole answer, not its first view. */;
  readonly full?: true;
};

export type ReadArguments<T> =
  | { readonly kind: 'read'; readonly arguments: T }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads options only where they come first: what a person types may begin with anything after them. */
export function readSayArguments(args: readonly string[], say: Messages): ReadArguments<SayArguments> {
  let form: Form = 'text';
  let briefing: string | undefined;
  let full = false;
  let at = 0;
  for (; at < args.length; at += 2) {
    const [option, value] = [args[at], args[at + 1]];
    if (option === '--full') {
      full = true;
      at -= 1;
    } else if (option === '--as') {
      const known = FORMS.find((name) => name === value);
      if (known === undefined) return wrong(say.terminal.asTakes(FORMS.join(', '), value ?? ''), say);
      form = known;
    } else if (option === '--briefing') {
      if (value === undefined) return wrong(say.terminal.briefingTakes, say);
      briefing = value;
    } else break;
  }
  if (args[at] === '--') at += 1;
  const words = args.slice(at).join(' ');
  return {
    kind: 'read',
    arguments: { form, words, ...(briefing !== undefined && { briefing }), ...(full && { full }) },
  };
}

function wrong(why: string, say: Messages): ReadArguments<never> {
  return { kind: 'wrong', why: `${why}. ${say.running.usage(say.terminal.usage)}` };
}

/** Asks the bot as somebody in a terminal, and returns what to print. */
export async function say(
  bot: Bot,
  show: Show,
  { form, briefing, words, full }: SayArguments,
  at: number,
): Promise<string> {
  const target = addressed(words, bot.briefings);
  const asked = {
    briefing: briefing ?? target.briefing,
    words: full ? `${target.words} (all)` : target.words,
  };
  const reply = await bot.respond(terminalAsk(asked.briefing, asked.words, at));
  return show(form, reply, { ...asked, audience: 'asker', say: bot.messagesFor(DEFAULT_LOCALE) });
}

/** An ask from the terminal, where whoever sits at it may do everything. */
export function terminalAsk(briefing: string, words: string, at: number): Ask {
  return {
    briefing,
    words,
    place: { platform: 'terminal', workspace: '', channel: 'terminal', kind: 'direct' },
    person: knownPerson('terminal', { rank: 'member', room: 'public' }),
    readBy: 'asker',
    locale: DEFAULT_LOCALE,
    at,
  };
}
