/** A claim that turns what an item says of the very same thing: 'fell 6 percent' for 'rose 6 percent', 'ruled out' for 'did not rule out'. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import poles from '../../words/data/en/poles.json' with { type: 'json' };
import { language } from '../../words/languages.ts';
import { stemOf } from '../../words/stem.ts';
import type { Found } from './clashes.ts';
import { hasName } from './clashes.ts';
import { partsOfClaim } from './matches.ts';
import { isMatter, type Part } from './parts.ts';
import { agree, comparable, sameParts } from './same.ts';
import { CONVERSES, oppositesOf } from './vocabulary.ts';

type Worded = Extract<Part, { word: string }>;
type Turn = { readonly clash: Found['clash']; readonly item: Claim };

/** How many parts of matter behind a word still tell what it is said of. */
const BEHIND = 3;
/** How many parts before a word may deny it. */
const BEFORE = 3;

/** Each word's class, as `number:side`; words of the other side of the same class say the opposite. */
const POLES = new Map<string, string>(
  poles.flatMap((sides, at) =>
    sides.flatMap((words, side) => words.split(' ').map((word) => [stemOf(word), `${at}:${side}`] as const)),
  ),
);
/** All words of a class, of either side. */
const CLASSES = new Map(
  poles.map((sides, at) => [String(at), sides.flatMap((words) => words.split(' ').map(stemOf))]),
);
const IRREGULAR = language('en').irregular;
const PRONOUN = /^(?:he|she|they|it)$/i;

/** Undefined where any item says what is claimed, or none plainly says the opposite. */
export function turnedIn(
  parts: readonly Part[],
  claims: readonly Claim[],
  presumed: boolean,
  briefing: Briefing,
): Turn | undefined {
  if (parts.some(({ kind }) => kind === 'negation')) return undefined;
  /** A word and what follows it are not enough to tell that the same thing is meant: 'hot spring', 'cold in Nagato'. */
  const more = (claim: Claim, word: Part, said: Part) =>
    parts.some(
      (part) =>
        isMatter(part) &&
        part !== word &&
        part !== said &&
        (partsOfClaim(claim, briefing).some((other) => sameParts(part, other, briefing)) ||
          (part.kind === 'name' && isOfThem(claim, [part], briefing))),
    );
  for (const [at, word] of parts.entries()) {
    if (
      !isTurning(word) ||
      (presumed && !POLES.has(baseOf(word)) && parts.slice(at + 1).find(isMatter)?.kind !== 'number')
    )
      continue;
    const said = parts.slice(at + 1).find(isMatter);
    if (said === undefined || isBare(said)) continue;
    const held = near(word, said, claims).map((claim) =>
      heldIn(claim, word, said, parts.slice(0, at), more, briefing),
    );
    if (held.includes('agrees')) continue;
    const turn = held.find((one) => one !== undefined);
    if (turn !== undefined && turn !== 'agrees') return turn;
  }
  return undefined;
}

/** Those that have the word or its opposite, and what it is said of: the others need not be cut into parts. */
function near(word: Worded, said: Part, claims: readonly Claim[]): Claim[] {
  const [base, pole] = [baseOf(word), poleOf(word)];
  const wanted = [base, ...oppositesOf(base), ...(pole === undefined ? [] : (CLASSES.get(pole[0]!) ?? []))];
  return claims.filter((claim) => {
    const bases = basesOf(claim);
    return ('stem' in said ? bases.has(baseOf(said)) : true) && wanted.some((one) => bases.has(one));
  });
}

const BASES = new WeakMap<Claim, ReadonlySet<string>>();

function basesOf(claim: Claim): ReadonlySet<string> {
  const known = BASES.get(claim);
  if (known !== undefined) return known;
  const words = claim.item.text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const made = new Set(words.map((word) => stemOf(IRREGULAR.get(word) ?? word)));
  BASES.set(claim, made);
  return made;
}

/** A word that everything has beside it says nothing of a thing. */
function isBare(part: Part): boolean {
  return part.kind === 'date';
}

function isTurning(part: Part): part is Worded {
  return 'word' in part && (part.kind === 'word' || POLES.has(baseOf(part)));
}

function baseOf({ word, stem }: Worded): string {
  const base = IRREGULAR.get(word);
  return base === undefined ? stem : stemOf(base);
}

function heldIn(
  claim: Claim,
  word: Worded,
  said: Part,
  before: readonly Part[],
  more: (claim: Claim, word: Part, said: Part) => boolean,
  briefing: Briefing,
): 'agrees' | Turn | undefined {
  const given = partsOfClaim(claim, briefing);
  let turn: Turn | undefined;
  for (const [at, other] of given.entries()) {
    if (!('word' in other)) continue;
    const same = baseOf(other) === baseOf(word) || poleOf(other) === (poleOf(word) ?? '');
    const opposite = !same && isOpposite(word, other);
    if (!same && !opposite) continue;
    const behind = given
      .slice(at + 1)
      .filter(isMatter)
      .slice(0, BEHIND);
    if (!behind.some((one) => isTheSame(said, one, briefing))) {
      if (same) turn ??= exchanged(claim, said, behind[0], given);
      continue;
    }
    const negated = given.slice(Math.max(0, at - BEFORE), at).some(({ kind }) => kind === 'negation');
    if (same !== negated) return 'agrees';
    if (said.kind !== 'number' && !(more(claim, word, said) && isOfThem(claim, before, briefing))) continue;
    if (same) turn ??= { item: claim, clash: { kind: 'negation', is: 'not-so' } };
    else if (!negated) turn ??= { item: claim, clash: { kind: 'word', said: word.shown, is: other.shown } };
  }
  return turn;
}

/** Another number stands behind the word, and the one that is claimed elsewhere in the same item: 'cut 300 and kept 84'. */
function exchanged(claim: Claim, said: Part, is: Part | undefined, given: readonly Part[]): Turn | undefined {
  if (said.kind !== 'number' || is?.kind !== 'number') return undefined;
  const { quantity } = said;
  if (!comparable(quantity, is.quantity) || agree(quantity, is.quantity)) return undefined;
  const elsewhere = given.some(
    (part) => part.kind === 'number' && comparable(quantity, part.quantity) && agree(quantity, part.quantity),
  );
  return elsewhere ? { item: claim, clash: { kind: 'number', said: said.shown, is: is.shown } } : undefined;
}

function poleOf(part: Worded): string | undefined {
  return POLES.get(baseOf(part));
}

function isOpposite(one: Worded, other: Worded): boolean {
  const [a, b] = [poleOf(one), poleOf(other)];
  if (a !== undefined && b !== undefined) return a !== b && a.split(':')[0] === b.split(':')[0];
  const bases = [one, other].map(baseOf);
  if (bases.every((base) => CONVERSES.has(base))) return false;
  return one.kind === 'word' && other.kind === 'word' && oppositesOf(baseOf(one)).has(baseOf(other));
}

function isTheSame(one: Part, other: Part, briefing: Briefing): boolean {
  if (sameParts(one, other, briefing)) return true;
  // 'from 2.7 billion' is of the money before it.
  return (
    one.kind === 'number' &&
    other.kind === 'number' &&
    one.quantity.low === other.quantity.low &&
    (other.quantity.unit === '' || comparable(one.quantity, other.quantity))
  );
}

/** Whoever is named as doing it is named in the item, or may be meant by the pronoun that it begins with. */
function isOfThem(claim: Claim, before: readonly Part[], briefing: Briefing): boolean {
  const names = before.filter((part) => part.kind === 'name');
  const [first] = partsOfClaim(claim, briefing);
  return (
    names.length === 0 ||
    names.some((part) => hasName(part, claim, briefing)) ||
    PRONOUN.test(first?.shown ?? '')
  );
}
