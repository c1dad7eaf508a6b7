/** Which items a claim may be held against: those whose sentences it repeats, the nearest first. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import { stemOf } from '../../words/stem.ts';
import { aligned, type Pair } from './align.ts';
import { isMatter, type Part, partsOf } from './parts.ts';
import { sameParts } from './same.ts';
import { SMALL } from './vocabulary.ts';

export type Match = {
  readonly claim: Claim;
  readonly pairs: readonly Pair[];
  /** What of the claim's matter the item has too: 0 to 1. */
  readonly share: number;
  /** The same, numbers and dates left aside. */
  readonly plainShare: number;
  /** How many parts of matter that are. */
  readonly hits: number;
  /** The parts of the claim that the item has anywhere, in whatever order. */
  readonly anywhere: ReadonlySet<Part>;
  /** The share of those among what is neither a number nor a date. */
  readonly plainAnywhere: number;
};

/** How many items are laid alongside a claim in full. */
const LAID = 6;

/** The items that have something of the claim, the nearest first; at most six. */
export function matchesOf(claimed: readonly Part[], briefing: Briefing): Match[] {
  const wanted = new Set(claimed.filter(isMatter).flatMap(keysOf));
  if (wanted.size === 0) return [];
  const { byKey } = prepared(briefing);
  const hits = new Map<Prepared, number>();
  for (const key of wanted)
    for (const item of byKey.get(key) ?? []) hits.set(item, (hits.get(item) ?? 0) + 1);
  return [...hits]
    .sort(([one, its], [other, hits]) => hits - its || one.keys.size - other.keys.size || one.at - other.at)
    .slice(0, LAID)
    .map(([item]) => matchOf(claimed, item.claim, briefing))
    .sort((one, other) => other.share - one.share || other.plainShare - one.plainShare);
}

export function matchOf(claimed: readonly Part[], claim: Claim, briefing: Briefing): Match {
  const pairs = aligned(claimed, partsOfClaim(claim, briefing), briefing);
  const facts = factsOf(claim, briefing);
  const same = new Set(pairs.flatMap((pair) => (pair.kind === 'same' ? [pair.claimed] : [])));
  const has = (part: Part) =>
    same.has(part) || (part.kind === 'name' && [...part.mention.ids].some((id) => facts.has(id)));
  const given = partsOfClaim(claim, briefing);
  const anywhere = new Set(
    claimed.filter(
      (part) => isMatter(part) && (has(part) || given.some((other) => sameParts(part, other, briefing))),
    ),
  );
  const matter = claimed.filter(isMatter);
  const plain = matter.filter(({ kind }) => kind !== 'number' && kind !== 'date');
  const hits = matter.filter(has).length;
  return {
    claim,
    pairs,
    hits,
    anywhere,
    plainAnywhere: plain.filter((part) => anywhere.has(part)).length / Math.max(1, plain.length),
    share: hits / Math.max(1, matter.length),
    plainShare: plain.filter(has).length / Math.max(1, plain.length),
  };
}

/** The parts of an item's text, cut once. */
export function partsOfClaim(claim: Claim, briefing: Briefing): readonly Part[] {
  return prepared(briefing).of.get(claim)?.parts() ?? [];
}

/** Ids of all that an item is of or by, beside what its text names: speakers, parties, a place, a side. */
export function factsOf(claim: Claim, briefing: Briefing): ReadonlySet<string> {
  const { item } = claim;
  const ids = [
    ...('speakers' in item ? item.speakers : []),
    ...('via' in item && item.via !== undefined ? [item.via] : []),
    ...('parties' in item ? item.parties : []),
    ...('place' in item && item.place !== undefined ? [item.place] : []),
    ...('side' in item ? [item.side] : []),
    ...('according' in item && item.according !== undefined ? [item.according] : []),
  ];
  return new Set(ids.flatMap((id) => [id, ...sideOf(id, briefing)]));
}

function sideOf(id: string, briefing: Briefing): string[] {
  const named = briefing.named(id);
  if (named?.kind !== 'person' && named?.kind !== 'organisation') return [];
  return named.item.side === undefined ? [] : [named.item.side];
}

type Prepared = {
  /** Its place among all. */
  readonly at: number;
  readonly claim: Claim;
  /** What it is found by. */
  readonly keys: ReadonlySet<string>;
  readonly parts: () => readonly Part[];
};

type All = {
  readonly of: ReadonlyMap<Claim, Prepared>;
  readonly byKey: ReadonlyMap<string, readonly Prepared[]>;
};

const PREPARED = new WeakMap<Briefing, All>();

function prepared(briefing: Briefing): All {
  const known = PREPARED.get(briefing);
  if (known !== undefined) return known;
  // What was replaced or corrected is held against nothing: what stands in its place is.
  const claims = briefing.presentClaims.filter(({ kind }) => kind !== 'note');
  const items = claims.map((claim, at) => preparedClaim(claim, at, briefing));
  const byKey = new Map<string, Prepared[]>();
  for (const item of items)
    for (const key of item.keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [item]);
      else list.push(item);
    }
  const made = { of: new Map(items.map((item) => [item.claim, item])), byKey };
  PREPARED.set(briefing, made);
  return made;
}

/** An item is cut into its parts only when a claim comes near it. */
function preparedClaim(claim: Claim, at: number, briefing: Briefing): Prepared {
  let cut: readonly Part[] | undefined;
  return {
    at,
    claim,
    keys: new Set([...stemsIn(claim.item.text), ...factsOf(claim, briefing)]),
    parts: () => {
      cut ??= partsOf(claim.item.text, briefing);
      return cut;
    },
  };
}

function keysOf(part: Part): string[] {
  if (part.kind === 'name') return [...part.mention.ids, ...stemsIn(part.shown)];
  return 'stem' in part ? [part.stem] : [];
}

function stemsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !SMALL.has(word))
    .map(stemOf);
}
