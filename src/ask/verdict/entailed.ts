/** Whether an item says the very thing that is claimed: every part of it, in its order, with nothing that turns it. */
import type { Briefing } from '../../briefing/briefing.ts';
import { hasDate, hasName } from './clashes.ts';
import type { Match } from './matches.ts';
import { isMatter, type Part } from './parts.ts';
import { INTENTIONS } from './vocabulary.ts';

/** How many parts an item may have in between that the claim leaves out. */
const BETWEEN = 2;
const FEWEST = 3;

/** 'but-only': all of it, but not that it is the only one. */
export function says(parts: readonly Part[], match: Match, briefing: Briefing): 'all' | 'but-only' | 'not' {
  const only = parts.filter(isOnly);
  const matter = parts.filter(isMatter);
  if (matter.length < FEWEST) return 'not';
  const same = new Set(match.pairs.flatMap((pair) => (pair.kind === 'same' ? [pair.claimed] : [])));
  const covered = parts.every(
    (part) =>
      part.kind === 'small' ||
      same.has(part) ||
      isOnly(part) ||
      (part.kind === 'date' && hasDate(part, match.claim, briefing)) ||
      (part.kind === 'name' && hasName(part, match.claim, briefing) && !replaced(part, match)),
  );
  if (!covered || turns(match) || leapsOver(match)) return 'not';
  const unheld = only.filter((part) => !same.has(part));
  return unheld.length > 0 ? 'but-only' : 'all';
}

function isOnly(part: Part): boolean {
  return part.kind === 'degree' && /^(?:only|just|merely|solely|exclusively)$/.test(part.word);
}

function replaced(part: Part, { pairs }: Match): boolean {
  return pairs.some((pair) => pair.kind === 'replaced' && pair.claimed === part);
}

/** Whether the item has a word that the claim leaves out and that makes another thing of it: 'may', 'not', 'plans'. */
function turns({ pairs }: Match): boolean {
  const last = pairs.findLastIndex(({ kind }) => kind === 'same');
  return pairs.some(
    (pair, at) =>
      pair.kind !== 'same' &&
      pair.kind !== 'added' &&
      at <= last &&
      (pair.given.kind === 'negation' ||
        pair.given.kind === 'modal' ||
        pair.given.kind === 'degree' ||
        ('stem' in pair.given && INTENTIONS.has(pair.given.stem))),
  );
}

/** Whether what is left out is long enough, or a name, so that another sentence begins in it. */
function leapsOver({ pairs }: Match): boolean {
  const first = pairs.findIndex(({ kind }) => kind === 'same');
  const last = pairs.findLastIndex(({ kind }) => kind === 'same');
  let between = 0;
  for (const pair of pairs.slice(first, last + 1)) {
    if (pair.kind === 'same') {
      if (isMatter(pair.claimed)) between = 0;
      continue;
    }
    if (pair.kind === 'added') continue;
    if (pair.given.kind === 'name') return true;
    if (isMatter(pair.given)) between += 1;
    if (between > BETWEEN) return true;
  }
  return false;
}
