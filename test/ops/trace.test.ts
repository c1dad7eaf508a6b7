import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { createLog } from '../../src/ops/log.ts';
import { type Asked, observedBot } from '../../src/ops/observed-bot.ts';
import { createTrace } from '../../src/ops/trace.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { plain } from '../../src/reply/plain.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { small } from '../ask/small.ts';

function stage(desk: Partial<Desk>) {
  let made = 0;
  const lines: Record<string, unknown>[] = [];
  const asked: Asked[] = [];
  const trace = createTrace(() => `ref${++made}`);
  const log = createLog('info', (line) => lines.push(JSON.parse(line)), trace.fields);
  const briefings = [small([], [])];
  const bot = observedBot(
    createBot({ briefings, desk: desk as Desk, log, reference: trace.reference, messagesFor }),
    { follow: trace.follow, asked: (one) => asked.push(one), log, elapsed: () => 0 },
  );
  const ask = (words: string): Ask => ({
    ...{ briefing: briefings[0]!.id, words, locale: 'en', readBy: 'asker', at: 0 },
    place: { platform: 'slack', workspace: 'T1', channel: 'C1', kind: 'channel' },
    person: knownPerson('U1', { rank: 'admin', room: 'public' }),
  });
  return { bot, ask, lines, asked, trace, log };
}

describe('the reference of an answer', () => {
  it('is told to the person and stands on each line, where something of ours fails', async () => {
    const { bot, ask, lines, asked } = stage({
      async status() {
        await setTimeout(1);
        throw new Error('a bug');
      },
    });
    const reply = await bot.respond(ask('status'));
    expect(plain(reply, messagesFor('en'))).toContain('ref1');
    expect(lines.map(({ ref, msg }) => [ref, msg])).toEqual([
      ['ref1', 'An answer failed'],
      ['ref1', 'Answered'],
    ]);
    expect(asked).toEqual([{ platform: 'slack', outcome: 'failed', ms: 0 }]);
  });

  it('is one for what goes on at once in other answers, and none outside', async () => {
    const { bot, ask, lines, log } = stage({
      async status(inner) {
        log.info({ where: inner.place.channel }, 'Inside');
        await setTimeout(5);
        return { outcome: 'done', blocks: [], shareable: false };
      },
    });
    await Promise.all([bot.respond(ask('status')), bot.respond(ask('status'))]);
    log.info({}, 'Outside');
    expect(lines.map(({ ref, msg }) => [ref, msg])).toEqual([
      ['ref1', 'Inside'],
      ['ref2', 'Inside'],
      ['ref1', 'Answered'],
      ['ref2', 'Answered'],
      [undefined, 'Outside'],
    ]);
  });

  it('is the one of what it follows from', () => {
    const { trace } = stage({});
    trace.follow(() => trace.follow(() => expect(trace.reference()).toBe('outer'), 'inner'), 'outer');
  });
});
