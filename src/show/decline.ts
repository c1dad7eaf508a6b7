/** Draws a question that is not answered: why, and what comes near. */
import type { Beside, Decision, Item, Why } from '../ask/decision.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Block, Choice, Reply, Text } from '../reply/reply.ts';
import { next, notCovered, note, text } from './blocks.ts';
import { thingChoice, topicChoice } from './choices.ts';
import { echo } from './echo.ts';
import { inferredNotes } from './inferred.ts';
import { citeOf, headlineOf, itemBlock, nearOf, tapsTo } from './items.ts';
import type { Messages } from './messages/messages.ts';
import { afterItems } from './next.ts';

export function drawnDecline(
  { why, nearest, beside }: Extract<Decision, { kind: 'decline' }>,
  briefing: Briefing,
  say: Messages,
): Reply {
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

export function besideNotes({ unread, language }: Beside, say: Messages): Block[] {
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

function waysOn(why: Why, nearest: readonly Item[], briefing: Briefing, say: Messages): Choice[] {
  if (why.kind === 'not-understood' && why.instead !== undefined)
    return [{ label: why.instead, says: `ask ${why.instead}` }, ...tapsTo(nearest.slice(1), briefing)];
  const who = why.kind === 'not-by-them' || why.kind === 'silent' ? [thingChoice(why.who)] : [];
  const ways = [...who, ...tapsTo(nearest.slice(1), briefing), ...afterItems(nearest, briefing, say)];
  return ways.length > 0 ? ways : briefing.topics.slice(0, TOPICS_OFFERED).map(topicChoice);
}

const TOPICS_OFFERED = 4;

/** An item by what it calls itself, with its paragraphs. */
function inShort(item: Item, briefing: Briefing): Text {
  return [headlineOf(item, briefing), ' ', citeOf(item)];
}
