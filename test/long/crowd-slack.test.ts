import { afterEach, describe, expect, it } from 'vitest';
import { MODES, type Stage, stage } from '../platforms/slack/stage.ts';

const PATIENCE_MS = 600_000;

let on: Stage;
afterEach(async () => {
  await on.close();
});

describe.each(MODES)('a thousand commands at once in %s mode', (mode) => {
  it('are all acknowledged before the last is answered, and all answered once', async () => {
    // In how many seconds hangs on the machine: the bench measures it.
    on = await stage({ mode, server: { ackWithinMs: PATIENCE_MS } });
    // A bot that is at work: what Node compiles at its first use is compiled.
    await Promise.all(Array.from({ length: 50 }, () => on.slack.people.types('/kuril', 'first').response()));
    const typed = Array.from({ length: 1000 }, (_, at) => on.slack.people.types('/kuril', `words ${at}`));
    const answers = await Promise.all(typed.map((one) => one.response(1, PATIENCE_MS)));
    expect(answers.every(({ text }, at) => text.includes(`words ${at}`))).toBe(true);
    const latest = Math.max(
      ...typed.map(({ ack, sentAt }) => (ack?.at ?? Number.POSITIVE_INFINITY) - sentAt),
    );
    expect(latest).toBeLessThanOrEqual(Math.max(...typed.map((one, at) => answers[at]!.at - one.sentAt)));
    expect(typed.every(({ url }) => url?.responses.length === 1)).toBe(true);
    expect(on.slack.traffic.faults).toEqual([]);
  });
});
