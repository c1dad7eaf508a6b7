import type { Briefing } from '../src/briefing/briefing.ts';
import type { Deal } from '../src/briefing/schema.ts';
import type { Block, Fact } from '../src/reply/reply.ts';
import { answered, heading, next, text } from '../src/show/blocks.ts';
import { thingChoice, topicsOf } from '../src/show/choices.ts';
import { cite, inferredNotes, since } from '../src/show/claims.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import type { ReadingCommand } from './command.ts';

export const deals: ReadingCommand = {
  kind: 'reading',
  name: 'deals',
  aliases: ['deal', 'agreements'],
  read: (_rest, briefing, say) =>
    answered(
      heading(say.reading.deals),
      briefing.present(briefing.deals).flatMap((deal) => dealBlocks(deal, briefing, say)),
      inferredNotes(briefing.deals, say),
      next(...waysOn(briefing), say.views.figures, say.views.positions),
    ),
};

function dealBlocks(deal: Deal, briefing: Briefing, say: Messages): Block[] {
  const facts: Fact[] = [
    {
      label: say.reading.parties,
      value: [say.claims.joined(deal.parties.map(briefing.nameOf)), ' ', cite(deal)],
    },
    ...(deal.subject === undefined ? [] : [{ label: say.reading.subject, value: [deal.subject] }]),
    ...(deal.sum === undefined ? [] : [{ label: say.reading.sum, value: [deal.sum] }]),
    ...(deal.state === undefined ? [] : [{ label: say.story.state, value: [say.story.stateOf(deal.state)] }]),
    ...(deal.when === undefined ? [] : [{ label: say.reading.date, value: [say.time.when(deal.when)] }]),
  ];
  return [
    heading(deal.title),
    text(deal.text, ' ', cite(deal), ...since(deal, briefing, say)),
    { kind: 'facts', facts },
  ];
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
