/** Fifty hostile people at once, who do everything that can be done: what a channel sees of it, and who is still answered. */
import { afterEach, describe, expect, it } from 'vitest';
import { whole } from '../platforms/discord/whole.ts';
import { MODES } from '../platforms/slack/stage.ts';
import { wholeStage } from '../platforms/slack/whole.ts';
import { mostSeenIn, seenOnDiscord, seenOnSlack, spamDiscord, spamSlack } from '../platforms/spam.ts';
import { answerTo } from '../servers/discord/people.ts';

const ROUNDS = 1;
const PAUSE_MS = 1_000;
/** Platform, crowd and bot share one process: how soon somebody calm is answered is measured by the bench alone. */
const PATIENCE_MS = 600_000;
let close: () => Promise<void> = async () => {};
afterEach(() => close());

describe('under fifty hostile people at once', () => {
  it.each(MODES)('a channel on Slack sees at most what the limits allow, in %s mode', async (mode) => {
    const on = await wholeStage(mode, { limited: true });
    close = on.close;
    const from = performance.now();
    const { sent } = await spamSlack(on.slack, ROUNDS, PAUSE_MS);
    expect(sent).toBeGreaterThan(9_000);
    const calm = await on.slack.people.types('/kuril', 'newsham').response(1, PATIENCE_MS);
    expect(calm.text).toContain('hedge their bets');
    await quiet(() => on.slack.traffic.calls.length);
    const seen = seenOnSlack(on.slack);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThanOrEqual(mostSeenIn(performance.now() - from));
    expect(on.slack.traffic.faults.filter(isNotLate)).toEqual([]);
    expect(on.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('a channel on Discord sees at most what the limits allow', async () => {
    const on = await whole({ limited: true });
    close = on.close;
    const from = performance.now();
    const { sent } = await spamDiscord(on.server, ROUNDS, PAUSE_MS);
    expect(sent).toBeGreaterThan(9_000);
    const { server } = on;
    const where = { channel: server.channel.id, user: server.user.id };
    const calm = await answerTo(server.people.slash('kuril', 'newsham', where), PATIENCE_MS);
    expect(JSON.stringify(calm.body)).toContain('hedge their bets');
    await quiet(() => on.server.world.messages.size);
    const seen = seenOnDiscord(on.server);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThanOrEqual(mostSeenIn(performance.now() - from));
    expect(on.server.world.faults.filter(isNotLate)).toEqual([]);
    expect(on.log.at('error')).toEqual([]);
  });
});

/** How soon each is acknowledged hangs on the machine, which bot and platform share here: `npm run bench -- limits` measures it. */
function isNotLate(fault: unknown): boolean {
  return !/acknowledged after \d+ ms|a late acknowledgement/u.test(JSON.stringify(fault));
}

/** Waits until nothing more comes: what is measured is what has come by then. */
async function quiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
