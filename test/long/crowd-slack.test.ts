import { afterEach, describe, expect, it } from 'vitest';
import { MODES, type Stage, stage } from '../platforms/slack/stage.ts';

let on: Stage;
afterEach(async () => {
  await on.close();
});

describe.each(MODES)('a thousand commands at once in %s mode', (mode) => {
  it('are all acknowledged in time and all answered once', async () => {
    on = await stage({ mode });
    // A bot that is at work: what Node compiles at its first use is compiled.
    await Promise.all(Array.from({ length: 50 }, () => on.slack.people.types('/kuril', 'first').response()));
    const typed = Array.from({ length: 1000 }, (_, at) => on.slack.people.types('/kuril', `words ${at}`));
    const answers = await Promise.all(typed.map((one) => one.response(1, 60_000)));
    expect(answers.every(({ text }, at) => text.includes(`words ${at}`))).toBe(true);
    const latest = Math.max(
      ...typed.map(({ ack, sentAt }) => (ack?.at ?? Number.POSITIVE_INFINITY) - sentAt),
    );
    expect(latest).toBeLessThan(3000);
    expect(typed.every(({ url }) => url?.responses.length === 1)).toBe(true);
    expect(on.slack.traffic.faults).toEqual([]);
  });
});
