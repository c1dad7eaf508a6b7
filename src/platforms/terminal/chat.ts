/** `npm run chat`: the bot as a conversation in the terminal. */
import { createInterface } from 'node:readline/promises';
import { addressed } from '../../ports/address.ts';
import type { Bot, BriefingCard } from '../../ports/bot.ts';
import type { Choice, Reply } from '../../reply/reply.ts';
import { DEFAULT_LOCALE, type Messages } from '../../show/messages/messages.ts';
import { terminalAsk } from './say.ts';

export type ChatParts = {
  readonly bot: Bot;
  /** The briefing that is talked to until another is named by its command. */
  readonly briefing: BriefingCard;
  readonly plain: (reply: Reply, say: Messages) => string;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly now: () => number;
};

const LEAVING = new Set(['exit', 'quit', 'bye', ':q']);
/** How many completions the tab key offers. */
const COMPLETIONS = 20;

/**
 * Talks until the input ends or somebody leaves. A number chooses one of the last answer's choices; the tab key
 * completes.
 */
export async function chat({ bot, briefing, plain, input, output, now }: ChatParts): Promise<void> {
  const say = bot.messagesFor(DEFAULT_LOCALE);
  const lines = createInterface({
    input,
    output,
    completer: (typed: string): [string[], string] => [
      bot.complete(briefing.id, typed, COMPLETIONS, DEFAULT_LOCALE).map(({ says }) => says),
      typed,
    ],
    prompt: `/${briefing.command} `,
    terminal: 'isTTY' in output && output.isTTY === true,
  });
  output.write(`${briefing.title}\n${greeting(briefing, say)}\n\n`);

  let choices: readonly Choice[] = [];
  lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (LEAVING.has(typed.toLowerCase())) break;
    const chosen = /^\d{1,3}$/.test(typed) ? choices[Number(typed) - 1] : undefined;
    const asked =
      chosen?.briefing === undefined
        ? addressed(chosen?.says ?? typed, bot.briefings)
        : { briefing: chosen.briefing, words: chosen.says };
    const reply = await bot.respond(terminalAsk(asked.briefing, asked.words, now()));
    choices = choicesOf(reply);
    output.write(`\n${plain(withoutChoices(reply), say)}\n${numbered(choices)}\n`);
    lines.prompt();
  }
  lines.close();
}

function greeting({ examples }: BriefingCard, say: Messages): string {
  return say.terminal.greeting(examples[0] ?? '');
}

function choicesOf(reply: Reply): readonly Choice[] {
  return reply.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons : block.kind === 'menu' ? block.choices : [],
  );
}

function withoutChoices(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'menu') };
}

function numbered(choices: readonly Choice[]): string {
  return choices.map(({ label }, index) => `  ${String(index + 1).padStart(2)}  ${label}\n`).join('');
}
