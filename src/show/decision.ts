/** Draws what was decided about a question: items as they are shown everywhere, and fixed words around them. */
import type { Beside, Decision, Item, Lead, Why } from '../ask/decision.ts';
import type { Briefing, Named } from '../briefing/briefing.ts';
import type { Block, Choice, Fact, Reply, Span } from '../reply/reply.ts';
import { answered, next, notCovered, note, text } from './blocks.ts';
import { issueChoice, POSITIONS, thingChoice, topicChoice } from './choices.ts';
import { cite, claimBlock, inferredNotes, positionText } from './claims.ts';
import * as say from './messages/en/ask.ts';
import { NOT_SAID } from './messages/en/claims.ts';
import { afterItems, afterOverview } from './next.ts';
import { showWhen } from './when.ts';

export function drawn(decision: Decision, briefing: Briefing): Reply {
  switch (decision.kind) {
    case 'answer':
      return drawnAnswer(decision, briefing);
    case 'compare':
      return drawnComparison(decision.issue, decision.sides, briefing);
    case 'overview':
      return drawnOverview(briefing);
    case 'empty':
      return notCovered(
        text(say.EMPTY),
        next(...briefing.examples.map((example) => ({ label: example, says: `ask ${example}` }))),
      );
    case 'decline':
      return drawnDecline(decision, briefing);
  }
}

function drawnAnswer({ items, lead, beside }: Of<'answer'>, briefing: Briefing): Reply {
  const [first, ...more] = items;
  return answered(
    lead === undefined ? [] : leadBlock(lead, first, briefing),
    itemBlock(first, briefing),
    more.length === 0 ? [] : [note(say.ALSO), ...more.map((item) => itemBlock(item, briefing))],
    inferredNotes(items.flatMap((item) => (item.kind === 'card' ? [] : [item.item]))),
    besideNotes(beside),
    next(...afterItems(items, briefing)),
  );
}

type Of<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

function leadBlock(lead: Lead, item: Item, briefing: Briefing): Block {
  switch (lead.kind) {
    case 'slice':
      return text({ bold: lead.words }, ' ', citeOf(item));
    case 'when':
      return text({ bold: showWhen(lead.when) }, ' ', citeOf(item));
    case 'name':
      return text({ bold: briefing.nameOf(lead.id) }, ' ', citeOf(item));
    case 'source-says':
      return note(say.SAYS);
  }
}

/** An item as it is shown wherever it stands; who or what somebody is, in a line. */
export function itemBlock(item: Item, briefing: Briefing): Block {
  return item.kind === 'card' ? cardBlock(item.named, briefing) : claimBlock(item, briefing);
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

function drawnComparison(issue: string, sides: readonly string[], briefing: Briefing): Reply {
  const held = briefing.positions.filter((position) => position.issue === issue);
  const facts: Fact[] = sides.map((side) => {
    const positions = held.filter((position) => position.side === side);
    return {
      label: briefing.nameOf(side),
      value:
        positions.length === 0
          ? [NOT_SAID]
          : positions.flatMap((position, at) => [
              ...(at === 0 ? [] : [' ']),
              ...positionText(position, briefing),
            ]),
    };
  });
  const said = sides.some((side) => held.some((position) => position.side === side));
  const named = briefing.issue(issue);
  return (said ? answered : notCovered)(
    text({ bold: named?.name ?? '' }),
    { kind: 'facts', facts },
    next(named === undefined ? undefined : issueChoice(named), POSITIONS),
  );
}

const KEY_POINTS_SHOWN = 4;

function drawnOverview(briefing: Briefing): Reply {
  const { summary, keyPoints } = briefing;
  return answered(
    text(summary.text, ' ', cite(summary)),
    {
      kind: 'list',
      items: keyPoints.slice(0, KEY_POINTS_SHOWN).map((point) => [point.text, ' ', cite(point)]),
    },
    next(...afterOverview()),
  );
}

function drawnDecline({ why, nearest, beside }: Of<'decline'>, briefing: Briefing): Reply {
  const [first, ...others] = nearest;
  return notCovered(
    text(...reasonOf(why)),
    besideNotes(beside),
    linesOf(why, briefing),
    first === undefined ? [] : [note(say.NEAREST), itemBlock(first, briefing)],
    others.length === 0 ? [] : [note(say.NEAR_TOO), ...others.map((item) => itemBlock(item, briefing))],
    next(...waysOn(why, nearest, briefing)),
  );
}

function reasonOf(why: Why): readonly Span[] {
  switch (why.kind) {
    case 'unknown-name':
      return say.unknownName(echo(why.typed));
    case 'not-by-them':
      return say.notByThem(why.who.item.name);
    case 'silent':
      return say.noWordsOf(why.who.item.name);
    case 'not-of':
      return say.notOf(echo(why.typed));
    case 'not-so':
      return [say.NOT_SO];
    case 'not-there':
      return [say.NOT_THERE];
    case 'unsaid':
      return say.unsaid(why.what);
    case 'elsewhere':
      return [say.ELSEWHERE];
  }
}

/** How much of a word that was typed is repeated. */
const LONGEST_ECHO = 40;

/** A word as it was typed: letters and digits alone, of a bearable length. */
function echo(typed: string): string {
  const letters = Array.from(typed.replace(/[^\p{L}\p{M}\p{N} -]/gu, ''));
  return say.echoed(`${letters.slice(0, LONGEST_ECHO).join('')}${letters.length > LONGEST_ECHO ? '…' : ''}`);
}

function besideNotes({ unread }: Beside): Block[] {
  return unread.length === 0 ? [] : [note(...say.notUnderstood(unread.map(echo)))];
}

/** All that somebody said, where none of it is about what was asked. */
function linesOf(why: Why, briefing: Briefing): Block[] {
  if (why.kind !== 'not-by-them' || why.lines.length === 0) return [];
  return [note(...say.spokeAbout(why.who.item.name)), ...why.lines.map((item) => itemBlock(item, briefing))];
}

const TOPICS_OFFERED = 4;

function waysOn(why: Why, nearest: readonly Item[], briefing: Briefing): Choice[] {
  if (why.kind === 'not-by-them' || why.kind === 'silent') return [thingChoice(why.who)];
  const ways = afterItems(nearest, briefing);
  return ways.length > 0 ? ways : briefing.topics.slice(0, TOPICS_OFFERED).map(topicChoice);
}
