import type { Bot, BriefingCard } from './bot.ts';

/** What was typed, and the briefing that it was typed to. */
export type Addressed = { readonly briefing: string; readonly words: string };

/**
 * Where people type into one line for all briefings (a mention, a direct message, a terminal), a leading `/kuril`
 * says which is meant, and so does a briefing's command or title before the words; without one it is the first.
 */
export function addressed(typed: string, briefings: Bot['briefings']): Addressed {
  const [, command, rest] = /^\s*\/([a-z0-9-]+)(?=\s|$)([\s\S]*)$/iu.exec(typed) ?? [];
  const named = briefings.find((card) => card.command === command?.toLowerCase());
  if (named !== undefined) return { briefing: named.id, words: (rest ?? '').trim() };
  const called = briefings.length > 1 ? calledByName(typed, briefings) : undefined;
  if (called !== undefined) return called;
  return { briefing: first(briefings).id, words: typed.trim() };
}

/** 'wells: who is Day?', 'wells who is Day', 'The wells of Carrow Springs: …': the command or the title leads. */
function calledByName(typed: string, briefings: Bot['briefings']): Addressed | undefined {
  const words = typed.trim();
  const lower = words.toLowerCase();
  for (const { id, command, title } of briefings) {
    for (const name of [title.toLowerCase(), command]) {
      if (!lower.startsWith(name)) continue;
      const rest = words.slice(name.length);
      if (rest === '' || /^\s*[:,]|^\s/u.test(rest))
        return { briefing: id, words: rest.replace(/^[\s:,]+/u, '') };
    }
  }
  return undefined;
}

function first(briefings: Bot['briefings']): BriefingCard {
  const [card] = briefings;
  if (card === undefined) throw new Error('A bot has at least one briefing');
  return card;
}
