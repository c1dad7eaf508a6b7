import type { Briefing } from '../src/briefing/briefing.ts';
import type { Issue, Position } from '../src/briefing/schema.ts';
import type { Block, Fact, Reply } from '../src/reply/reply.ts';
import { about } from '../src/show/about.ts';
import { answered, heading, menu, next, notCovered, picture, text } from '../src/show/blocks.ts';
import { issueChoice, topicsOf } from '../src/show/choices.ts';
import { inferredNotes, inSentence, positionText } from '../src/show/claims.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { find } from '../src/words/find.ts';
import { findIssue } from '../src/words/issues.ts';
import { isSentence } from '../src/words/sentence-like.ts';
import type { ReadingCommand } from './command.ts';

export const positions: ReadingCommand = {
  kind: 'reading',
  name: 'positions',
  aliases: ['position', 'stances', 'stance'],
  takes: (rest, briefing) => !isSentence(rest) || findIssue(issueIn(rest), briefing) !== undefined,
  complete: (_rest, briefing) => briefing.issues.map(issueChoice),
  read: (rest, briefing, say) => {
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
  return answered(
    heading(say.reading.positions),
    briefing.positions.length === 0 ? [] : picture('positions', briefing.id, say.pictures.positions.below),
    briefing.issues.flatMap((issue) => [heading(issue.name), sideBySide(issue, briefing, 'together', say)]),
    menu(say.reading.chooseIssue, briefing.issues.map(issueChoice)),
    inferredNotes(briefing.positions, say),
    next(
      ...briefing.issues.slice(0, 2).map(issueChoice),
      say.views.quotes,
      say.views.topics,
      say.views.overview,
    ),
  );
}

function onIssue(issue: Issue, briefing: Briefing, say: Messages): Reply {
  const held = briefing.positions.filter((position) => position.issue === issue.id);
  const topics = held.flatMap((position) => topicsOf(position, briefing));
  return answered(
    heading(issue.name),
    sideBySide(issue, briefing, 'apart', say),
    menu(say.reading.chooseIssue, briefing.issues.filter(({ id }) => id !== issue.id).map(issueChoice)),
    inferredNotes(held, say),
    next(...topics.slice(0, 2), say.views.positions, say.views.quotes, say.views.overview),
  );
}

/** Each side in the same order, so that issues can be compared; who is silent is told, together or apart. */
function sideBySide(issue: Issue, briefing: Briefing, silence: 'together' | 'apart', say: Messages): Block {
  const held = (side: string): Position[] =>
    briefing
      .present(briefing.positions)
      .filter((position) => position.issue === issue.id && position.side === side);
  const shown = briefing.sides.filter(({ id }) => silence === 'apart' || held(id).length > 0);
  const facts: Fact[] = shown.flatMap(({ id, name }): Fact[] => {
    const theirs = held(id);
    if (theirs.length === 0) return [{ label: name, value: [say.claims.notSaid] }];
    return theirs.map((position) => ({ label: name, value: positionText(position, briefing, say) }));
  });
  const silent = briefing.sides.filter((side) => !shown.includes(side)).map(({ name }) => name);
  if (silent.length > 0) {
    const label = say.claims.joined(silent.map((name, at) => (at === 0 ? name : inSentence(name))));
    facts.push({ label, value: [say.claims.notSaid] });
  }
  return { kind: 'facts', facts };
}

function unknownIssue(typed: string, briefing: Briefing, say: Messages): Reply {
  return notCovered(
    text(say.reading.noIssueOf(typed)),
    menu(say.reading.chooseIssue, briefing.issues.map(issueChoice)),
    next(...briefing.issues.slice(0, 3).map(issueChoice), say.views.positions, say.views.topics),
  );
}
