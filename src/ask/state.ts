/** How a thing stands now: 'is the strike still on?', 'is it going ahead?'. */
import { tokensOf } from '../words/tokens.ts';
import type { Question } from './read.ts';
import type { Entry, Ready } from './ready.ts';

const STATE =
  /^(?:so )?(?:is|are|has|have|was|were|will)\b.*\b(?:still|ahead|called off|cancelled|canceled|postponed|over yet|over now|on again|settled|resolved|happening|ended|finished)\b|^(?:so )?(?:is|are) .{1,60} (?:on|over|off)$/u;

export function asksState({ words, language }: Question): boolean {
  return language.code === 'en' && STATE.test(words);
}

/** Nothing of what is asked for is named: the whole story is meant. */
export function isBareState(question: Question): boolean {
  return (
    asksState(question) &&
    question.terms.every(({ light, words, known }) => light || !known || OF_STATE.has(words))
  );
}

const OF_STATE = new Set(
  'still ahead called cancelled canceled postponed settled resolved happening ended finished'.split(' '),
);

/** What tells of a thing to come, or of how it is. */
export const LATER: ReadonlySet<string> = new Set(
  'will shall would may might could can must should plan plans planned planning expect expects expected due scheduled set next tomorrow hope hopes hoped hoping intend intends want wants aim aims ask asks promise promised forecast before until by to'.split(
    ' ',
  ),
);
const AHEAD = new Set(
  'will shall plan plans planned planning expects expected due scheduled next again tomorrow'.split(' '),
);

/** From 0 to 1: an item of what is to come tells more of how a thing stands than one of what was. */
export function tellsState({ text, refs }: Entry, ready: Ready): number {
  const newest = ready.briefing.sources.at(-1)?.id ?? '';
  const isNew = refs.some((ref) => ref.startsWith(`${newest}:`));
  const ahead = tokensOf(text, ready.language).some(({ word }) => AHEAD.has(word));
  return (ahead ? 0.6 : 0) + (isNew ? 0.4 : 0);
}
