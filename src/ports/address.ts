import type { Bot, BriefingCard } from './bot.ts';

/** What was typed, and the briefing that it was typed to. */
export type Addressed = { readonly briefing: string; readonly words: string };

/**
 * Where people type into one line for all briefings (a mention, a direct message, a terminal), a leading `/kuril`
 * says which is meant; without one it is the first.
 */
export function addressed(typed: string, briefings: Bot['briefings']): Addressed {
  const [, command, rest] = /^\s*\/([a-z0-9-]+)(?=\s|$)([\s\S]*)$/iu.exec(typed) ?? [];
  const named = briefings.find((card) => card.command === command?.toLowerCase());
  if (named !== undefined) return { briefing: named.id, words: (rest ?? '').trim() };
  return { briefing: first(briefings).id, words: typed.trim() };
}

function first(briefings: Bot['briefings']): BriefingCard {
  const [card] = briefings;
  if (card === undefined) throw new Error('A bot has at least one briefing');
  return card;
}
