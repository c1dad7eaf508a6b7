/** What a question takes for granted somebody did, where an item says that he did not: 'why did they pay' of 'they have not paid'. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import { language } from '../../words/languages.ts';
import { stemOf } from '../../words/stem.ts';
import { hasName } from './clashes.ts';
import { partsOfClaim } from './matches.ts';
import { isMatter, type Part } from './parts.ts';
import { sameParts } from './same.ts';
import type { Ruling } from './verdict.ts';

type NamePart = Extract<Part, { kind: 'name' }>;
type WordPart = Extract<Part, { word: string }>;

const { irregular: IRREGULAR, speaking: SPEAKING } = language('en');
/** How many parts may stand between a negation and what it denies, and between whoever did not and that. */
const DENIES = 2;
const BEFORE = 4;

/** `parts`: of the question without the word that asks. Undefined where any item says that he did. */
export function undoneIn(
  parts: readonly Part[],
  claims: readonly Claim[],
  briefing: Briefing,
): Ruling | undefined {
  if (parts.some(({ kind }) => kind === 'negation' || kind === 'modal')) return undefined;
  const [who, deed] = parts.filter(isMatter);
  if (who?.kind !== 'name' || deed?.kind !== 'word' || SPEAKING.has(deed.word)) return undefined;
  const told = claims.map((claim) => ({ claim, is: toldIn(claim, who, deed, parts, briefing) }));
  if (told.some(({ is }) => is === 'done')) return undefined;
  const item = told.find(({ is }) => is === 'undone')?.claim;
  if (item === undefined) return undefined;
  const by = item.kind === 'statement' ? item.item.speakers[0] : undefined;
  return {
    verdict: 'no',
    clash: { kind: 'negation', is: 'not-so', ...(by === undefined ? {} : { by }) },
    item,
  };
}

function toldIn(
  claim: Claim,
  who: NamePart,
  deed: WordPart,
  parts: readonly Part[],
  briefing: Briefing,
): 'done' | 'undone' | undefined {
  const given = partsOfClaim(claim, briefing);
  if (!hasName(who, claim, briefing)) return undefined;
  let is: 'undone' | undefined;
  for (const [at, other] of given.entries()) {
    if (!('word' in other) || baseOf(other) !== baseOf(deed)) continue;
    const denied = given.slice(Math.max(0, at - DENIES), at).findLastIndex(({ kind }) => kind === 'negation');
    if (denied === -1) return 'done';
    const from = Math.max(0, at - DENIES) + denied;
    const isTheirs = given
      .slice(Math.max(0, from - BEFORE), from)
      .some((part) => part.kind === 'name' && sameParts(part, who, briefing));
    // What he did not do to one thing he may have done to another.
    const behind = given.slice(at + 1, at + 1 + DENIES).find(isMatter);
    const isOpen =
      behind === undefined ||
      /[,.;:—–]/u.test(claim.item.text.slice(other.end, behind.start)) ||
      parts.some((part) => sameParts(part, behind, briefing));
    if (isTheirs && isOpen) is = 'undone';
  }
  return is;
}

function baseOf({ word, stem }: WordPart): string {
  const base = IRREGULAR.get(word);
  return base === undefined ? stem : stemOf(base);
}
