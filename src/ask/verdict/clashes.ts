/** Where a claim and one item clash, part by part; nothing where they may both be so. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { When } from '../../briefing/schema.ts';
import type { DateMeant } from '../../words/dates.ts';
import type { Quantity } from '../../words/numbers.ts';
import type { Pair } from './align.ts';
import type { Match } from './matches.ts';
import { factsOf, partsOfClaim } from './matches.ts';
import { idsMayBeSame, mayBeSame } from './mentions.ts';
import type { Part } from './parts.ts';
import { agree, areAlike, calendarOf, comparable, dateFits, datesAgree } from './same.ts';
import type { Clash } from './verdict.ts';
import { areOpposites, MUTUAL } from './vocabulary.ts';

type NumberPart = Extract<Part, { kind: 'number' }>;
type DatePart = Extract<Part, { kind: 'date' }>;
type NamePart = Extract<Part, { kind: 'name' }>;

/** A clash, and the part of the claim that makes it. */
export type Found = { readonly clash: Clash; readonly part: Part };

export function numberClash(
  part: NumberPart,
  match: Match,
  parts: readonly Part[],
  briefing: Briefing,
): Found | undefined {
  const { quantity: claimed } = part;
  const given = numbersOf(match.claim, briefing).filter(({ quantity }) => comparable(claimed, quantity));
  if (given.length === 0 || given.some(({ quantity }) => agree(claimed, quantity))) return undefined;
  const opposite = replacedBy(part, match.pairs);
  const [only] = given.length === 1 ? given : [];
  // One item tells of one vote or match; and a sum in another money is the one that is meant.
  const counted = only !== undefined && (claimed.kind === 'score' || countsTheSame(claimed, only.quantity));
  const inOtherMoney = given.find(
    ({ quantity }) =>
      claimed.kind === 'money' && quantity.low === claimed.low && quantity.unit !== claimed.unit,
  );
  const close =
    match.plainShare === 1 ||
    (match.plainShare >= CLOSE && match.hits >= HITS) ||
    (match.plainAnywhere >= CLOSE && match.anywhere.size > HITS);
  const is = given.find((one) => one === opposite) ?? inOtherMoney ?? (counted || close ? only : undefined);
  // 'One good year, but not two': what the item has is claimed too.
  const alsoClaimed =
    is !== undefined &&
    parts.some((one) => one !== part && one.kind === 'number' && agree(one.quantity, is.quantity));
  return is === undefined || alsoClaimed
    ? undefined
    : { part, clash: { kind: 'number', said: part.shown, is: is.shown } };
}

/** So much of a claim an item has, where its number is taken for the one that is meant wherever it stands. */
const CLOSE = 0.75;
const HITS = 3;

function countsTheSame(one: Quantity, other: Quantity): boolean {
  return one.kind === 'count' && one.unit !== '' && other.unit !== '';
}

export function hasNumber(part: NumberPart, claim: Claim, briefing: Briefing): boolean {
  return numbersOf(claim, briefing).some(
    ({ quantity }) => comparable(part.quantity, quantity) && agree(part.quantity, quantity),
  );
}

function numbersOf(claim: Claim, briefing: Briefing): NumberPart[] {
  return partsOfClaim(claim, briefing).filter((part): part is NumberPart => part.kind === 'number');
}

export function dateClash(part: DatePart, match: Match, briefing: Briefing): Found | undefined {
  const given = partsOfClaim(match.claim, briefing).filter((one): one is DatePart => one.kind === 'date');
  const when = whenOf(match.claim);
  if (hasDate(part, match.claim, briefing)) return undefined;
  if (part.date.kind === 'relative') return undefined;
  const told = given.filter(({ date }) => date.kind === 'calendar' || date.kind === 'years');
  const opposite = replacedBy(part, match.pairs);
  const is =
    told.find((one) => one === opposite) ?? (when === undefined && told.length === 1 ? told[0] : undefined);
  if (is !== undefined) return { part, clash: { kind: 'date', said: part.shown, is: is.shown } };
  return when === undefined ? undefined : { part, clash: { kind: 'date', said: part.shown, is: when } };
}

/** Whether an item has a date that this may be; where it has any of the same exactness, only those tell. */
export function hasDate(part: DatePart, claim: Claim, briefing: Briefing): boolean {
  const when = whenOf(claim);
  const given = partsOfClaim(claim, briefing).filter((one): one is DatePart => one.kind === 'date');
  const alike = given.filter(({ date }) => areAlike(part.date, date));
  if (when !== undefined && dateFits(part.date, when) && (alike.length === 0 || isDated(part.date, when)))
    return true;
  return (alike.length > 0 ? alike : given).some(({ date }) => fits(part.date, date));
}

function isDated(date: DateMeant, { on }: When): boolean {
  return areAlike(date, calendarOf(on));
}

function fits(one: DateMeant, other: DateMeant): boolean {
  return other.kind !== 'relative' && datesAgree(one, other);
}

function whenOf({ item }: Claim): When | undefined {
  return 'when' in item ? item.when : undefined;
}

export function nameClash(part: NamePart, match: Match, briefing: Briefing): Found | undefined {
  if (hasName(part, match.claim, briefing)) return undefined;
  const is = replacedBy(part, match.pairs);
  if (is?.kind !== 'name') return undefined;
  // What stands in its place must not be claimed elsewhere in the same breath.
  const elsewhere = match.pairs.some(
    (pair) =>
      'claimed' in pair &&
      pair.claimed.kind === 'name' &&
      [...pair.claimed.mention.ids].some((id) => is.mention.ids.has(id)),
  );
  return elsewhere ? undefined : { part, clash: { kind: 'name', said: part.shown, is: is.shown } };
}

export function hasName(part: NamePart, claim: Claim, briefing: Briefing): boolean {
  const facts = [...factsOf(claim, briefing)];
  if ([...part.mention.ids].some((id) => facts.some((fact) => idsMayBeSame(id, fact, briefing)))) return true;
  return partsOfClaim(claim, briefing).some(
    (one) => one.kind === 'name' && mayBeSame(part.mention, one.mention, briefing),
  );
}

/** Two names that changed places around a word: 'Russia sold arms to China' for 'China sold arms to Russia'. */
export function swapClash(
  parts: readonly Part[],
  { claim, pairs }: Match,
  briefing: Briefing,
): Found | undefined {
  const given = partsOfClaim(claim, briefing);
  // What is done by somebody is told the other way round, and what two do together either way.
  if (
    [...parts, ...given].some(
      (part) => 'word' in part && /^(?:by|with|together|both|between|each)$/.test(part.word),
    )
  )
    return undefined;
  const claimed = parts.filter((part): part is NamePart => part.kind === 'name');
  for (const [at, one] of claimed.entries()) {
    const other = claimed[at + 1];
    const [here, there] = [one, other].map((part) =>
      part === undefined ? undefined : onlyPlaceOf(part, given, briefing),
    );
    if (other === undefined || here === undefined || there === undefined || here.start <= there.start)
      continue;
    const turned = pairs.some(
      (pair) =>
        pair.kind === 'same' &&
        pair.claimed.kind === 'word' &&
        !MUTUAL.has(pair.claimed.stem) &&
        isBetween(pair.claimed, one, other) &&
        isBetween(pair.given, there, here),
    );
    if (turned) return { part: one, clash: { kind: 'name', said: one.shown, is: there.shown } };
  }
  return undefined;
}

/** Where an item has a name, if only once. */
function onlyPlaceOf(name: NamePart, given: readonly Part[], briefing: Briefing): Part | undefined {
  const places = given.filter(
    (part) => part.kind === 'name' && mayBeSame(name.mention, part.mention, briefing),
  );
  return places.length === 1 ? places[0] : undefined;
}

function isBetween(part: Part, one: Part, other: Part): boolean {
  return part.start >= one.end && part.end <= other.start;
}

/** A word in whose place the item has its opposite, or a weaker one: 'will' for 'may', 'all' for 'most'. */
export function wordClash({ pairs }: Match): Found | undefined {
  for (const [at, pair] of pairs.entries()) {
    if (pair.kind !== 'replaced' || !isInPlace(at, pairs)) continue;
    const { claimed, given } = pair;
    if (!('word' in claimed && 'word' in given)) continue;
    const opposite = areOpposites(claimed.word, given.word);
    const stronger =
      (claimed.kind === 'modal' && given.kind === 'modal' && strength(claimed.word) > strength(given.word)) ||
      (claimed.kind === 'degree' &&
        given.kind === 'degree' &&
        MORE.test(claimed.word) &&
        LESS.test(given.word));
    if (opposite || stronger)
      return { part: claimed, clash: { kind: 'word', said: claimed.shown, is: given.shown } };
  }
  return undefined;
}

const MORE = /^(?:all|every|each|always|entirely|wholly|fully|definitely|certainly|both)$/;
const LESS =
  /^(?:most|mostly|many|some|several|few|mainly|largely|partly|often|sometimes|probably|possibly|perhaps|usually|rarely)$/;

function strength(modal: string): number {
  return /^(?:may|might|could|can)$/.test(modal) ? 0 : /^(?:will|shall|must)$/.test(modal) ? 2 : 1;
}

/** Whether one of the two denies what the other says, in the stretch that they share. */
export function negationDiffers({ pairs }: Match): boolean {
  const first = pairs.findIndex(({ kind }) => kind === 'same');
  const last = pairs.findLastIndex(({ kind }) => kind === 'same');
  let differs = false;
  for (const [at, pair] of pairs.entries()) {
    const claimed = 'claimed' in pair && pair.claimed.kind === 'negation';
    const given = 'given' in pair && pair.given.kind === 'negation';
    if (claimed && given) continue;
    // What the item denies outside of that stretch is another matter.
    if (claimed || (given && at >= first - 1 && at <= last)) differs = !differs;
  }
  return differs;
}

/** What stands in an item in the place of a part of the claim: between the same words. */
function replacedBy(part: Part, pairs: readonly Pair[]): Part | undefined {
  const at = pairs.findIndex((one) => one.kind === 'replaced' && one.claimed === part);
  const pair = pairs[at];
  return pair?.kind === 'replaced' && isInPlace(at, pairs) ? pair.given : undefined;
}

/** Whether the parts before and behind are the same in both, small words aside; one of them may be the end. */
function isInPlace(at: number, pairs: readonly Pair[]): boolean {
  const before = pairs.slice(0, at).findLast(isSolid);
  const behind = pairs.slice(at + 1).find(isSolid);
  const atBeginning = before === undefined || !pairs.slice(0, at).some(({ kind }) => kind === 'same');
  const atEnd = behind === undefined || !pairs.slice(at + 1).some((pair) => 'claimed' in pair);
  return (
    (before?.kind === 'same' || atBeginning) &&
    (behind?.kind === 'same' || atEnd) &&
    (before?.kind === 'same' || behind?.kind === 'same')
  );
}

function isSolid(pair: Pair): boolean {
  const part = 'given' in pair ? pair.given : pair.claimed;
  return part.kind !== 'small';
}
