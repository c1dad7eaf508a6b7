import { afterEach, describe, expect, it } from 'vitest';
import { MODES } from './stage.ts';
import { type Whole, wholeStage } from './whole.ts';

let on: Whole;
afterEach(() => on.close());

/** As much as Slack lets somebody type, as it writes it: each in five characters. */
const LONG = '&amp;'.repeat(40_000);

describe.each(MODES)('forty thousand characters in %s mode', (mode) => {
  it('are answered in a sentence, however they come, and leave a line in the log without what was typed', async () => {
    on = await wholeStage(mode);
    const answer = await on.slack.people.types('/kuril', LONG).response();
    expect(answer.text).toContain('more than I can read at once');
    on.slack.people.mentions(LONG);
    on.slack.people.writes(LONG, { channel: 'D0000HOMEANN' });
    for (const n of [1, 2]) expect((await on.slack.post(n)).text).toContain('more than I can read at once');
    const lines = on.log.lines.filter(({ sentence }) => sentence.includes('Too much was typed'));
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(on.log.lines)).not.toContain('&&&&');
  });
});
