/** A spotlight as an edition shows it. Pure. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Inferred } from '../../briefing/schema.ts';
import type { Block, Choice, Text } from '../../reply/reply.ts';
import { paragraphChoice, SOURCE } from '../../show/choices.ts';
import {
  cite,
  claimText,
  inSentence,
  joined,
  quotation,
  reported as reportedText,
} from '../../show/claims.ts';
import { showWhen } from '../../show/when.ts';
import { edition as say } from '../sentences.ts';
import type { Spotlight } from './spotlight.ts';

export type ShownSpotlight = {
  readonly blocks: readonly Block[];
  /** Where to read on. */
  readonly more: Choice;
};

export function showSpotlight({ of }: Spotlight, briefing: Briefing): ShownSpotlight {
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
          { kind: 'heading', text: say.person(person.name) },
          { kind: 'text', text: who },
          quotation(quote, briefing),
          ...(reported.length === 0
            ? []
            : [{ kind: 'list' as const, items: reported.map((item) => reportedText(item, briefing)) }]),
          ...whyInferred([quote, ...reported]),
        ],
        more: { label: say.moreOf(person.name), says: `person ${person.name}` },
      };
    }
    case 'quotation': {
      const { statement } = of;
      const [first = ''] = statement.speakers;
      const speakers = joined(statement.speakers.map((id) => inSentence(briefing.nameOf(id))));
      return {
        blocks: [
          { kind: 'heading', text: say.quotation(speakers) },
          ...(statement.about === undefined
            ? []
            : [{ kind: 'text' as const, text: [say.on(statement.about)] }]),
          quotation(statement, briefing),
          ...whyInferred([statement]),
        ],
        more: {
          label: say.moreOf(inSentence(briefing.nameOf(first))),
          says: `quotes ${briefing.nameOf(first)}`,
        },
      };
    }
    case 'deal': {
      const { deal } = of;
      const facts = [
        [say.parties, joined(deal.parties.map((id) => briefing.nameOf(id)))],
        [say.subject, deal.subject],
        [say.sum, deal.sum],
        [say.date, deal.when && showWhen(deal.when)],
      ] as const;
      return {
        blocks: [
          { kind: 'heading', text: say.deal(deal.title) },
          { kind: 'text', text: [deal.text, ' ', cite(deal)] },
          {
            kind: 'facts',
            facts: facts.flatMap(([label, value]) =>
              value === undefined ? [] : [{ label, value: [value, ' ', cite(deal)] }],
            ),
          },
          ...whyInferred([deal]),
        ],
        more: { label: say.allDeals, says: 'deals' },
      };
    }
    case 'figure': {
      const { figure } = of;
      return {
        blocks: [
          { kind: 'heading', text: say.figure(figure.shown) },
          { kind: 'text', text: [figure.text, ' ', cite(figure)] },
          ...whyInferred([figure]),
        ],
        more: { label: say.allFigures, says: 'figures' },
      };
    }
    case 'positions': {
      const { issue, positions } = of;
      const silent = briefing.sides.filter(({ id }) => !positions.some(({ side }) => side === id));
      return {
        blocks: [
          { kind: 'heading', text: say.positions(issue.name) },
          { kind: 'list', items: positions.map((item) => claimText({ kind: 'position', item }, briefing)) },
          ...(silent.length === 0
            ? []
            : [
                {
                  kind: 'note' as const,
                  text: [
                    say.silent(joined(silent.map(({ name }, i) => (i === 0 ? name : inSentence(name))))),
                  ],
                },
              ]),
          ...whyInferred(positions),
        ],
        more: { label: say.thisIssue, says: `positions ${issue.name}` },
      };
    }
    case 'background': {
      const { background } = of;
      const [ref] = background.refs;
      return {
        blocks: [
          { kind: 'heading', text: say.background(background.title) },
          { kind: 'text', text: claimText({ kind: 'background', item: background }, briefing) },
          ...whyInferred([background]),
        ],
        more:
          ref === undefined
            ? SOURCE
            : { ...paragraphChoice(ref, briefing), label: say.source(ref.paragraph) },
      };
    }
  }
}

/** One small print for all that is inferred: an edition has no room for a line each. */
function whyInferred(items: readonly { readonly inferred: readonly Inferred[] }[]): Block[] {
  const reasons = new Map(items.flatMap((item) => item.inferred).map(({ says, why }) => [says, why]));
  return reasons.size === 0 ? [] : [{ kind: 'note', text: [say.whyInferred([...reasons])] }];
}
