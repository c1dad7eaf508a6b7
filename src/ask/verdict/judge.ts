/** Says yes or no to what a question claims, where the briefing decides it; in doubt it says nothing. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import { type Claimed, claimedBy } from './claimed.ts';
import {
  dateClash,
  type Found,
  hasDate,
  hasName,
  hasNumber,
  nameClash,
  negationDiffers,
  numberClash,
  swapClash,
  wordClash,
} from './clashes.ts';
import { says } from './entailed.ts';
import { type Match, matchesOf } from './matches.ts';
import { isMatter, type Part, partsOf } from './parts.ts';
import { judgedQuotation, judgedSpeaker, speaks } from './speech.ts';
import { turnedIn } from './turned.ts';
import { undoneIn } from './undone.ts';
import type { Ruling } from './verdict.ts';

/** How much of a claim an item must have, so that a number or a date of it can clash. */
const NEAR = 0.6;
/** And where the question only takes it for granted. */
const GRANTED = 0.75;
/** And for a name, a word or a denial. */
const CLOSE = 0.8;
/** So much of the rest another item needs, so that it may be the one that is meant. */
const ELSEWHERE = 0.6;
/** At least so many parts must be the same. */
const FEWEST = 2;
const FEWEST_CLOSE = 3;
/** What has more parts than this is a text, and no one claim. */
const LONGEST = 60;
const LONGEST_TEXT = 800;

/** Pure, and the same for the same question. */
export function verdictOn(question: string, briefing: Briefing): Ruling | undefined {
  if (question.length > LONGEST_TEXT) return undefined;
  const claimed = claimedBy(question, briefing);
  const quotation = judgedQuotation(claimed, briefing);
  if (quotation !== undefined) return quotation;
  const parts = partsOf(claimed.body, briefing);
  if (parts.length > LONGEST) return undefined;
  // 'Were 67 signed' tells what 'they signed 68' tells, the other way round.
  const matches = matchesOf(parts, briefing).filter(({ anywhere }) => anywhere.size >= FEWEST);
  if (matches.length === 0) return turned(claimed, parts, briefing);
  const wrong = judgedSpeaker(claimed, matches, briefing);
  if (wrong !== undefined) return wrong;
  const own = matches.filter((match) => belongs(match, claimed, briefing));
  const yes = agreeing(claimed, parts, own, briefing);
  if (yes !== undefined) return yes;
  // What any item says, whoever tells it and whenever it was so, is never denied.
  const stands = !claimed.denied && own.some((match) => says(parts, match, briefing) === 'all');
  if (stands) return undefined;
  return clashing(claimed, parts, own, briefing) ?? turned(claimed, parts, briefing);
}

function turned(claimed: Claimed, parts: readonly Part[], briefing: Briefing): Ruling | undefined {
  if (claimed.denied) return undefined;
  const { speaker } = claimed;
  const claims = briefing.presentClaims.filter(
    (claim) =>
      claim.kind !== 'note' &&
      briefing.supersededBy(claim.item.id) === undefined &&
      (isSpeech(claim) ? speaker === undefined || speaks(claim, speaker, briefing) : true),
  );
  const turn = turnedIn(parts, claims, claimed.form === 'presumed', briefing);
  if (turn !== undefined) return { verdict: 'no', ...turn };
  return claimed.form === 'presumed' && speaker === undefined ? undoneIn(parts, claims, briefing) : undefined;
}

/** Of somebody's words only theirs, and what the source tells of itself; of no one's words not what others claim. */
function belongs({ claim }: Match, claimed: Claimed, briefing: Briefing): boolean {
  if (claimed.speaker === undefined) return true;
  return !isSpeech(claim) || speaks(claim, claimed.speaker, briefing);
}

function isSpeech(claim: Claim): boolean {
  return claim.kind === 'statement' || claim.kind === 'position';
}

function clashing(
  claimed: Claimed,
  parts: readonly Part[],
  matches: readonly Match[],
  briefing: Briefing,
): Ruling | undefined {
  for (const match of matches) {
    const found = clashWith(claimed, parts, match, matches, briefing);
    if (found !== undefined) return { verdict: 'no', clash: found.clash, item: match.claim };
  }
  return undefined;
}

function clashWith(
  claimed: Claimed,
  parts: readonly Part[],
  match: Match,
  matches: readonly Match[],
  briefing: Briefing,
): Found | undefined {
  /** Whether another item, about as near whatever its order, has the very part. */
  const supported = (part: Part, has: (claim: Claim) => boolean) =>
    matches.some(
      (other) => withoutPart(other, part) >= withoutPart(match, part) * ELSEWHERE && has(other.claim),
    );
  const near = claimed.form === 'presumed' ? GRANTED : NEAR;
  if (match.plainShare >= near || match.plainAnywhere >= GRANTED) {
    for (const part of parts) {
      if (part.kind === 'number' && !supported(part, (claim) => hasNumber(part, claim, briefing))) {
        const found = numberClash(part, match, parts, briefing);
        if (found !== undefined) return found;
      }
      if (part.kind === 'date' && !supported(part, (claim) => hasDate(part, claim, briefing))) {
        const found = dateClash(part, match, briefing);
        if (found !== undefined) return found;
      }
    }
  }
  // Whose words they are counts as one part more that is the same.
  const theirs = claimed.speaker !== undefined && speaks(match.claim, claimed.speaker, briefing) ? 1 : 0;
  if (claimed.form === 'presumed' || match.hits + theirs < FEWEST_CLOSE) return undefined;
  for (const part of parts) {
    if (part.kind !== 'name' || withoutOne(parts, match) < CLOSE) continue;
    if (supported(part, (claim) => hasName(part, claim, briefing))) continue;
    const found = nameClash(part, match, briefing);
    if (found !== undefined) return found;
  }
  if (match.hits < FEWEST_CLOSE) return undefined;
  // What somebody merely claims neither makes a thing so nor not so.
  if (match.claim.kind === 'statement' && claimed.speaker === undefined) return undefined;
  if (match.anywhere.size >= CLOSE * parts.filter(isMatter).length) {
    const swapped = swapClash(parts, match, briefing);
    if (swapped !== undefined) return swapped;
  }
  const word = wordClash(match);
  if (word !== undefined && (isMatter(word.part) ? withoutOne(parts, match) : match.share) >= CLOSE) {
    const known = matches.some((other) =>
      other.pairs.some((pair) => pair.kind === 'same' && pair.claimed === word.part),
    );
    if (!known) return word;
  }
  if (match.share >= CLOSE && negationDiffers(match) !== claimed.denied) {
    const alsoSo = matches.some(
      (other) => other.share >= match.share && negationDiffers(other) === claimed.denied,
    );
    const is = isDenial(parts) !== claimed.denied ? 'so' : 'not-so';
    const by = claimed.speaker === undefined ? tellerOf(match.claim) : undefined;
    if (!alsoSo)
      return { part: parts[0]!, clash: { kind: 'negation', is, ...(by === undefined ? {} : { by }) } };
  }
  return undefined;
}

/** What the source does not say itself, but somebody in it. */
function isVoiced(claim: Claim): boolean {
  return claim.kind === 'statement' || tellerOf(claim) !== undefined;
}

/** Through whom a position is known. */
function tellerOf({ item }: Claim): string | undefined {
  return 'according' in item ? item.according : undefined;
}

/** How many parts of a claim an item has anywhere, one of them left aside. */
function withoutPart({ anywhere }: Match, part: Part): number {
  return anywhere.size - (anywhere.has(part) ? 1 : 0);
}

/** The share of a claim's matter that an item has, one part of it left aside. */
function withoutOne(parts: readonly Part[], { hits }: Match): number {
  const matter = parts.filter(isMatter).length;
  return hits / Math.max(1, matter - 1);
}

function isDenial(parts: readonly Part[]): boolean {
  return parts.filter(({ kind }) => kind === 'negation').length % 2 === 1;
}

function agreeing(
  claimed: Claimed,
  parts: readonly Part[],
  matches: readonly Match[],
  briefing: Briefing,
): Ruling | undefined {
  if (claimed.form !== 'asked' || claimed.denied) return undefined;
  for (const match of matches) {
    // What somebody said is confirmed as his, or not at all.
    if (isVoiced(match.claim) && claimed.speaker === undefined) continue;
    if (
      claimed.speaker !== undefined &&
      !(isSpeech(match.claim) && speaks(match.claim, claimed.speaker, briefing))
    )
      continue;
    // What was so once is not said to be so now.
    if (briefing.supersededBy(match.claim.item.id) !== undefined) continue;
    const said = says(parts, match, briefing);
    if (said === 'all') return { verdict: 'yes', item: match.claim };
    if (said === 'but-only') return { verdict: 'partly', short: 'only', item: match.claim };
  }
  return undefined;
}
