/** What somebody reads in the first minute after the installation, through the real clients. */
import { afterEach, expect, test } from 'vitest';
import { answerTo } from '../servers/discord/people.ts';
import { joinedGuildView } from '../servers/discord/views.ts';
import { wordsOf } from './discord/fixture.ts';
import { whole } from './discord/whole.ts';
import { MODES } from './slack/stage.ts';
import { wholeStage } from './slack/whole.ts';

let close: () => Promise<void> = async () => {};
afterEach(() => close());

const WHAT_THIS_IS = 'I answer questions about this story';

test.each(MODES)(
  'Slack’s Home says what this is, shows one finished answer and the step that is missing, in %s mode',
  async (mode) => {
    const on = await wholeStage(mode);
    close = on.close;
    const home = () => JSON.stringify(on.slack.home.views.get('U0000HOMEANN') ?? '');
    on.slack.people.opensHome();
    await expect.poll(home).toContain(WHAT_THIS_IS);
    expect(home()).toContain('For example: What did Abe say about trust?');
    expect(home()).toContain('without trust the goal can not be reached.');
    expect(home()).toContain('There is no digest in this workspace yet. Invite me to a channel');
    expect(home()).toContain('/kuril subscribe 9:00 weekdays London');

    // Once a channel has its digest, no step is missing.
    await on.slack.people.types('/kuril', 'subscribe 9:00 daily Tokyo').response();
    on.slack.people.opensHome();
    await expect.poll(() => on.slack.traffic.callsOf('views.publish').length).toBe(2);
    expect(home()).not.toContain('Invite me to a channel');
    expect(on.slack.traffic.faults).toEqual([]);
  },
);

test('Discord’s first answer in a server says what this is and offers a digest, and no other answer does', async () => {
  const on = await whole();
  close = on.close;
  const { server } = on;
  const first = await server.ask('kuril', 'newsham');
  expect(wordsOf(first.body)).toContain('hedge their bets');
  expect(wordsOf(first.body)).toContain(WHAT_THIS_IS);
  expect(JSON.stringify(first.body)).toContain('A daily digest here');
  expect(wordsOf((await server.ask('kuril', 'newsham')).body)).not.toContain(WHAT_THIS_IS);

  const { world, guild, user } = server;
  const direct = { channel: world.directChannel(user.id).id, user: user.id };
  const alone = await answerTo(server.people.slash('kuril', 'people', direct));
  expect(wordsOf(alone.body)).not.toContain(WHAT_THIS_IS);

  // Whoever adds it again meets it for the first time.
  server.gateway.push('GUILD_DELETE', { id: guild.id });
  server.gateway.push('GUILD_CREATE', joinedGuildView(world, guild));
  await expect.poll(async () => wordsOf((await server.ask('kuril', 'people')).body)).toContain(WHAT_THIS_IS);
  expect(world.faults).toEqual([]);
});
