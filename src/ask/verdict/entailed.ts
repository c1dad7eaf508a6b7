/** Whether an item says the very thing that is claimed: every part of it, in its order, with nothing that turns it. */
import type { Briefing } from '../../briefing/briefing.ts';
import { language } from '../../words/languages.ts';
import type { Quantity } from '../../words/numbers.ts';
import type { Pair } from './align.ts';
import { hasDate, hasName } from './clashes.ts';
import type { Match } from './matches.ts';
import { isMatter, type Part } from './parts.ts';
import { INTENTIONS, PREPOSITIONS } from './vocabulary.ts';

const PRONOUN = /^(?:they|he|she|it|we|you|i|this|that|these|those)$/iu;
const NOTHING_ELSE = /^[;:.,!?\s]*(?:and|but|the|a|an|in|on)?\s*$/iu;
/** How many parts an item may have in between that the claim leaves out. */
const BETWEEN = 2;
const FEWEST = 3;

/** 'but-only': all of it, but not that it is the only one. */
export function says(parts: readonly Part[], match: Match, briefing: Briefing): 'all' | 'but-only' | 'not' {
  const only = parts.filter(isOnly);
  const matter = parts.filter(isMatter);
  // 'Did they agree': whom that means is not told.
  if (matter.length < FEWEST || PRONOUN.test(parts[0]?.shown ?? '')) return 'not';
  const same = new Set(match.pairs.flatMap((pair) => (pair.kind === 'same' ? [pair.claimed] : [])));
  const covered = parts.every(
    (part) =>
      part.kind === 'small' ||
      same.has(part) ||
      isOnly(part) ||
      (part.kind === 'date' && hasDate(part, match.claim, briefing)) ||
      (part.kind === 'name' && hasName(part, match.claim, briefing) && !replaced(part, match)),
  );
  if (!covered || match.pairs.some((pair) => differs(pair, briefing))) return 'not';
  if (turns(match) || leapsOver(match)) return 'not';
  const unheld = only.filter((part) => !same.has(part));
  return unheld.length > 0 ? 'but-only' : 'all';
}

/** Two parts that pass for the same in doubt, and are not the very same: another form of a word, a capital for its country. */
function differs(pair: Pair, briefing: Briefing): boolean {
  if (pair.kind === 'replaced') {
    const words = [pair.claimed, pair.given].map((part) => ('word' in part ? part.word : ''));
    return words.every((word) => PREPOSITIONS.has(word));
  }
  if (pair.kind !== 'same') return false;
  const { claimed, given } = pair;
  if (claimed.kind === 'word' && given.kind === 'word') return !isInflection(claimed.word, given.word);
  if (claimed.kind === 'number' && given.kind === 'number')
    return !isSameNumber(claimed.quantity, given.quantity);
  if (claimed.kind !== 'name' || given.kind !== 'name') return false;
  // Tokyo the city is not Tokyo for Japan.
  const places = [...claimed.mention.ids].filter((id) => briefing.named(id)?.kind === 'place');
  return places.length > 0 && !places.some((id) => given.mention.ids.has(id));
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
  return one.low === other.low && one.high === other.high && one.bound === other.bound;
}

/** 'Sign', 'signs', 'signed', 'signing' are forms of one word; 'military' and 'militarise' are not. */
function isInflection(one: string, other: string): boolean {
  const [a, b] = [basesOf(one), basesOf(other)];
  return a.some((base) => b.includes(base));
}

/** What a form may be a form of: 'stranded' of 'strand' and 'strande', as English does not tell. */
function basesOf(word: string): string[] {
  const cut = /(?:ing|ed|es|s|d)$/.exec(word)?.[0];
  const stem = cut === undefined ? word : word.slice(0, -cut.length);
  const known = language('en').irregular.get(word);
  return [
    word,
    stem,
    `${stem}e`,
    stem.replace(/(.)\1$/, '$1'),
    stem.replace(/i$/, 'y'),
    ...(known === undefined ? [] : [known]),
  ].map((base) => base.replace(/iz(?=e?$)/, 'is'));
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
function leapsOver({ claim, pairs }: Match): boolean {
  const first = pairs.findIndex(({ kind }) => kind === 'same');
  const last = pairs.findLastIndex(({ kind }) => kind === 'same');
  let between = 0;
  let end: number | undefined;
  for (const pair of pairs.slice(first, last + 1)) {
    if (pair.kind === 'same') {
      // Another clause begins where a stop is passed over, unless nothing else is.
      const passed = end === undefined ? '' : claim.item.text.slice(end, pair.given.start);
      if (/[;:]|[.!?]\s/u.test(passed) && !NOTHING_ELSE.test(passed)) return true;
      end = pair.given.end;
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
