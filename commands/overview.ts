import type { Briefing } from '../src/briefing/briefing.ts';
import { shareRef } from '../src/briefing/refs.ts';
import type { Block, Text } from '../src/reply/reply.ts';
import { answered, heading, listed, menu, next, note, text } from '../src/show/blocks.ts';
import { personChoice } from '../src/show/choices.ts';
import { cite } from '../src/show/claims.ts';
import { inferredNotes, marked } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { personLine } from '../src/show/people.ts';
import type { Command, ReadingCommand } from './command.ts';
import { viewsOf } from './help.ts';

/** What a bare `/kuril` answers; `commands` make the menu into everything else. */
export function overviewOf(commands: () => readonly Command[]): ReadingCommand {
  return {
    kind: 'reading',
    name: 'overview',
    aliases: ['summary', 'start'],
    read: (_rest, briefing, say) => ({
      ...answered(
        whatHappened(briefing, say),
        whoIsQuoted(briefing, say),
        menu(say.reading.choosePerson, speakers(briefing).map(personChoice), 'people'),
        inferredNotes([briefing.summary, ...briefing.keyPoints], say),
        note(say.reading.askMe),
        waysOn(commands(), briefing, say),
      ),
      brief: { blocks: [...inAMinute(briefing, say), ...waysOn(commands(), briefing, say)] },
    }),
  };
}

function waysOn(commands: readonly Command[], briefing: Briefing, say: Messages): Block[] {
  return [
    ...next(say.views.people, say.views.quotes, say.views.positions, say.views.timeline),
    ...menu(say.reading.chooseView, viewsOf(commands, briefing, say)),
  ];
}

export function whatHappened(briefing: Briefing, say: Messages): Block[] {
  return [
    heading(briefing.title),
    text(marked(briefing.summary), ' ', cite(briefing.summary)),
    ...listed(say.reading.keyPoints, pointsOf(briefing)),
  ];
}

function pointsOf(briefing: Briefing): Text[] {
  return briefing.present(briefing.keyPoints).map((point) => [marked(point), ' ', cite(point)]);
}

const POINTS_AT_FIRST = 3;

/** For somebody with a minute: what happened, what weighs most, and whose words there are. */
function inAMinute(briefing: Briefing, say: Messages): Block[] {
  const quoted = briefing.people.filter(({ id }) => briefing.presence(id) === 'quoted');
  const names = quoted.flatMap(({ id, name }, at): Text => {
    const refs = briefing.saidBy(id).flatMap((said) => (said.mode === 'direct' ? said.refs : []));
    return [
      at === 0 ? name : `, ${name}`,
      ' ',
      { cite: briefing.refs.filter((ref) => shareRef(refs, [ref])) },
    ];
  });
  return [
    heading(briefing.title),
    text(marked(briefing.summary), ' ', cite(briefing.summary)),
    { kind: 'list', items: pointsOf(briefing).slice(0, POINTS_AT_FIRST) },
    ...(quoted.length === 0 ? [] : [note(say.view.whoIsQuoted, ...names)]),
  ];
}

function whoIsQuoted(briefing: Briefing, say: Messages): Block[] {
  const quoted = briefing.people.filter(({ id }) => briefing.presence(id) === 'quoted');
  return listed(
    say.reading.whoIsQuoted,
    quoted.map((person) => personLine(person, briefing, say)),
  );
}

function speakers(briefing: Briefing) {
  return briefing.people.filter(({ id }) => briefing.presence(id) !== 'mentioned');
}
