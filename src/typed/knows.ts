import { readyOf } from '../ask/ready.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { language } from '../words/languages.ts';
import { tokensOf } from '../words/tokens.ts';
import { parse } from './parse.ts';

const NONE: ReadonlySet<string> = new Set();
/** A question's words are few; what is longer is a text. */
const MOST_WORDS = 60;

/**
 * Which of the words that a question is about a briefing speaks of: what tells whom it is put to, where several
 * briefings could be meant. A command by itself is put to none.
 */
export function knownIn(words: string, briefing: Briefing): ReadonlySet<string> {
  const parsed = parse(words, briefing);
  if (parsed.kind === 'errand' || parsed.kind === 'after') return NONE;
  const isBare = parsed.kind === 'command' && parsed.rest === '';
  if (isBare || (parsed.kind === 'command' && parsed.command.kind === 'channel')) return NONE;
  const { stop, asking } = language('en');
  const { names, knows } = readyOf(briefing);
  const tokens = tokensOf(words, language('en')).slice(0, MOST_WORDS);
  return new Set(
    tokens.flatMap(({ word, stem }, at) => {
      if (stop.has(word) || asking.has(word)) return [];
      return knows(stem) || names.at(tokens, at) !== undefined ? [word] : [];
    }),
  );
}
