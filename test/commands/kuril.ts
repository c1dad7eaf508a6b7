import type { Briefing } from '../../src/briefing/briefing.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { plain } from '../../src/reply/plain.ts';
import type { Choice, Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { respond } from '../../src/typed/respond.ts';
import { kuril } from '../kit/kuril.ts';

export const briefing = kuril();

export function askOf(words: string): Ask {
  return {
    briefing: briefing.id,
    words,
    place: { platform: 'terminal', workspace: '', channel: 'terminal', kind: 'direct' },
    person: knownPerson('terminal', { rank: 'member', room: 'public' }),
    readBy: 'asker',
    locale: 'en',
    at: Date.UTC(2016, 11, 17),
  };
}

/** What was asked of the desk, as 'digest now'; it answers everything with nothing. */
export function recordingDesk(): { readonly desk: Desk; readonly asked: string[] } {
  const asked: string[] = [];
  const note = (name: string) => async (_ask: Ask, words?: string) => {
    asked.push(`${name} ${words ?? ''}`.trim());
    return { outcome: 'done', blocks: [], shareable: false } as const;
  };
  const desk: Desk = {
    digest: note('digest'),
    subscribe: note('subscribe'),
    skip: note('skip'),
    pause: note('pause'),
    resume: note('resume'),
    unsubscribe: note('unsubscribe'),
    stop: note('stop'),
    status: note('status'),
    doctor: note('doctor'),
    forget: note('forget'),
  };
  return { desk, asked };
}

/** All that there is to an answer, not its first view. */
export function whole(words: string, of: Briefing = briefing): Reply {
  return reply(`${words} (all)`, of);
}

/** What a person who types this gets; the desk is not part of it. */
export function reply(words: string, of: Briefing = briefing): Reply {
  if (of !== briefing) return replyOf(words, of);
  const known = replies.get(words) ?? replyOf(words, of);
  replies.set(words, known);
  return known;
}

/** The same words have the same answer: many tests look at one. */
const replies = new Map<string, Reply>();

function replyOf(words: string, of: Briefing): Reply {
  const answer = respond(words, askOf(words), of, recordingDesk().desk, en);
  if (answer instanceof Promise) throw new Error(`'${words}' went to the desk`);
  return answer;
}

/** What an answer says itself, without the ways on at its end. */
export function body(words: string): string {
  const { blocks, ...rest } = whole(words);
  return plain({ ...rest, blocks: blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'menu') }, en);
}

export function choicesOf(answer: Reply): Choice[] {
  return answer.blocks.flatMap((block) => {
    if (block.kind === 'menu') return block.choices;
    return block.kind === 'buttons' ? block.buttons : [];
  });
}
