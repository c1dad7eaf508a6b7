import type { Briefing } from '../src/briefing/briefing.ts';
import type { Deal } from '../src/briefing/schema.ts';
import type { Block, Fact } from '../src/reply/reply.ts';
import { answered, heading, next, text } from '../src/show/blocks.ts';
import { FIGURES, POSITIONS, thingChoice, topicsOf } from '../src/show/choices.ts';
import { cite, inferredNotes, joined } from '../src/show/claims.ts';
import * as say from '../src/show/messages/en/reading.ts';
import { showWhen } from '../src/show/when.ts';
import type { ReadingCommand } from './command.ts';

export const deals: ReadingCommand = {
  kind: 'reading',
  name: 'deals',
  aliases: ['deal', 'agreements'],
  usage: 'deals',
  does: 'What was agreed: the parties, the sums and the subjects.',
  read: (_rest, briefing) =>
    answered(
      heading(say.DEALS),
      briefing.deals.flatMap((deal) => dealBlocks(deal, briefing)),
      inferredNotes(briefing.deals),
      next(...waysOn(briefing), FIGURES, POSITIONS),
    ),
};

function dealBlocks(deal: Deal, briefing: Briefing): Block[] {
  const facts: Fact[] = [
    { label: say.PARTIES, value: [joined(deal.parties.map(briefing.nameOf)), ' ', cite(deal)] },
    ...(deal.subject === undefined ? [] : [{ label: say.SUBJECT, value: [deal.subject] }]),
    ...(deal.sum === undefined ? [] : [{ label: say.SUM, value: [deal.sum] }]),
    ...(deal.when === undefined ? [] : [{ label: say.DATE, value: [showWhen(deal.when)] }]),
  ];
  return [heading(deal.title), text(deal.text, ' ', cite(deal)), { kind: 'facts', facts }];
}

function waysOn(briefing: Briefing) {
  const bodies = briefing.organisations.filter(({ id }) =>
    briefing.deals.some(({ parties }) => parties.includes(id)),
  );
  const topics = briefing.deals.flatMap((deal) => topicsOf(deal, briefing));
  return [
    ...topics.slice(0, 2),
    ...bodies.slice(0, 1).map((item) => thingChoice({ kind: 'organisation', item })),
  ];
}
