import type { Briefing } from '../src/briefing/briefing.ts';
import { shareRef } from '../src/briefing/refs.ts';
import type { Issue, Position } from '../src/briefing/schema.ts';
import type { Block, Fact, Reply, Text } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import {
  answered,
  heading,
  menu,
  next,
  notCovered,
  nothingThere,
  picture,
  text,
} from '../src/show/blocks.ts';
import { issueChoice, topicsOf } from '../src/show/choices.ts';
import { positionBeside } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { find } from '../src/words/find.ts';
import { findIssue } from '../src/words/issues.ts';
import { inSentence } from '../src/words/names.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';

export const positions: ReadingCommand = {
  kind: 'reading',
  name: 'positions',
  aliases: ['position', 'stances', 'stance'],
  takes: (rest, briefing) => !isSentence(rest) || findIssue(issueIn(rest), briefing) !== undefined,
  complete: (_rest, briefing) => briefing.issues.map(issueChoice),
  read: (rest, briefing, say) => {
    if (briefing.issues.length === 0)
      return nothingThere(say.reading.noPositions, say.views.quotes, say.views.topics, say.views.overview);
    if (rest === '') return all(briefing, say);
    const wanted = issueIn(rest);
    const issue = /^of\s/iu.test(rest) ? undefined : findIssue(wanted, briefing);
    if (issue !== undefined) return onIssue(issue, briefing, say);
    const side = find(wanted, briefing, ['side']);
    return side.kind === 'one' ? about(side.thing, briefing, say) : unknownIssue(wanted, briefing, say);
  },
};

/** 'on sovereignty', 'of Japan' */
function issueIn(rest: string): string {
  return rest.replace(/^(?:on|about|of|regarding|by)\s+/iu, '');
}

/** Every issue with those who hold something on it; the silent ones in one line. */
function all(briefing: Briefing, say: Messages): Reply {
  const drawn =
    briefing.positions.length === 0 ? [] : [picture('positions', briefing.id, say.pictures.positions.below)];
  const whole = answered(
    heading(say.reading.positions),
    drawn,
    briefing.issues.flatMap((issue) => [heading(issue.name), sideBySide(issue, briefing, say)]),
    menu(say.reading.chooseIssue, briefing.issues.map(issueChoice), 'positions'),
    inferredNotes(briefing.positions, say),
    next(
      ...briefing.issues.slice(0, 2).map(issueChoice),
      say.views.quotes,
      say.views.topics,
      say.views.overview,
    ),
  );
  const lines = briefing.issues.map((issue) => whoHolds(issue, briefing, say));
  const blocks: Block[] = [heading(say.reading.positions), ...drawn, { kind: 'list', items: lines }];
  return { ...whole, brief: { blocks } };
}

/** 'Visits to the islands: Russia', with the paragraphs that tell what. */
function whoHolds(issue: Issue, briefing: Briefing, say: Messages): Text {
  const held = briefing.present(briefing.positions).filter((position) => position.issue === issue.id);
  const holders = briefing.sides.filter(({ id }) => held.some(({ side }) => side === id));
  const cites = briefing.refs.filter((ref) =>
    shareRef(
      held.flatMap(({ refs }) => refs),
      [ref],
    ),
  );
  if (holders.length === 0) return [{ bold: issue.name }, ': ', say.claims.notSaid];
  return [{ bold: issue.name }, ': ', namesOf(holders, say), ' ', { cite: cites }];
}

function namesOf(sides: readonly { readonly name: string }[], say: Messages): string {
  return say.claims.joined(sides.map(({ name }, at) => (at === 0 ? name : inSentence(name))));
}

function onIssue(issue: Issue, briefing: Briefing, say: Messages): Reply {
  const held = briefing.positions.filter((position) => position.issue === issue.id);
  const topics = held.flatMap((position) => topicsOf(position, briefing));
  return answered(
    heading(issue.name),
    sideBySide(issue, briefing, say),
    menu(
      say.reading.chooseIssue,
      briefing.issues.filter(({ id }) => id !== issue.id).map(issueChoice),
      'positions',
    ),
    inferredNotes(held, say),
    next(...topics.slice(0, 2), say.views.positions, say.views.quotes, say.views.overview),
  );
}

/** Each side in the same order, so that issues can be compared; the silent ones in one line. */
function sideBySide(issue: Issue, briefing: Briefing, say: Messages): Block {
  const held = (side: string): Position[] =>
    briefing
      .present(briefing.positions)
      .filter((position) => position.issue === issue.id && position.side === side);
  const facts: Fact[] = briefing.sides.flatMap(({ id, name }): Fact[] =>
    held(id).map((position) => ({ label: name, value: positionBeside(name, position, briefing, say) })),
  );
  const silent = briefing.sides.filter(({ id }) => held(id).length === 0);
  if (silent.length > 0) facts.push({ label: namesOf(silent, say), value: [say.claims.notSaid] });
  return { kind: 'facts', facts, sideBySide: true };
}

function unknownIssue(typed: string, briefing: Briefing, say: Messages): Reply {
  return notCovered(
    text(say.reading.noIssueOf(typed)),
    menu(say.reading.chooseIssue, briefing.issues.map(issueChoice), 'positions'),
    next(...briefing.issues.slice(0, 3).map(issueChoice), say.views.positions, say.views.topics),
  );
}
