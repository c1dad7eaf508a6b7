/**
 * What the check cannot prove and an editor looks at once: marks on an item whose words may say something else than
 * the source. They are computed from the fingerprint as the proofs are, by lists of English words.
 */
import { type Draft, type Placed, type Spot, within } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import { type NamedThing, namedThings, wordsOfNames } from '../proofs/names.ts';
import { saidBy } from '../proofs/speakers.ts';
import { hashOf } from '../release.ts';
import type { Deal, Mark, Position, Statement } from '../schema.ts';
import { degree, hedge, newMatter, opposite, polarity } from './lexical.ts';
import { direction, inOrder, type Placed as Named, type Names, namesOf, share } from './order.ts';
import { type Passage, passageFor, wholeOf } from './passage.ts';

export type Marked = {
  readonly at: Spot;
  readonly id: string;
  readonly mark: Mark;
  readonly why: string;
  /** What `seen` says in `as` to settle it. */
  readonly as: string;
};

const LISTS = ['statements', 'events', 'deals', 'figures', 'positions', 'background', 'keyPoints'] as const;

/**
 * Pure. The marks of the items of `own` that nobody has settled, in the order of the files. `whole` is the briefing that
 * they are of: a mark of an item hangs on its names, and on nothing else of it.
 */
export function unsettled(own: Draft, evidence: Evidence, whole: Draft = own): Marked[] {
  const things = namedThings(whole);
  const places = new Set(whole.lists.places.map((place) => place.item.id));
  const names = wordsOfNames(things);
  const actors = namesOf(things.filter(({ id }) => !places.has(id)));
  return LISTS.flatMap((list) =>
    (own.lists[list] as readonly Placed<AnyItem>[]).flatMap((placed) =>
      unsettledOf(placed, { things, names, actors, draft: whole, evidence }),
    ),
  );
}

/** What an item is looked at beside. */
type Around = {
  readonly things: readonly NamedThing[];
  /** The words with capitals in their names. */
  readonly names: ReadonlySet<string>;
  /** Those who can act: places cannot. */
  readonly actors: Names;
  readonly draft: Draft;
  readonly evidence: Evidence;
};

type AnyItem = Draft['lists'][(typeof LISTS)[number]][number]['item'];

function unsettledOf({ item, at }: Placed<AnyItem>, around: Around): Marked[] {
  const marked = looksAt(item, around);
  if (marked.size === 0 && item.seen.length === 0) return [];
  const as = hashOf(item);
  const holds = (mark: Mark) => item.seen.some((seen) => seen.mark === mark && (seen.as ?? as) === as);
  const stale = item.seen.filter(
    ({ mark, as: then }) => then !== undefined && then !== as && !holds(mark) && !marked.has(mark),
  );
  return [
    ...[...marked].filter(([mark]) => !holds(mark)),
    ...stale.map(({ mark, by }) => [mark, `its words have changed since ${by} looked`] as const),
  ].map(([mark, why]) => ({ at: within(at, 'text'), id: item.id, mark, why, as }));
}

/** Every mark of an item, settled or not, with what is odd. */
function looksAt(item: AnyItem, { things, names, actors, draft, evidence }: Around): Map<Mark, string> {
  const found = new Map<Mark, string>();
  const put = (mark: Mark, why: string | undefined) => {
    if (why !== undefined) found.set(mark, why);
  };
  if ('mode' in item) put('speaker', speaker(item, draft, evidence));
  if (item.text === '' || ('mode' in item && item.mode === 'direct')) return found;
  if (!isEnglish(item, draft)) return found;

  const passage = passageFor(item.text, item.refs, evidence);
  put('polarity', polarity(item.text, passage));
  put('hedge', hedge(item.text, passage, names));
  put('degree', degree(item.text, passage));
  put('opposite', opposite(item.text, passage));
  const named = inOrder(item.text, passage, actors);
  put('direction', direction(named));
  put('share', share(item.text, passage, named));
  const said = item.inferred.map(({ says }) => says);
  put('new-matter', newMatter(item.text, wholeOf(item.refs, evidence), said));
  if ('issue' in item) put('party', wrongSide(item, named, draft));
  if ('parties' in item) put('party', missingParty(item, things, evidence));
  if ('mode' in item) put('low-trust', lowTrust(item, things, passage));
  return found;
}

function isEnglish({ refs }: AnyItem, { lists }: Draft): boolean {
  const languages = new Map(lists.sources.map(({ item }) => [item.id, item.language]));
  return refs.every(({ source }) => (languages.get(source) ?? 'en') === 'en');
}

function speaker(item: Statement, draft: Draft, evidence: Evidence): string | undefined {
  if (item.mode !== 'direct') return undefined;
  const said = saidBy(item, draft, evidence);
  if (said === undefined) return 'the words around it do not name its speaker';
  if (said.size > 1) return `it may be ${[...said].join(' or ')} who said it: both go by that name`;
  return item.speakers.length > said.size ? 'the words around it name one speaker, not several' : undefined;
}

/** The side whose position it is, is the first that our words name, or the first that the source does. */
function wrongSide(item: Position, named: readonly Named[], draft: Draft): string | undefined {
  const sides = sidesOf(draft);
  const [first] = named.flatMap(({ id }) => sides.get(id) ?? []);
  if (first === undefined || first === item.side) return undefined;
  return `our words begin with ${first}, and the position is under ${item.side}`;
}

function missingParty(item: Deal, named: readonly NamedThing[], evidence: Evidence): string | undefined {
  const whole = wholeOf(item.refs, evidence);
  const things = new Map(named.map((thing) => [thing.id, thing]));
  const missing = item.parties.find((id) => !things.get(id)?.theirs.some((row) => whole.firstOf(row) >= 0));
  return missing === undefined ? undefined : `the source does not name ${missing} there`;
}

/** A rule that found the speaker in another sentence is often wrong. */
function lowTrust(item: Statement, named: readonly NamedThing[], passage: Passage): string | undefined {
  if (item.by !== 'rules') return undefined;
  if (item.doubt !== undefined) return 'the rules were not sure of it';
  const things = new Map(named.map((thing) => [thing.id, thing]));
  const isNamed = item.speakers.some((id) => things.get(id)?.theirs.some((row) => passage.firstOf(row) >= 0));
  return isNamed ? undefined : 'the sentence does not name its speaker';
}

/** The side of each side, person and organisation. */
function sidesOf({ lists }: Draft): Map<string, string> {
  return new Map([
    ...lists.sides.map(({ item }) => [item.id, item.id] as const),
    ...[...lists.people, ...lists.organisations].flatMap(({ item }) =>
      item.side === undefined ? [] : [[item.id, item.side] as const],
    ),
  ]);
}
