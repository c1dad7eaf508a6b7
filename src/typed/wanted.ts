/** What somebody wants to see, and how much of it: 'person newsham', 'person newsham all', 'a question (all)'. */
import type { Briefing } from '../briefing/briefing.ts';
import type { View } from '../show/view.ts';
import { plainLine } from '../text/fold.ts';
import { type Parsed, parse } from './parse.ts';

export type Wanted = {
  readonly parsed: Parsed;
  readonly view: View;
  /** What was typed, without what says how much of it. */
  readonly words: string;
};

/** After any words, as controls carry it. */
const IN_BRACKETS = /\s*\((all|why)\)$/iu;
/** After a command's words, as people type it: a question may end in 'all' or 'why'. */
const BARE = /\s(all|why)$/iu;
const LONGEST_ENDING = 10;

export function wanted(typed: string, briefing: Briefing): Wanted {
  const line = plainLine(typed);
  for (const form of [IN_BRACKETS, BARE]) {
    const [whole, view] = form.exec(line.slice(-LONGEST_ENDING)) ?? [];
    if (whole === undefined || view === undefined) continue;
    const words = line.slice(0, -whole.length);
    if (form === BARE && words === '') continue;
    const parsed = parse(words, briefing);
    if (form === IN_BRACKETS || isNamed(parsed)) {
      if (isReading(parsed)) return { parsed, view: view.toLowerCase() as View, words };
    }
  }
  return { parsed: parse(typed, briefing), view: 'first', words: line };
}

/** The words that lead to a view of what was wanted. */
export function wordsFor(view: View, { words, parsed }: Wanted): string {
  if (view === 'first') return words === '' ? 'overview' : words;
  if (words === '') return `overview ${view}`;
  return isNamed(parsed) && !/[?？]/u.test(words) ? `${words} ${view}` : `${words} (${view})`;
}

/** What the desk reads keeps all its words: 'forget all' is its own. */
function isReading(parsed: Parsed): boolean {
  return parsed.kind !== 'command' || parsed.command.kind === 'reading';
}

function isNamed(parsed: Parsed): boolean {
  return parsed.kind === 'person' || (parsed.kind === 'command' && parsed.command.name !== 'ask');
}
