/** A spotlight as an edition shows it. Pure. */

import type { Briefing } from '../../briefing/briefing.ts';
import type { Block, Choice, Reason, Text } from '../../reply/reply.ts';
import { paragraphChoice } from '../../show/choices.ts';
import { cite, claimText, quotation, reported as reportedText } from '../../show/claims.ts';
import { type Inferring, marked, reasonsOf } from '../../show/inferred.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { inSentence } from '../../words/names.ts';
import type { Spotlight } from './spotlight.ts';

export type ShownSpotlight = {
  readonly blocks: readonly Block[];
  /** Why what is marked in them is inferred. */
  readonly reasons: readonly Reason[];
  /** Where to read on. */
  readonly more: Choice;
};

export function showSpotlight(spotlight: Spotlight, briefing: Briefing, say: Messages): ShownSpotlight {
  const reasons = reasonsOf(itemsOf(spotlight), say);
  return { ...drawnSpotlight(spotlight, briefing, say), reasons };
}

function itemsOf({ of }: Spotlight): readonly Inferring[] {
  switch (of.kind) {
    case 'person':
      return [of.person, of.quote, ...of.reported];
    case 'quotation':
      return [of.statement];
    case 'deal':
      return [of.deal];
    case 'figure':
      return [of.figure];
    case 'positions':
      return of.positions;
    case 'background':
      return [of.background];
  }
}

function drawnSpotlight(
  { of }: Spotlight,
  briefing: Briefing,
  say: Messages,
): Omit<ShownSpotlight, 'reasons'> {
  switch (of.kind) {
    case 'person': {
      const { person, quote, reported } = of;
      const organisation = person.organisation === undefined ? '' : briefing.nameOf(person.organisation);
      const who: Text = [
        { bold: person.name },
        `, ${[person.role, organisation].filter((part) => part !== '').join(', ')} `,
        cite(person),
      ];
      return {
        blocks: [
          { kind: 'heading', text: say.edition.person(person.name) },
          { kind: 'text', text: who },
          quotation(quote, briefing, say),
          ...(reported.length === 0
            ? []
            : [{ kind: 'list' as const, items: reported.map((item) => reportedText(item, briefing, say)) }]),
        ],
        more: { label: say.edition.moreOf(person.name), says: `person ${person.name}` },
      };
    }
    case 'quotation': {
      const { statement } = of;
      const [first = ''] = statement.speakers;
      const speakers = say.claims.joined(statement.speakers.map((id) => inSentence(briefing.nameOf(id))));
      return {
        blocks: [
          { kind: 'heading', text: say.edition.quotation(speakers) },
          ...(statement.about === undefined
            ? []
            : [{ kind: 'text' as const, text: [say.edition.on(statement.about)] }]),
          quotation(statement, briefing, say),
        ],
        more: {
          label: say.edition.moreOf(inSentence(briefing.nameOf(first))),
          says: `quotes ${briefing.nameOf(first)}`,
        },
      };
    }
    case 'deal': {
      const { deal } = of;
      const facts = [
        [say.edition.parties, say.claims.joined(deal.parties.map((id) => briefing.nameOf(id)))],
        [say.edition.subject, deal.subject],
        [say.edition.sum, deal.sum],
        [say.edition.date, deal.when && say.time.when(deal.when)],
      ] as const;
      return {
        blocks: [
          { kind: 'heading', text: say.edition.deal(deal.title) },
          { kind: 'text', text: [marked(deal), ' ', cite(deal)] },
          {
            kind: 'facts',
            facts: facts.flatMap(([label, value]) =>
              value === undefined ? [] : [{ label, value: [value, ' ', cite(deal)] }],
            ),
          },
        ],
        more: { label: say.edition.allDeals, says: 'deals' },
      };
    }
    case 'figure': {
      const { figure } = of;
      return {
        blocks: [
          { kind: 'heading', text: say.edition.figure(figure.shown) },
          { kind: 'text', text: [marked(figure), ' ', cite(figure)] },
        ],
        more: { label: say.edition.allFigures, says: 'figures' },
      };
    }
    case 'positions': {
      const { issue, positions } = of;
      const silent = briefing.sides.filter(({ id }) => !positions.some(({ side }) => side === id));
      return {
        blocks: [
          { kind: 'heading', text: say.edition.positions(issue.name) },
          {
            kind: 'list',
            items: positions.map((item) => claimText({ kind: 'position', item }, briefing, say)),
          },
          ...(silent.length === 0
            ? []
            : [
                {
                  kind: 'note' as const,
                  text: [
                    say.edition.silent(
                      say.claims.joined(silent.map(({ name }, i) => (i === 0 ? name : inSentence(name)))),
                    ),
                  ],
                },
              ]),
        ],
        more: { label: say.edition.thisIssue, says: `positions ${issue.name}` },
      };
    }
    case 'background': {
      const { background } = of;
      const [ref] = background.refs;
      return {
        blocks: [
          { kind: 'heading', text: say.edition.background(background.title) },
          { kind: 'text', text: claimText({ kind: 'background', item: background }, briefing, say) },
        ],
        more:
          ref === undefined
            ? say.views.source
            : { ...paragraphChoice(ref, briefing), label: say.edition.source(ref.paragraph) },
      };
    }
  }
}
