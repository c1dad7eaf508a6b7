/** What somebody else may choose from to answer a question: the finders' best, or all of a small briefing. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import { explained } from './ask.ts';
import { isOpen } from './chosen.ts';
import { readyOf } from './ready.ts';
import { candidatesFor } from './weigh.ts';

export type Choosable = { readonly question: string; readonly items: readonly Claim[] };

const MOST = 40;
/** A word or two are no question that anything could be chosen for. */
const FEWEST_WORDS = 3;

/** One for each question of a text that the rules leave open. Pure. */
export function choosable(question: string, briefing: Briefing): Choosable[] {
  const ready = readyOf(briefing);
  return explained(question, briefing).flatMap(({ typed, read, decided }) => {
    if (!isOpen(decided.decision, read) || read.words.split(' ').length < FEWEST_WORDS) return [];
    const all = briefing.presentClaims.filter(isChoosable);
    const found = candidatesFor(read, ready, undefined, MOST).flatMap(({ entry: { item } }) =>
      item.kind !== 'card' && isChoosable(item) ? [item] : [],
    );
    const items = all.length <= MOST ? all : found.slice(0, MOST);
    return items.length === 0 ? [] : [{ question: typed, items }];
  });
}

/** A key point says again what another item says, and a note nothing of the story. */
function isChoosable({ kind }: Claim): boolean {
  return kind !== 'note' && kind !== 'key-point';
}
