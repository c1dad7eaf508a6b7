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
import type { Verdict } from './verdict.ts';

/** How much of a claim an item must have, so that a number or a date of it can clash. */
const NEAR = 0.6;
/** And for a name, a word or a denial. */
const CLOSE = 0.8;
/** What has more parts than this is a text, and no one claim. */
const LONGEST = 60;
/** At least so many parts must be the same. */
const FEWEST = 2;

/** Pure, and the same for the same question. */
export function verdictOn(question: string, briefing: Briefing): Verdict | undefined {
  const claimed = claimedBy(question, briefing);
  const quotation = judgedQuotation(claimed, briefing);
  if (quotation !== undefined) return quotation;
  const parts = partsOf(claimed.body, briefing);
  if (parts.length > LONGEST) return undefined;
  const matches = matchesOf(parts, briefing).filter(({ hits }) => hits >= FEWEST);
  if (matches.length === 0) return undefined;
  const wrong = judgedSpeaker(claimed, matches, briefing);
  if (wrong !== undefined) return wrong;
  const own = matches.filter((match) => belongs(match, claimed, briefing));
  return agreeing(claimed, parts, own, briefing) ?? clashing(claimed, parts, own, briefing);
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
): Verdict | undefined {
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
  /** Whether another item that is about as near has the very part. */
  const supported = (has: (claim: Claim) => boolean) =>
    matches.some((other) => other.plainShare >= match.plainShare * NEAR && has(other.claim));
  if (match.plainShare >= NEAR) {
    for (const part of parts) {
      if (part.kind === 'number' && !supported((claim) => hasNumber(part, claim, briefing))) {
        const found = numberClash(part, match, briefing);
        if (found !== undefined) return found;
      }
      if (part.kind === 'date' && !supported((claim) => hasDate(part, claim, briefing))) {
        const found = dateClash(part, match, briefing);
        if (found !== undefined) return found;
      }
    }
  }
  if (claimed.form === 'presumed') return undefined;
  for (const part of parts) {
    if (part.kind !== 'name') continue;
    // Names stand everywhere: only an item that is as near may have it in its place.
    const known = (other: Match) => other.share >= match.share && hasName(part, other.claim, briefing);
    if (matches.some(known)) continue;
    if (withoutOne(parts, match) < CLOSE) continue;
    const found = nameClash(part, match, briefing);
    if (found !== undefined) return found;
  }
  // What somebody merely claims neither makes a thing so nor not so.
  const voiced = match.claim.kind === 'statement' && claimed.speaker === undefined;
  if (voiced) return undefined;
  if (match.share >= CLOSE) {
    const swapped = swapClash(match, briefing);
    if (swapped !== undefined) return swapped;
  }
  const word = withoutOne(parts, match) >= CLOSE ? wordClash(match) : undefined;
  if (word !== undefined && !supported((claim) => hasStem(word.part, claim, matches))) return word;
  if (match.share >= CLOSE && negationDiffers(match) !== claimed.denied) {
    const alsoSo = matches.some(
      (other) => other.share >= match.share && negationDiffers(other) === claimed.denied,
    );
    const is = isDenial(parts) !== claimed.denied ? 'so' : 'not-so';
    if (!alsoSo) return { part: parts[0]!, clash: { kind: 'negation', is } };
  }
  return undefined;
}

/** The share of a claim's matter that an item has, one part of it left aside. */
function withoutOne(parts: readonly Part[], { hits }: Match): number {
  const matter = parts.filter(isMatter).length;
  return hits / Math.max(1, matter - 1);
}

function hasStem(part: Part, claim: Claim, matches: readonly Match[]): boolean {
  const match = matches.find((one) => one.claim === claim);
  return match?.pairs.some((pair) => pair.kind === 'same' && pair.claimed === part) === true;
}

function isDenial(parts: readonly Part[]): boolean {
  return parts.filter(({ kind }) => kind === 'negation').length % 2 === 1;
}

function agreeing(
  claimed: Claimed,
  parts: readonly Part[],
  matches: readonly Match[],
  briefing: Briefing,
): Verdict | undefined {
  if (claimed.form !== 'asked' || claimed.denied) return undefined;
  for (const match of matches) {
    // What somebody said is confirmed as his, or not at all.
    if (match.claim.kind === 'statement' && claimed.speaker === undefined) continue;
    if (
      claimed.speaker !== undefined &&
      !(isSpeech(match.claim) && speaks(match.claim, claimed.speaker, briefing))
    )
      continue;
    const said = says(parts, match, briefing);
    if (said === 'all') return { verdict: 'yes', item: match.claim };
    if (said === 'but-only') return { verdict: 'partly', short: 'only', item: match.claim };
  }
  return undefined;
}
