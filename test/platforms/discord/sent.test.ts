import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../kit/until.ts';
import type { Json, Message } from '../../servers/discord/world.ts';
import { SENT, type Sent } from '../sent-to-bots.ts';
import { wordsOf } from './fixture.ts';
import { type Whole, whole } from './whole.ts';

let on: Whole;
beforeAll(async () => {
  on = await whole();
});
afterAll(async () => {
  expect(on.server.world.faults).toEqual([]);
  await on.close();
});

/** As Discord sends each (resources/message). There is no /me: its words are in italics. */
function asSent({ text, with: along }: Sent): { content: string; extra: Json } {
  switch (along) {
    case 'picture':
      return {
        content: text,
        extra: { attachments: [{ id: '1', filename: 'screen.png', size: 1, url: 'https://cdn.example/1' }] },
      };
    case 'action':
      return { content: `_${text}_`, extra: {} };
    case 'forward':
      return { content: '', extra: { message_snapshots: [{ message: { content: text, type: 0 } }] } };
    default:
      return { content: text, extra: {} };
  }
}

/** What the bot writes next in a channel. */
async function answerIn(channel: string, say: () => void): Promise<string> {
  const { world } = on.server;
  const before = new Set(world.messages.keys());
  say();
  const isAnswer = (one: Message) =>
    one.channel === channel && one.author === world.bot.id && !before.has(one.id);
  const answer = await until(() => [...world.messages.values()].find(isAnswer), 'an answer');
  return wordsOf(answer.body);
}

for (const sent of SENT)
  it(`${sent.what} is answered in a direct message`, async () => {
    const { world, people, user } = on.server;
    const channel = world.directChannel(user.id).id;
    const { content, extra } = asSent(sent);
    const words = await answerIn(channel, () =>
      people.say(content, { channel, user: user.id }, undefined, extra),
    );
    expect(words).toMatch(
      sent.gets instanceof RegExp ? sent.gets : new RegExp(RegExp.escape(sent.gets), 'u'),
    );
  });

it('a mention of the bot’s role says how to be read', async () => {
  const { world, people, user, guild, channel } = on.server;
  const role = world.addBotRole(guild);
  on.server.gateway.dispatch(
    'GUILD_ROLE_CREATE',
    { guild_id: guild.id, role: roleOf(role) },
    { guild: guild.id },
  );
  const words = await answerIn(channel.id, () =>
    people.say(`<@&${role.id}> newsham`, { channel: channel.id, user: user.id }),
  );
  expect(words).toContain('mentions my role');
});

function roleOf({ id, name, bot }: { id: string; name: string; bot?: string }): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: '0',
    managed: true,
    mentionable: false,
    flags: 0,
    tags: { bot_id: bot },
  };
}
