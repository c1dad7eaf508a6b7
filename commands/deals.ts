import type { Briefing } from '../src/briefing/briefing.ts';
import type { Deal } from '../src/briefing/schema.ts';
import type { Text } from '../src/reply/reply.ts';
import { answered, listed, next, nothingThere } from '../src/show/blocks.ts';
import { thingChoice, topicsOf } from '../src/show/choices.ts';
import { cite, since } from '../src/show/claims.ts';
import { inferredNotes, marked, markedWords } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { hasSomething } from '../src/show/ways.ts';
import type { ReadingCommand } from './command.ts';

export const deals: ReadingCommand = {
  kind: 'reading',
  name: 'deals',
  aliases: ['deal', 'agreements'],
  read: (_rest, briefing, say) =>
    !hasSomething('deals', briefing)
      ? nothingThere(say.reading.noDeals, say.views.figures, say.views.overview)
      : answered(
          listed(
            say.reading.deals,
            briefing.present(briefing.deals).map((deal) => dealLine(deal, briefing, say)),
          ),
          inferredNotes(briefing.deals, say),
          next(...waysOn(briefing), say.views.figures, say.views.positions),
        ),
};

/** All of one in a line, so that it can be copied out: what, between whom, for how much, since when. */
function dealLine(deal: Deal, briefing: Briefing, say: Messages): Text {
  const facts = [
    [say.reading.parties, say.claims.joined(deal.parties.map(briefing.nameOf))],
    [say.reading.subject, deal.subject],
    [say.reading.sum, deal.sum],
    [say.story.state, deal.state && say.story.stateOf(deal.state)],
    [say.reading.date, deal.when && say.time.when(deal.when)],
  ].flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}: ${markedWords(value, deal.inferred)}`],
  );
  return [
    { bold: deal.title },
    ': ',
    marked(deal),
    ` ${facts.join('; ')}. `,
    cite(deal),
    ...since(deal, briefing, say),
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
