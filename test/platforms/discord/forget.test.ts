/** Deleting what is kept about a server on Discord: who cannot, and what becomes of it when somebody who may does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlId } from '../../../src/reply/control.ts';
import { until } from '../../kit/until.ts';
import { answerTo, controlsOf } from '../../servers/discord/people.ts';
import { Permission } from '../../servers/discord/permissions.ts';
import type { Channel, Message } from '../../servers/discord/world.ts';
import { wordsOf } from './fixture.ts';
import { type Whole, whole } from './whole.ts';

const TIMES = 'subscribe 09:00 every day Asia/Tokyo';
const EPHEMERAL = 1 << 6;

let on: Whole;
let owner: { channel: string; user: string };
let secret: Channel;

/** A server with a digest in two channels, one of which most do not see. */
beforeEach(async () => {
  on = await whole();
  const { world, guild, channel, user } = on.server;
  owner = { channel: channel.id, user: user.id };
  secret = world.addChannel(guild.id, 'secret');
  secret.overwrites.set(guild.id, { type: 0, allow: 0n, deny: Permission.viewChannel });
  secret.overwrites.set(world.bot.id, { type: 1, allow: Permission.viewChannel, deny: 0n });
  await ask(TIMES, owner);
  await ask(TIMES, { ...owner, channel: secret.id });
  expect(await kept()).toHaveLength(2);
});
afterEach(async () => {
  expect(on.server.world.faults).toEqual([]);
  await on.close();
});

const kept = async (workspace = on.server.guild.id) =>
  await on.store.subscriptions.ofWorkspace('discord', workspace);

async function ask(words: string, where: { channel: string; user: string }): Promise<Message> {
  return answerTo(on.server.people.slash('kuril', words, where));
}

/** Presses the button that deletes; throws where there is none. */
async function confirm(shown: Message, where: { channel: string; user: string }): Promise<Message> {
  return answerTo(on.server.people.press(shown, deletes(shown) ?? '', where));
}

function deletes(message: Message): string | undefined {
  const found = controlsOf(message).find(({ label }) => String(label).startsWith('Delete'));
  return found === undefined ? undefined : String(found.custom_id);
}

/** Somebody with Manage Channels, and if wanted Manage Server, in one channel alone. */
function channelManager(more = 0n): { channel: string; user: string } {
  const { world, guild, channel } = on.server;
  const { id } = world.addUser('manager');
  guild.members.set(id, { user: id, roles: [] });
  channel.overwrites.set(id, { type: 1, allow: Permission.manageChannels | more, deny: 0n });
  return { channel: channel.id, user: id };
}

async function mentioned(words: string, where: { channel: string; user: string }): Promise<Message> {
  const { world, people } = on.server;
  const question = people.say(`<@${world.bot.id}> ${words}`, where);
  const isAnswer = ({ body }: Message) =>
    (body.message_reference as { message_id?: string } | undefined)?.message_id === question.id;
  return until(() => [...world.messages.values()].find(isAnswer), 'an answer');
}

describe('what is kept about a server', () => {
  it.each([
    ['Manage Channels in one channel', 0n],
    ['an overwrite of Manage Server in one channel', Permission.manageGuild],
  ])('is not deleted by %s, in whatever way it is asked for', async (_what, more) => {
    const manager = channelManager(more);
    const shown = await ask('forget', owner);
    const answers = [
      await ask('forget', manager),
      await ask('forget everything', manager),
      await mentioned('Forget everything!', manager),
      await confirm(shown, manager),
    ];
    for (const { body } of answers) expect(wordsOf(body)).toContain('Only those who may manage this server');
    expect(await kept()).toHaveLength(2);
  });

  it('is never deleted at once, by whomever it is mentioned', async () => {
    const answer = await mentioned('Forget everything!', owner);
    expect(wordsOf(answer.body)).toContain('shown to you alone');
    expect(deletes(answer)).toBeUndefined();
    const show = controlsOf(answer).find(({ label }) => label === 'Show me what goes');
    const press = (where: { channel: string; user: string }) =>
      answerTo(on.server.people.press(answer, String(show?.custom_id), where));
    const byOwner = await press(owner);
    expect(byOwner.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(deletes(byOwner)).toBeDefined();
    expect(wordsOf((await press(channelManager())).body)).toContain('Only those who may manage');
    expect(await kept()).toHaveLength(2);
  });

  it('is not deleted by crafted controls', async () => {
    const shown = await ask('forget', owner);
    const shared = deletes(shown)?.replace(/\|s(\.[0-9]+)?\|/u, '|h|') ?? '';
    const plain = controlId({ briefing: 'kuril', words: 'forget everything', action: { kind: 'say' } });
    const press = (id: string) =>
      on.server.people.pressAnything({ custom_id: id, component_type: 2, id: 1 }, owner, shown);
    await answerTo(press(plain));
    // What may not be shared is refused beside it, to whoever pressed alone.
    const { followUps } = press(shared);
    const refused = await until(() => followUps[0], 'the refusal');
    expect(refused.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(await kept()).toHaveLength(2);
  });

  it('is not deleted from a direct message, which belongs to no server', async () => {
    const direct = { ...owner, channel: on.server.world.directChannel(owner.user).id };
    await ask(TIMES, direct);
    const shown = await ask('forget everything', direct);
    expect(wordsOf(shown.body)).toContain('this conversation');
    expect(wordsOf((await confirm(shown, direct)).body)).toContain('this conversation is deleted');
    expect(await kept(direct.channel)).toHaveLength(0);
    expect(await kept()).toHaveLength(2);
  });

  it('is not deleted from a server that the bot is not in', async () => {
    const { channel } = on.server.world.addGuild('Elsewhere', on.server.user, false);
    const answer = await ask('forget everything', { ...owner, channel: channel.id });
    expect(wordsOf(answer.body)).toContain('deleted from a channel of that server');
    expect(await kept()).toHaveLength(2);
  });

  it('is not deleted while Discord does not say who may, and the answer says so', async () => {
    on.server.mischief.order({
      on: /\/guilds\//,
      trick: { kind: 'status', status: 403, body: { code: 50001, message: 'Missing Access' } },
    });
    const answer = await ask('forget', owner);
    expect(wordsOf(answer.body)).toContain('I cannot tell what you may do in this server');
    expect(deletes(answer)).toBeUndefined();
    expect(await kept()).toHaveLength(2);
  });

  it('goes when somebody who may manage the server has seen what goes, and each channel is told', async () => {
    const { world, guild } = on.server;
    const admin = world.addUser('admin');
    guild.roles.set('1', { id: '1', name: 'admin', permissions: Permission.manageGuild });
    guild.members.set(admin.id, { user: admin.id, roles: ['1'] });
    const where = { ...owner, user: admin.id };
    const shown = await ask('forget', where);
    expect(shown.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(wordsOf(shown.body)).toContain('2 digests in 2 channels');
    const done = await confirm(shown, where);
    expect(wordsOf(done.body)).toContain('All 2 channels were told.');
    expect(await kept()).toHaveLength(0);
    for (const channel of [owner.channel, secret.id]) {
      const lines = [...world.messages.values()].filter((one) => one.channel === channel);
      expect(lines.map(({ body }) => wordsOf(body)).join('\n')).toContain('This channel’s digest has ended.');
    }
  });
});
