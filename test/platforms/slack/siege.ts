/** Sends many hostile payloads to a platform in either mode, and then asks it something. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { hostile, postHostile, SIGNATURES } from './hostile.ts';
import { EchoBot, type ModeName, stage } from './stage.ts';

const AT_ONCE = 50;

/** Throws when the platform crashed, answered what was not due an answer, or does not answer afterwards. */
export async function besiege(mode: ModeName, payloads: number, seed: number): Promise<void> {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  const bot = new EchoBot();
  const on = await stage({ mode, bot });
  try {
    const made = fc.sample(fc.tuple(hostile, fc.constantFrom(...SIGNATURES)), { numRuns: payloads, seed });
    for (let at = 0; at < made.length; at += AT_ONCE) {
      const some = made.slice(at, at + AT_ONCE);
      if (mode === 'http') {
        const secret = on.slack.world.app.signingSecret;
        const statuses = await Promise.all(
          some.map(([payload, signature]) =>
            postHostile(`${on.url}/slack/events`, secret, payload, signature),
          ),
        );
        for (const [index, [, signature]] of some.entries()) {
          if (signature !== 'right') expect(statuses[index], signature).toBeGreaterThanOrEqual(400);
          expect(statuses[index]).not.toBe(0);
        }
      } else {
        for (const [{ type, payload }] of some) {
          on.slack.sockets.raw(
            JSON.stringify({ envelope_id: '', type, payload, accepts_response_payload: false }),
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    const typed = on.slack.people.types('/kuril', 'still there');
    expect((await typed.response(1, 15_000)).text).toContain('still there');
    expect(unhandled).toEqual([]);
    // What was said is what the bot was asked by a payload that was whole enough, and nothing else.
    const words = bot.asks.map((ask) => ask.words);
    expect(words.every((one) => typeof one === 'string')).toBe(true);
    expect(on.slack.posts.length).toBeLessThanOrEqual(bot.asks.length);
    expect(on.slack.posts.every(({ text }) => !text.includes('ref-1234'))).toBe(true);
    expect(JSON.stringify(on.log.lines)).not.toContain('xoxb-');
  } finally {
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    await on.close();
  }
}
