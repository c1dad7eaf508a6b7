/** One person who does a hundred things at once: what of it is answered, and that somebody else is. */
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, SILENT_LIMITS } from '../../src/ports/limits.ts';
import { answerTo } from '../servers/discord/people.ts';
import { addUser } from '../servers/slack/world.ts';
import { whole } from './discord/whole.ts';
import { wholeStage } from './slack/whole.ts';

const TIMES = 100;
/** As many as are answered, and two that say that it is too much. */
const HEARD = LIMITS.ask[0].most + 2;
const PATIENCE_MS = 50_000;
/** However long it takes, it is all at once. */
const STANDING = { now: () => 0 };

let close: () => Promise<void> = async () => {};
afterEach(() => close());

describe('somebody who does a hundred things at once', () => {
  it('is answered on Discord as often as the limits say, and what is beyond is not so much as acknowledged', async () => {
    const on = await whole({ limited: STANDING });
    close = on.close;
    const { server } = on;
    const where = { channel: server.channel.id, user: server.user.id };
    const { id: calm } = server.world.addUser('calm');
    server.guild.members.set(calm, { user: calm, roles: [] });
    const all = Array.from({ length: TIMES }, () => server.people.slash('kuril', 'newsham', where));
    const asked = server.people.slash('kuril', 'newsham', { ...where, user: calm });
    const answer = await answerTo(asked, PATIENCE_MS);
    expect(JSON.stringify(answer.body)).toContain('hedge their bets');
    await expect.poll(() => answered(all), { timeout: PATIENCE_MS }).toBe(HEARD);
    const again = server.people.slash('kuril', 'deals', { ...where, user: calm });
    await answerTo(again, PATIENCE_MS);
    expect(all.filter(({ ack }) => ack !== undefined)).toHaveLength(HEARD);
  });

  it('is offered words on Discord as fast as anybody types, which leaves their questions alone', async () => {
    const on = await whole({ limited: STANDING });
    close = on.close;
    const { server } = on;
    const where = { channel: server.channel.id, user: server.user.id };
    const typed = Array.from({ length: TIMES }, () => server.people.typing('kuril', 'new', where));
    const asked = server.people.slash('kuril', 'newsham', where);
    expect(JSON.stringify((await answerTo(asked, PATIENCE_MS)).body)).toContain('hedge');
    const offered = () => typed.filter(({ ack }) => ack !== undefined).length;
    await expect.poll(offered, { timeout: PATIENCE_MS }).toBe(SILENT_LIMITS.completion[0].most);
  });

  it('is acknowledged on Slack each time, which Slack wants, and answered as often as the limits say', async () => {
    const on = await wholeStage('http', { limited: STANDING });
    close = on.close;
    const { people, home } = on.slack;
    const { id: user } = addUser(home, 'U0000CALM');
    const all = Array.from({ length: TIMES }, () => people.types('/kuril', 'newsham'));
    const calm = await people.types('/kuril', 'newsham', { user }).response(1, PATIENCE_MS);
    expect(calm.text).toContain('hedge their bets');
    await Promise.all(all.map((one) => one.acked()));
    const got = () => all.filter(({ url }) => (url?.responses.length ?? 0) > 0).length;
    await expect.poll(got, { timeout: PATIENCE_MS }).toBe(HEARD);
    await people.types('/kuril', 'deals', { user }).response(1, PATIENCE_MS);
    expect(got()).toBe(HEARD);
  });
});

function answered(all: readonly { readonly original?: unknown }[]): number {
  return all.filter(({ original }) => original !== undefined).length;
}
