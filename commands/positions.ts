import type { Briefing } from '../src/briefing/briefing.ts';
import type { Issue, Position } from '../src/briefing/schema.ts';
import type { Block, Fact, Reply } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { answered, heading, menu, next, notCovered, text } from '../src/show/blocks.ts';
import { issueChoice, OVERVIEW, POSITIONS, QUOTES, TOPICS, topicsOf } from '../src/show/choices.ts';
import { inferredNotes, inSentence, joined, positionText } from '../src/show/claims.ts';
import { NOT_SAID } from '../src/show/messages/en/claims.ts';
import { CHOOSE_ISSUE, noIssueOf, POSITIONS as TITLE } from '../src/show/messages/en/reading.ts';
import { find } from '../src/words/find.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';
import { findIssue } from './issues.ts';

export const positions: ReadingCommand = {
  kind: 'reading',
  name: 'positions',
  aliases: ['position', 'stances', 'stance'],
  usage: 'positions [ISSUE]',
  does: 'Who holds what on each issue, side by side.',
  takes: (rest, briefing) => !isSentence(rest) || findIssue(issueIn(rest), briefing) !== undefined,
  complete: (_rest, briefing) => briefing.issues.map(issueChoice),
  read: (rest, briefing) => {
    if (rest === '') return all(briefing);
    const wanted = issueIn(rest);
    const issue = /^of\s/iu.test(rest) ? undefined : findIssue(wanted, briefing);
    if (issue !== undefined) return onIssue(issue, briefing);
    const side = find(wanted, briefing, ['side']);
    return side.kind === 'one' ? about(side.thing, briefing) : unknownIssue(wanted, briefing);
  },
};

/** 'on sovereignty', 'of Japan' */
function issueIn(rest: string): string {
  return rest.replace(/^(?:on|about|of|regarding|by)\s+/iu, '');
}

/** Every issue with those who hold something on it; the silent ones in one line. */
function all(briefing: Briefing): Reply {
  return answered(
    heading(TITLE),
    briefing.issues.flatMap((issue) => [heading(issue.name), sideBySide(issue, briefing, 'together')]),
    menu(CHOOSE_ISSUE, briefing.issues.map(issueChoice)),
    inferredNotes(briefing.positions),
    next(...briefing.issues.slice(0, 2).map(issueChoice), QUOTES, TOPICS, OVERVIEW),
  );
}

function onIssue(issue: Issue, briefing: Briefing): Reply {
  const held = briefing.positions.filter((position) => position.issue === issue.id);
  const topics = held.flatMap((position) => topicsOf(position, briefing));
  return answered(
    heading(issue.name),
    sideBySide(issue, briefing, 'apart'),
    menu(CHOOSE_ISSUE, briefing.issues.filter(({ id }) => id !== issue.id).map(issueChoice)),
    inferredNotes(held),
    next(...topics.slice(0, 2), POSITIONS, QUOTES, OVERVIEW),
  );
}

/** Each side in the same order, so that issues can be compared; who is silent is told, together or apart. */
function sideBySide(issue: Issue, briefing: Briefing, silence: 'together' | 'apart'): Block {
  const held = (side: string): Position[] =>
    briefing.positions.filter((position) => position.issue === issue.id && position.side === side);
  const shown = briefing.sides.filter(({ id }) => silence === 'apart' || held(id).length > 0);
  const facts: Fact[] = shown.flatMap(({ id, name }): Fact[] => {
    const theirs = held(id);
    if (theirs.length === 0) return [{ label: name, value: [NOT_SAID] }];
    return theirs.map((position) => ({ label: name, value: positionText(position, briefing) }));
  });
  const silent = briefing.sides.filter((side) => !shown.includes(side)).map(({ name }) => name);
  if (silent.length > 0) {
    const label = joined(silent.map((name, at) => (at === 0 ? name : inSentence(name))));
    facts.push({ label, value: [NOT_SAID] });
  }
  return { kind: 'facts', facts };
}

function unknownIssue(typed: string, briefing: Briefing): Reply {
  return notCovered(
    text(noIssueOf(typed)),
    menu(CHOOSE_ISSUE, briefing.issues.map(issueChoice)),
    next(...briefing.issues.slice(0, 3).map(issueChoice), POSITIONS, TOPICS),
  );
}
