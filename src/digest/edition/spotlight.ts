/**
 * The spotlight of the day: which item of the briefing an edition puts first. Every channel goes through all of
 * them in one order, and none comes again before all have been shown. Pure.
 */
import type { Briefing } from '../../briefing/briefing.ts';
import type * as schema from '../../briefing/schema.ts';
import type { Gets } from '../../ports/choices.ts';
import { wantsSpotlight } from './wanted.ts';

export type Spotlight = {
  /** 'person:abe': kept in the ledger, so that it stays the same from revision to revision. */
  readonly id: string;
  readonly of: /** Somebody quoted, with the first quotation of theirs, which then has no day of its own. */
    | {
        readonly kind: 'person';
        readonly person: schema.Person;
        readonly quote: schema.Statement;
        readonly reported: readonly schema.Statement[];
      }
    | { readonly kind: 'quotation'; readonly statement: schema.Statement }
    | { readonly kind: 'deal'; readonly deal: schema.Deal }
    | { readonly kind: 'figure'; readonly figure: schema.Figure }
    /** An issue, with what each side holds on it. */
    | {
        readonly kind: 'positions';
        readonly issue: schema.Issue;
        readonly positions: readonly schema.Position[];
      }
    | { readonly kind: 'background'; readonly background: schema.Background };
};

/** Whose turn it is. `place` of `total` counts the spotlights of this round, the one chosen included. */
export type Turn =
  | {
      readonly kind: 'next';
      readonly spotlight: Spotlight;
      readonly place: number;
      readonly total: number;
    }
  /** Every one has been shown; `first` would begin the next round. */
  | { readonly kind: 'all-shown'; readonly first?: Spotlight; readonly total: number };

/**
 * Every spotlight of a briefing in its order: one of each kind to begin with, and then each kind spread evenly over
 * the round, so that thirteen backgrounds and three deals do not leave a fortnight of backgrounds at the end.
 */
export function spotlightsOf(briefing: Briefing, gets?: Gets): readonly Spotlight[] {
  const every = everySpotlight(briefing);
  return gets === undefined ? every : every.filter((one) => wantsSpotlight(one, gets));
}

function everySpotlight(briefing: Briefing): readonly Spotlight[] {
  const people = peopleQuoted(briefing);
  const shownWithSomebody = new Set(people.map(({ quote }) => quote.id));
  const quotations = briefing
    .present(briefing.statements)
    .filter((statement) => statement.mode === 'direct' && !shownWithSomebody.has(statement.id));
  const issues = briefing.issues
    .map((issue) => ({
      issue,
      positions: briefing.present(briefing.positions).filter((held) => held.issue === issue.id),
    }))
    .filter(({ positions }) => positions.length > 0);
  return spread([
    people.map((of): Spotlight => ({ id: `person:${of.person.id}`, of: { kind: 'person', ...of } })),
    quotations.map(
      (statement): Spotlight => ({ id: `quotation:${statement.id}`, of: { kind: 'quotation', statement } }),
    ),
    briefing
      .present(briefing.deals)
      .map((deal): Spotlight => ({ id: `deal:${deal.id}`, of: { kind: 'deal', deal } })),
    briefing
      .present(briefing.figures)
      .map((figure): Spotlight => ({ id: `figure:${figure.id}`, of: { kind: 'figure', figure } })),
    issues.map((of): Spotlight => ({ id: `positions:${of.issue.id}`, of: { kind: 'positions', ...of } })),
    briefing.present(briefing.background).map(
      (background): Spotlight => ({
        id: `background:${background.id}`,
        of: { kind: 'background', background },
      }),
    ),
  ]);
}

/** `had`: the ids that a channel has had, oldest first, as often as it had them. */
export function turnOf(spotlights: readonly Spotlight[], had: readonly string[]): Turn {
  const total = spotlights.length;
  const shown = shownThisRound(spotlights, had);
  // What the channel never had goes before what it has not had in this round: a revision may bring items mid-way.
  const next = spotlights.find(({ id }) => !had.includes(id)) ?? spotlights.find(({ id }) => !shown.has(id));
  if (next !== undefined) return { kind: 'next', spotlight: next, place: shown.size + 1, total };
  const [first] = spotlights;
  return { kind: 'all-shown', total, ...(first === undefined ? {} : { first }) };
}

/** The next `most` of a round, each as if those before it had been shown; fewer where the round ends. */
export function turnsOf(
  spotlights: readonly Spotlight[],
  had: readonly string[],
  most: number,
): readonly Spotlight[] {
  const found: Spotlight[] = [];
  while (found.length < most) {
    const turn = turnOf(spotlights, [...had, ...found.map(({ id }) => id)]);
    if (turn.kind !== 'next') break;
    found.push(turn.spotlight);
  }
  return found;
}

/**
 * What the channel has had of its present round. A round ends when all have been shown, and one that comes again
 * began another: so a briefing may gain and lose items between revisions. Items that are gone do not count.
 */
function shownThisRound(spotlights: readonly Spotlight[], had: readonly string[]): ReadonlySet<string> {
  const known = new Set(spotlights.map(({ id }) => id));
  let shown = new Set<string>();
  for (const id of had) {
    if (!known.has(id)) continue;
    if (shown.has(id)) shown = new Set();
    shown.add(id);
  }
  return shown;
}

/** Those whom the source quotes directly, in the order of the briefing, each with a quotation that nobody else has. */
function peopleQuoted(briefing: Briefing) {
  const taken = new Set<string>();
  return briefing.people.flatMap((person) => {
    const said = briefing.saidBy(person.id);
    const quote = said.find((statement) => statement.mode === 'direct' && !taken.has(statement.id));
    if (quote === undefined) return [];
    taken.add(quote.id);
    return [{ person, quote, reported: said.filter((statement) => statement.mode === 'reported') }];
  });
}

/**
 * The j-th of n items of a kind comes when j/n of the round is over, and two of a kind in a row only where there is no
 * other way.
 */
function spread(kinds: readonly (readonly Spotlight[])[]): readonly Spotlight[] {
  const queues = kinds.map((items, kind) => ({ kind, of: items.length, left: [...items] }));
  const round: Spotlight[] = [];
  let last = -1;
  for (;;) {
    const open = queues.filter(({ left }) => left.length > 0);
    const others = open.filter(({ kind }) => kind !== last);
    const all = open.reduce((sum, { left }) => sum + left.length, 0);
    const [first] = (others.length > 0 ? others : open).sort(
      (a, b) => b.left.length / b.of - a.left.length / a.of || a.kind - b.kind,
    );
    // One with more left than all others together has to be every second from here on.
    const next = others.find(({ left }) => left.length > all - left.length) ?? first;
    const item = next?.left.shift();
    if (next === undefined || item === undefined) return round;
    round.push(item);
    last = next.kind;
  }
}
