import type { Briefing, Claim, Named } from '../briefing/briefing.ts';
import type { Deal, Person, Position, Statement } from '../briefing/schema.ts';
import type { Block, Choice, Fact, Reply } from '../reply/reply.ts';
import { isNamedIn } from '../words/named.ts';
import { otherScripts } from './about-person.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { mapChoice, personChoice, positionsOf, thingChoice, topicsOf } from './choices.ts';
import { cite, claimText, positionText, quotation, reported } from './claims.ts';
import { inferredNotes } from './inferred.ts';
import type { Messages } from './messages/messages.ts';
import { personLine } from './people.ts';

/** A side as a whole, or a body: what can hold a position and be a party. */
export type Party = Extract<Named, { kind: 'side' | 'organisation' }>;

/** What it holds, what is said in its name and by whom, what it has signed, and what else is told of it. */
export function aboutParty(party: Party, briefing: Briefing, say: Messages): Reply {
  const { item } = party;
  const holds = briefing.positions.filter(({ side }) => side === item.id);
  const said = briefing.saidBy(item.id);
  const people = briefing.people.filter(({ side, organisation }) => [side, organisation].includes(item.id));
  const deals = briefing.deals.filter((deal) => isParty(item.id, deal, briefing));
  const rest = restOf(party, [...holds, ...said, ...deals], briefing);
  const silent = holds.length + said.length + people.length + deals.length + rest.length === 0;
  return answered(
    heading(item.name),
    whatItIs(party, say),
    positionsOfSide(holds, briefing, say),
    under(
      say.reading.quoted,
      said.filter(({ mode }) => mode === 'direct').map((statement) => quotation(statement, briefing, say)),
    ),
    listed(
      say.reading.reportedSpeech,
      said.filter(({ mode }) => mode === 'reported').map((statement) => reported(statement, briefing, say)),
    ),
    listed(
      say.reading.speaksFor,
      people.map((person) => personLine(person, briefing, say)),
    ),
    listed(
      say.reading.theirDeals,
      deals.map((deal) => claimText({ kind: 'deal', item: deal }, briefing, say)),
    ),
    listed(
      say.reading.whatIsSaidOfIt,
      rest.map((claim) => claimText(claim, briefing, say)),
    ),
    silent ? text(say.reading.onlyTheName) : [],
    inferredNotes([item, ...holds, ...said, ...deals, ...rest.map((claim) => claim.item)], say),
    next(...waysOn(party, holds, people, deals, briefing, say)),
  );
}

function whatItIs({ kind, item }: Party, say: Messages): Block[] {
  const facts = otherScripts(item, say);
  return [
    ...(kind === 'organisation' ? [text(`${item.what}. `, cite(item))] : []),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

function positionsOfSide(holds: readonly Position[], briefing: Briefing, say: Messages): Block[] {
  const facts: Fact[] = holds.map((position) => ({
    label: briefing.issue(position.issue)?.name ?? position.issue,
    value: positionText(position, briefing, say),
  }));
  return facts.length === 0 ? [] : [heading(say.reading.holds), { kind: 'facts', facts }];
}

/** A side is party to what its organisations sign. */
function isParty(id: string, deal: Deal, briefing: Briefing): boolean {
  return deal.parties.some((party) => {
    const named = briefing.named(party);
    return party === id || (named?.kind === 'organisation' && named.item.side === id);
  });
}

/**
 * Of an organisation, and of a side that holds nothing: what else its paragraphs tell of it by name. Of a side with positions that
 * would be the whole article.
 */
function restOf(party: Party, shown: readonly { readonly id: string }[], briefing: Briefing): Claim[] {
  const { kind, item } = party;
  if (kind === 'side' && shown.length > 0) return [];
  const known = new Set(shown.map(({ id }) => id));
  const told = item.refs.flatMap((ref) => briefing.onParagraph(ref));
  return [...new Set(told)].filter(
    (claim) =>
      !known.has(claim.item.id) &&
      (claim.kind === 'event' || claim.kind === 'background' || isReported(claim)) &&
      isNamedIn(claim.item.text, party),
  );
}

function isReported(claim: Claim): claim is Claim & { item: Statement } {
  return claim.kind === 'statement' && claim.item.mode === 'reported';
}

function waysOn(
  { kind, item }: Party,
  holds: readonly Position[],
  people: readonly Person[],
  deals: readonly Deal[],
  briefing: Briefing,
  say: Messages,
): (Choice | undefined)[] {
  const side = kind === 'organisation' && item.side !== undefined ? briefing.named(item.side) : undefined;
  return [
    holds.length > 0 ? positionsOf(item.id, item.name, say) : undefined,
    side === undefined ? undefined : thingChoice(side),
    deals.length > 0 ? say.views.deals : undefined,
    topicsOf(item, briefing)[0],
    people[0] === undefined ? undefined : personChoice(people[0]),
    say.views.positions,
    say.views.people,
    mapChoice(briefing, say),
  ];
}
