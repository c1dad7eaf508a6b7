import { describe, expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import type { Briefing } from '../src/briefing/briefing.ts';
import { createLog } from '../src/ops/log.ts';
import { type Ask, knownPerson } from '../src/ports/bot.ts';
import type { Desk } from '../src/ports/desk.ts';
import { plain } from '../src/reply/plain.ts';
import type { Reply } from '../src/reply/reply.ts';
import { en } from '../src/show/messages/en.ts';
import { messagesFor } from '../src/show/messages/messages.ts';
import { kuril } from './kit/kuril.ts';

const briefing = kuril();

function botWith(desk: Partial<Desk>, briefings: readonly Briefing[] = [briefing]) {
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  const bot = createBot({ briefings, desk: desk as Desk, log, reference: () => 'abcd1234', messagesFor });
  return { bot, lines };
}

function ask(words: string, id = 'kuril'): Ask {
  const place = { platform: 'slack', workspace: 'T1', channel: 'C1', kind: 'channel' } as const;
  const person = knownPerson('U1', { rank: 'member', room: 'public' });
  return { briefing: id, words, place, person, readBy: 'asker', locale: 'en', at: 0 };
}

const done: Reply = { outcome: 'done', blocks: [], shareable: false };

describe('the bot', () => {
  it('keeps what was read last, and never what the desk said', async () => {
    let times = 0;
    const { bot } = botWith({
      status: async () => {
        times += 1;
        return { ...done };
      },
    });
    expect(await bot.respond(ask('deals'))).toBe(await bot.respond(ask('deals')));
    expect(await bot.respond(ask('status'))).not.toBe(await bot.respond(ask('status')));
    expect(times).toBe(2);
  });

  it('keeps no more than it may, whatever is asked', async () => {
    const { bot } = botWith({});
    const first = await bot.respond(ask('deals'));
    for (let nth = 0; nth < 600; nth += 1) await bot.respond(ask(`question ${nth}`));
    expect(await bot.respond(ask('deals'))).not.toBe(first);
  });

  it('says a reference that the log has too when a bug bites, and logs nothing that was typed', async () => {
    const { bot, lines } = botWith({
      doctor: async () => {
        throw new Error('the roof is on fire');
      },
    });
    const reply = await bot.respond(ask('doctor'));
    expect(reply.outcome).toBe('refused');
    expect(plain(reply, en)).toContain('abcd1234');
    expect(plain(reply, en)).not.toContain('fire');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ref: 'abcd1234', workspace: 'T1', level: 'error' });
    expect(lines[0]).toContain('the roof is on fire');
  });

  it('answers for a briefing that is no longer there', async () => {
    const { bot } = botWith({});
    expect((await bot.respond(ask('people', 'gone'))).outcome).toBe('refused');
    expect(bot.complete('gone', 'p', 5, 'en')).toEqual([]);
  });
});
