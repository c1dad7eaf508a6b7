import type { Bot, BriefingCard } from './bot.ts';

/** What was typed, and the briefing that it was typed to. */
export type Addressed = { readonly briefing: string; readonly words: string };

/**
 * Where people type into one line for all briefings (a mention, a direct message, a terminal), a leading `/kuril`
 * says which is meant, and so does a briefing's command or title before the words; else the one that speaks of more of
 * what was asked. Where two do alike, the bot asks which; where none does, it is the first.
 */
export function addressed(typed: string, briefings: Bot['briefings']): Addressed {
  const [, command, rest] = /^\s*\/([a-z0-9-]+)(?=\s|$)([\s\S]*)$/iu.exec(typed) ?? [];
  const named = briefings.find((card) => card.command === command?.toLowerCase());
  if (named !== undefined) return { briefing: named.id, words: (rest ?? '').trim() };
  const called = briefings.length > 1 ? calledByName(typed, briefings) : undefined;
  if (called !== undefined) return called;
  const words = typed.trim();
  const fitting = briefings.length > 1 ? fittingOf(words, briefings) : [];
  if (fitting.length > 1) return { briefing: first(briefings).id, words: `briefings ${words}` };
  return { briefing: (fitting[0] ?? first(briefings)).id, words };
}

/** Those that speak of most of what the words are about; none where none speaks of anything. */
export function fittingOf(words: string, briefings: Bot['briefings']): readonly BriefingCard[] {
  const known = briefings.map((card) => ({ card, count: card.knows?.(words).size ?? 0 }));
  const most = Math.max(...known.map(({ count }) => count));
  return most === 0 ? [] : known.filter(({ count }) => count === most).map(({ card }) => card);
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
