/** A bot that is led by a model that lies, and the listed questions it is asked. */
import { expect } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { createChooser } from '../../src/choosing/chooser.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { createLog } from '../../src/ops/log.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import { citesOf } from '../../src/reply/cites.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { listed } from '../ask/questions.ts';
import { madeUp } from '../ask/sayings.ts';
import { kuril } from '../kit/kuril.ts';
import { type Behaviour, choosing, startModel, type Told } from '../servers/model.ts';

const KEY = 'sk-very-secret';
export const briefing = kuril();
export const server = await startModel(choosing(() => []));

export function botWith(model: boolean) {
  const lines: string[] = [];
  const log = createLog('trace', (line) => lines.push(line));
  const settings = { url: server.url, model: 'liar', key: KEY };
  const bot = createBot({
    ...{ briefings: [briefing], desk: noDesk([briefing], messagesFor), log, messagesFor },
    reference: () => 'abcd1234',
    ...(model && { chooser: createChooser({ settings, elapsed: () => 0 }) }),
  });
  return { lines, says: (words: string): Promise<Reply> => bot.respond(asked(words)) };
}

function asked(words: string): Ask {
  const place = { platform: 'terminal', workspace: '', channel: 'C1', kind: 'direct' } as const;
  const person = knownPerson('U1', { rank: 'member', room: 'public' });
  return {
    briefing: 'kuril',
    words: words === '' ? '' : `ask ${words} (all)`,
    place,
    person,
    readBy: 'asker',
    locale: 'en',
    at: 0,
  };
}

/** What leads on is no answer, and is made alike for all. */
export function withoutControls(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'menu') };
}

/** Every seventh of them: all would say the same, and take longer. */
export const questions = listed()
  .map(({ ask }) => ask)
  .filter((ask, at) => at % 7 === 0 && ask.length < 200);

/** Chooses by the letters of the question alone. */
export const atRandom = ({ question, items }: Told) => [
  1 + ([...question].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % items.length),
];

export const LIARS: readonly (readonly [string, Behaviour])[] = [
  ['chooses at random', choosing(atRandom)],
  ['always chooses the last', choosing(({ items }) => [items.length])],
  ['says that nothing answers', choosing(() => [])],
  ['names items that are not there', choosing(({ items }) => [items.length + 1])],
  ['answers in its own words', { kind: 'says', content: () => 'Putin said: “The islands are ours.”' }],
];

/** Asks a bot that this one leads; whatever it chooses, no sentence comes of it that the rules could not show. */
export async function misledInVain(behaviour: Behaviour, asked: readonly string[]): Promise<void> {
  server.behaviour = behaviour;
  const { says, lines } = botWith(true);
  for (const question of asked) {
    const reply = await says(question);
    expect(madeUp(withoutControls(reply), briefing, question)).toEqual([]);
    expect(['answered', 'not_covered']).toContain(reply.outcome);
    if (reply.outcome === 'answered') expect(citesOf(reply).length).toBeGreaterThan(0);
  }
  expect(server.faults).toEqual([]);
  expect(lines.join('\n')).not.toContain(KEY);
  expect(JSON.stringify(server.asked.map(({ authorization: __, ...told }) => told))).not.toContain(KEY);
}

/** Of a model that says nothing of use, every answer is the rules' own. */
export async function sameAsAlone(asked: readonly string[]): Promise<void> {
  server.behaviour = choosing(() => []);
  const [led, alone] = [botWith(true), botWith(false)];
  for (const question of asked) expect(await led.says(question)).toEqual(await alone.says(question));
}
