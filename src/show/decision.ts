/** Draws what was decided about a question: items as they are shown everywhere, and fixed words around them. */

import type { Beside, Decision, Item, Lead, Why } from '../ask/decision.ts';
import type { Briefing, Named } from '../briefing/briefing.ts';
import type { Block, Choice, Cite, Fact, Reply, Span, Text } from '../reply/reply.ts';
import { answered, next, notCovered, note, text } from './blocks.ts';
import { issueChoice, paragraphChoice, thingChoice, topicChoice } from './choices.ts';
import { cite, claimBlock, positionText } from './claims.ts';
import { echo } from './echo.ts';
import { inferredNotes, marked } from './inferred.ts';
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

function nearOf(items: readonly Item[]) {
  return items.map((item) => ({ id: idOf(item), cites: refsOf(item) }));
}

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

/** An item as it is shown wherever it stands; who or what somebody is, in a line. */
export function itemBlock(item: Item, briefing: Briefing, say: Messages): Block {
  return item.kind === 'card' ? cardBlock(item.named, briefing) : claimBlock(item, briefing, say);
}

function cardBlock({ kind, item }: Named, briefing: Briefing): Block {
  const what = kind === 'person' ? item.role : kind === 'side' ? item.name : item.what;
  const body = kind === 'person' ? item.organisation : undefined;
  return text(
    { bold: item.name },
    ...(what === item.name ? [] : [': ', what]),
    ...(body === undefined ? [] : [', ', briefing.nameOf(body)]),
    ' ',
    cite(item),
  );
}

function citeOf(item: Item): Span {
  return cite(item.kind === 'card' ? item.named.item : item.item);
}

function refsOf(item: Item): readonly Cite[] {
  return (item.kind === 'card' ? item.named.item : item.item).refs;
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

const KEY_POINTS_SHOWN = 4;

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

function drawnDecline({ why, nearest, beside }: Of<'decline'>, briefing: Briefing, say: Messages): Reply {
  const [first, ...others] = nearest;
  const reply = notCovered(
    text(...reasonOf(why, say)),
    besideNotes(beside, say),
    linesOf(why, briefing, say),
    first === undefined ? [] : [note(say.asking.nearest), itemBlock(first, briefing, say)],
    others.length === 0
      ? []
      : [note(say.asking.nearToo), { kind: 'list', items: others.map((item) => inShort(item, briefing)) }],
    inferredNotes(first === undefined || first.kind === 'card' ? [] : [first.item], say),
    next(...waysOn(why, nearest, briefing, say)),
  );
  return {
    ...reply,
    nearest: nearOf(nearest),
  };
}

function idOf(item: Item): string {
  return item.kind === 'card' ? item.named.item.id : item.item.id;
}

/** An item by what it calls itself, with its paragraphs. */
function inShort(item: Item, briefing: Briefing): Text {
  return [headlineOf(item, briefing), ' ', citeOf(item)];
}

/** What an item calls itself, in a few words of its own. */
export function headlineOf(item: Item, briefing: Briefing): string {
  switch (item.kind) {
    case 'card':
      return item.named.item.name;
    case 'statement': {
      const who = item.item.speakers.map((id) => briefing.nameOf(id)).join(', ');
      return item.item.about === undefined ? who : `${who}: ${item.item.about}`;
    }
    case 'position':
      return `${briefing.nameOf(item.item.side)}: ${briefing.issue(item.item.issue)?.name ?? ''}`;
    case 'figure':
      return `${item.item.shown}: ${item.item.of}`;
    case 'event':
    case 'deal':
    case 'background':
      return item.item.title;
    default:
      return item.item.text;
  }
}

function reasonOf(why: Why, say: Messages): Text {
  switch (why.kind) {
    case 'unknown-name':
      return say.asking.unknownName(echo(why.typed, say));
    case 'not-by-them':
      return say.asking.notByThem(why.who.item.name);
    case 'silent':
      return say.asking.noWordsOf(why.who.item.name);
    case 'not-of':
      return say.asking.notOf(echo(why.typed, say));
    case 'not-there':
      return [say.asking.notThere];
    case 'not-understood':
      return [why.instead === undefined ? say.asking.notUnderstoodPlainly : say.asking.notUnderstoodAtAll];
    case 'elsewhere':
      return [say.asking.elsewhere];
  }
}

function besideNotes({ unread, language }: Beside, say: Messages): Block[] {
  const foreign = language === undefined ? undefined : say.asking.inBriefingsLanguage[language];
  return [
    ...(foreign === undefined ? [] : [note(foreign)]),
    ...(unread.length === 0
      ? []
      : [note(...say.asking.notUnderstood(unread.map((typed) => echo(typed, say))))]),
  ];
}

/** All that somebody said, where none of it is about what was asked. */
function linesOf(why: Why, briefing: Briefing, say: Messages): Block[] {
  if (why.kind !== 'not-by-them' || why.lines.length === 0) return [];
  return [
    note(...say.asking.spokeAbout(why.who.item.name)),
    ...why.lines.map((item) => itemBlock(item, briefing, say)),
  ];
}

const TOPICS_OFFERED = 4;

function waysOn(why: Why, nearest: readonly Item[], briefing: Briefing, say: Messages): Choice[] {
  if (why.kind === 'not-understood' && why.instead !== undefined)
    return [{ label: why.instead, says: `ask ${why.instead}` }, ...tapsTo(nearest.slice(1), briefing)];
  const who = why.kind === 'not-by-them' || why.kind === 'silent' ? [thingChoice(why.who)] : [];
  const ways = [...who, ...tapsTo(nearest.slice(1), briefing), ...afterItems(nearest, briefing, say)];
  return ways.length > 0 ? ways : briefing.topics.slice(0, TOPICS_OFFERED).map(topicChoice);
}

/** One tap from an item that is only named to all that rests on its first paragraph. */
function tapsTo(items: readonly Item[], briefing: Briefing): Choice[] {
  return items.flatMap((item) => {
    const [ref] = (item.kind === 'card' ? item.named.item : item.item).refs ?? [];
    return ref === undefined ? [] : [paragraphChoice(ref, briefing)];
  });
}
