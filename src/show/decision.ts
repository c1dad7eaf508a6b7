/** Draws what was decided about a question: items as they are shown everywhere, and fixed words around them. */
import type { Decision, Item, Lead } from '../ask/decision.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Block, Fact, Reply } from '../reply/reply.ts';
import { answered, next, notCovered, note, text } from './blocks.ts';
import { issueChoice } from './choices.ts';
import { cite, positionText } from './claims.ts';
import { besideNotes, drawnDecline } from './decline.ts';
import { echo } from './echo.ts';
import { inferredNotes, marked } from './inferred.ts';
import { citeOf, itemBlock, nearOf, tapsTo } from './items.ts';
import type { Messages } from './messages/messages.ts';
import { afterItems, afterOverview } from './next.ts';
import { verdictBlock } from './verdict.ts';

export function drawn(decision: Decision, briefing: Briefing, say: Messages): Reply {
  switch (decision.kind) {
    case 'answer':
      return drawnAnswer(decision, briefing, say);
    case 'compare':
      return drawnComparison(decision.issue, decision.sides, briefing, say);
    case 'no-side':
      return drawnNoSide(decision.issue, briefing, say);
    case 'several':
      return drawnSeveral(decision, briefing, say);
    case 'overview':
      return drawnOverview(briefing, say);
    case 'empty':
      return notCovered(
        text(say.asking.empty),
        next(...briefing.examples.map((example) => ({ label: example, says: `ask ${example}` }))),
      );
    case 'decline':
      return drawnDecline(decision, briefing, say);
  }
}

function drawnAnswer(
  { items, lead, verdict, nearest, beside }: Of<'answer'>,
  briefing: Briefing,
  say: Messages,
): Reply {
  const [first, ...more] = items;
  const reply = answered(
    verdict === undefined ? [] : verdictBlock(verdict, briefing, say),
    lead === undefined ? [] : leadBlock(lead, first, briefing, say),
    itemBlock(first, briefing, say),
    more.length === 0 ? [] : [note(say.asking.also), ...more.map((item) => itemBlock(item, briefing, say))],
    inferredNotes(
      items.flatMap((item) => (item.kind === 'card' ? [] : [item.item])),
      say,
    ),
    besideNotes(beside, say),
    next(...tapsTo((nearest ?? []).slice(0, NEAR_OFFERED), briefing), ...afterItems(items, briefing, say)),
  );
  return {
    ...reply,
    ...(verdict === undefined ? {} : { verdict: verdict.verdict }),
    ...(nearest === undefined ? {} : { nearest: nearOf(nearest) }),
  };
}

/** How many that come near are offered under an answer. */
const NEAR_OFFERED = 3;

type Of<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

function leadBlock(lead: Lead, item: Item, briefing: Briefing, say: Messages): Block {
  switch (lead.kind) {
    case 'slice':
      return text({ bold: lead.words }, ' ', citeOf(item));
    case 'when':
      return text({ bold: say.time.when(lead.when) }, ' ', citeOf(item));
    case 'name':
      return text({ bold: briefing.nameOf(lead.id) }, ' ', citeOf(item));
    case 'own-account':
      return note(say.asking.ownAccount);
    case 'source-says':
      return note(say.asking.says);
  }
}

/** No side is taken: who holds what, in the same words whatever language or way it was asked in. */
function drawnNoSide(issue: string | undefined, briefing: Briefing, say: Messages): Reply {
  if (issue === undefined) return answered(text(say.asking.noSidePlainly), next(say.views.overview));
  const sides = briefing.positions.filter((position) => position.issue === issue).map(({ side }) => side);
  const { blocks, ...rest } = drawnComparison(issue, [...new Set(sides)], briefing, say);
  return { ...rest, blocks: [text(say.asking.noSide), ...blocks] };
}

/** Several questions, each under its own words; the ways on are those of all. */
function drawnSeveral({ parts }: Of<'several'>, briefing: Briefing, say: Messages): Reply {
  const replies = parts.map(({ decision }) => drawn(decision, briefing, say));
  const blocks = replies.flatMap((reply, at) => [
    note(...say.asking.part(echo(parts[at]?.typed ?? '', say, LONGEST_PART))),
    ...reply.blocks.filter(({ kind }) => kind !== 'buttons'),
  ]);
  const ways = replies.flatMap((reply) =>
    reply.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : [])),
  );
  const isAnswered = replies.some(({ outcome }) => outcome === 'answered');
  const reply = (isAnswered ? answered : notCovered)(blocks, next(...ways));
  const verdict = isAnswered ? verdictOfAll(replies) : undefined;
  const nearest = replies.flatMap((one) => one.nearest ?? []);
  return {
    ...reply,
    ...(verdict === undefined ? {} : { verdict }),
    ...(nearest.length === 0 ? {} : { nearest }),
  };
}

/** A no to any of them stands; where one is left open, all are answered in part. */
function verdictOfAll(replies: readonly Reply[]): Reply['verdict'] {
  const verdicts = replies.map(({ outcome, verdict }) => (outcome === 'answered' ? verdict : 'partly'));
  if (verdicts.includes('no')) return 'no';
  if (verdicts.includes('partly')) return 'partly';
  return verdicts.every((verdict) => verdict === 'yes') ? 'yes' : undefined;
}

const LONGEST_PART = 80;

function drawnComparison(issue: string, sides: readonly string[], briefing: Briefing, say: Messages): Reply {
  const held = briefing.positions.filter((position) => position.issue === issue);
  const facts: Fact[] = sides.map((side) => {
    const positions = held.filter((position) => position.side === side);
    return {
      label: briefing.nameOf(side),
      value:
        positions.length === 0
          ? [say.claims.notSaid]
          : positions.flatMap((position, at) => [
              ...(at === 0 ? [] : [' ']),
              ...positionText(position, briefing, say),
            ]),
    };
  });
  const said = sides.some((side) => held.some((position) => position.side === side));
  const named = briefing.issue(issue);
  return (said ? answered : notCovered)(
    text({ bold: named?.name ?? '' }),
    { kind: 'facts', facts, sideBySide: true },
    next(named === undefined ? undefined : issueChoice(named), say.views.positions),
  );
}

function drawnOverview(briefing: Briefing, say: Messages): Reply {
  const { summary, keyPoints } = briefing;
  return answered(
    text(marked(summary), ' ', cite(summary)),
    {
      kind: 'list',
      items: keyPoints.slice(0, KEY_POINTS_SHOWN).map((point) => [marked(point), ' ', cite(point)]),
    },
    next(...afterOverview(briefing, say)),
  );
}

const KEY_POINTS_SHOWN = 4;
