import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderer } from '../../../src/platforms/discord/body.ts';
import { discordCourier } from '../../../src/platforms/discord/courier.ts';
import { restOnce } from '../../../src/platforms/discord/once.ts';
import type { Courier } from '../../../src/ports/courier.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { cites } from '../../reply/cites.ts';
import type { Order } from '../../servers/discord/mischief.ts';
import { Permission } from '../../servers/discord/permissions.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';
import { wordsOf } from './fixture.ts';

let server: LocalDiscord;
let courier: Courier;
const never = new AbortController().signal;
const reply: Reply = {
  outcome: 'answered',
  shareable: true,
  blocks: [
    { kind: 'heading', text: 'The summit, day by day' },
    { kind: 'text', text: ['They met in Nagato.', { cite: cites(1) }] },
  ],
};

beforeEach(async () => {
  server = await startDiscord({ limits: { perSecond: 1_000, channelMessages: 5 } });
  courier = courierTo(server.api, server.token);
});
afterEach(() => server.close());

function courierTo(api: string, token: string): Courier {
  const once = restOnce({ api, timeout: 700 });
  return discordCourier({ once, token, render: renderer(undefined), attaches: true, messagesFor });
}

const place = (channel = server.channel.id) =>
  ({ platform: 'discord', workspace: server.guild.id, channel, kind: 'channel' }) as const;
const send = (id = 'd1', channel?: string) =>
  courier.send({ id, place: place(channel), briefing: 'kuril', words: 'digest', locale: 'en', reply }, never);
const deny = (permissions: bigint) =>
  server.channel.overwrites.set(server.guild.id, { type: 0, allow: 0n, deny: permissions });
const next = (trick: Order['trick']) => server.mischief.order({ on: /POST .*messages/, trick });

test('a digest is posted once, however often the same delivery is sent', async () => {
  const first = await send();
  const second = await send();
  expect(first).toMatchObject({ kind: 'sent' });
  expect(second).toEqual(first);
  expect([...server.world.messages.values()].map(({ body }) => wordsOf(body))).toEqual([
    expect.stringContaining('They met in Nagato.'),
  ]);
  expect(server.world.faults).toEqual([]);
});

test('an answer that breaks off after the message was posted is unknown, and the repeat brings back the first', async () => {
  for (const kind of ['half', 'done-then-cut', 'garbage'] as const) {
    next({ kind });
    expect(await send(kind)).toMatchObject({ kind: 'unknown' });
    expect(await send(kind)).toMatchObject({ kind: 'sent' });
  }
  expect(server.world.messages.size).toBe(3);
});

test('a server that hangs, fails, or is away', async () => {
  next({ kind: 'hang' });
  expect(await send('hang')).toMatchObject({ kind: 'unknown' });
  next({ kind: 'status', status: 500 });
  expect(await send('500')).toMatchObject({ kind: 'unknown' });
  await server.vanish();
  // A kept connection that was just cut may have carried the request; only a refused one certainly did not.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await send('away')).toMatchObject({ kind: 'retry', pauses: 'platform' });
  await server.appear();
  expect(server.world.messages.size).toBe(0);
});

test('a request that is given up is unknown', async () => {
  next({ kind: 'hang' });
  const parcel = { id: 'x', place: place(), briefing: 'kuril', words: 'digest', locale: 'en', reply };
  expect(await courier.send(parcel, AbortSignal.timeout(50))).toMatchObject({ kind: 'unknown' });
});

test('a limit is handed on with its time and its reach, never waited out', async () => {
  next({ kind: 'limit', retryAfter: 7, scope: 'shared' });
  const channel = await send('a');
  expect(channel).toMatchObject({ kind: 'retry', pauses: 'channel' });
  expect(channel.kind === 'retry' && channel.afterMs).toBeGreaterThanOrEqual(7_000);
  courier = courierTo(server.api, server.token);
  next({ kind: 'limit', retryAfter: 3, scope: 'global' });
  expect(await send('b')).toMatchObject({ kind: 'retry', pauses: 'platform' });
});

test('the channel’s own limit pauses the channel and no other', async () => {
  const other = server.world.addChannel(server.guild.id, 'other');
  for (let at = 0; at < 5; at += 1) expect(await send(`n${at}`)).toMatchObject({ kind: 'sent' });
  expect(await send('n5')).toMatchObject({ kind: 'retry', pauses: 'channel' });
  expect(await send('n6', other.id)).toMatchObject({ kind: 'sent' });
});

test('a refused token pauses everything and is forgotten as soon as it is good again', async () => {
  next({ kind: 'status', status: 401, body: { message: '401: Unauthorized', code: 0 } });
  expect(await send()).toMatchObject({ kind: 'retry', pauses: 'platform' });
  expect(await send()).toMatchObject({ kind: 'sent' });
});

test('a channel that is gone or refuses is told apart, each with its mend', async () => {
  expect(await send('a', '99999999999999999')).toMatchObject({ kind: 'gone', why: { mend: 'channelGone' } });
  const { channel } = server.world.addGuild('Elsewhere', server.user, false);
  expect(await send('b', channel.id)).toMatchObject({ kind: 'gone', why: { mend: 'notAMember' } });
  deny(Permission.sendMessages);
  expect(await send('c')).toMatchObject({ kind: 'gone', why: { mend: 'mayNotDoThat' } });
  const thread = server.world.addChannel(server.guild.id, 'thread', { parent: server.channel.id });
  thread.archived = true;
  expect(await send('d', thread.id)).toMatchObject({ kind: 'sent' });
  thread.archived = true;
  thread.locked = true;
  deny(Permission.manageThreads);
  expect(await send('f', thread.id)).toMatchObject({ kind: 'gone', why: { mend: 'archived' } });
});

test('is found again among hundreds of messages, whatever our own clock says', async () => {
  const sent = await send('d1');
  for (let at = 0; at < 350; at += 1) {
    server.people.say(`message ${at}`, { channel: server.channel.id, user: server.user.id });
  }
  const wrong = discordCourier({
    once: restOnce({ api: server.api }, () => Date.now() + 365 * 86_400_000),
    token: server.token,
    render: renderer(undefined),
    messagesFor,
  });
  const parcel = { id: 'd1', place: place(), briefing: 'kuril', words: 'digest', locale: 'en' };
  expect(await wrong.find(parcel, 5_000)).toEqual({ ...sent, kind: 'found' });
});

test('what hinders a digest is found before it is due', async () => {
  expect(await courier.examine(place())).toEqual([]);
  deny(Permission.sendMessages);
  expect(await courier.examine(place())).toMatchObject([{ says: 'I may not write in this channel.' }]);
  deny(Permission.attachFiles);
  expect(await courier.examine(place())).toMatchObject([{ mend: expect.stringContaining('Attach Files') }]);
  deny(Permission.viewChannel);
  expect(await courier.examine(place())).toMatchObject([{ kind: 'not_a_member' }]);
  deny(0n);
  const thread = server.world.addChannel(server.guild.id, 'thread', { parent: server.channel.id });
  deny(Permission.sendMessagesInThreads);
  expect(await courier.examine(place(thread.id))).toMatchObject([
    { says: 'I may not write in this thread.' },
  ]);
  deny(Permission.manageThreads);
  thread.archived = true;
  expect(await courier.examine(place(thread.id))).toEqual([]);
  thread.locked = true;
  expect(await courier.examine(place(thread.id))).toMatchObject([{ says: 'This thread is locked.' }]);
  const typed = (type: number) => {
    const made = server.world.addChannel(server.guild.id, 'typed');
    made.type = type;
    return place(made.id);
  };
  for (const type of [4, 15, 16]) {
    expect(await courier.examine(typed(type))).toMatchObject([
      { says: expect.stringContaining('takes no messages') },
    ]);
    expect(await send(`type-${type}`, typed(type).channel)).toMatchObject({ kind: 'gone' });
  }
  const voice = typed(2);
  expect(await courier.examine(voice)).toEqual([]);
  server.world.channels
    .get(voice.channel)!
    .overwrites.set(server.guild.id, { type: 0, allow: 0n, deny: Permission.connect });
  expect(await courier.examine(voice)).toMatchObject([{ mend: expect.stringContaining('Connect') }]);
  deny(0n);
  const self = server.guild.members.get(server.world.bot.id)!;
  self.timedOutUntil = Date.now() + 60_000;
  expect(await courier.examine(place())).toMatchObject([{ says: expect.stringContaining('timed me out') }]);
  expect(await send('timed-out')).toMatchObject({ kind: 'gone', why: { mend: 'mayNotDoThat' } });
  self.timedOutUntil = Date.now() - 60_000;
  expect(await courier.examine(place())).toEqual([]);
  const { channel } = server.world.addGuild('Elsewhere', server.user, false);
  expect(await courier.examine(place(channel.id))).toMatchObject([{ kind: 'not_a_member' }]);
  expect(await courier.examine(place('99999999999999999'))).toMatchObject([{ kind: 'channel_gone' }]);
  await server.vanish();
  expect(await courier.examine(place())).toMatchObject([{ kind: 'unreachable' }]);
  await server.appear();
});

test('whether a delivery arrived is told only where the channel proves it', async () => {
  const parcel = { id: 'd1', place: place(), briefing: 'kuril', words: 'digest', locale: 'en' };
  server.people.say('good morning', { channel: server.channel.id, user: server.user.id });
  expect(await courier.find(parcel, 0)).toEqual({ kind: 'absent' });
  deny(Permission.readMessageHistory);
  expect(await courier.find(parcel, 0)).toMatchObject({ kind: 'cannot_tell', lasts: 'for-good' });
  deny(0n);
  const sent = await send('d1');
  expect(sent).toMatchObject({ kind: 'sent' });
  expect(await courier.find(parcel, 0)).toEqual({ ...sent, kind: 'found' });
  expect(await courier.find({ ...parcel, id: 'd2' }, 0)).toEqual({ kind: 'absent' });
  await server.vanish();
  expect(await courier.find(parcel, 0)).toMatchObject({ kind: 'cannot_tell', lasts: 'now', away: true });
  await server.appear();
});

test('the guild of a channel that is known by its id alone', async () => {
  expect(await courier.workspaceOf?.(server.channel.id)).toBe(server.guild.id);
  expect(await courier.workspaceOf?.(server.world.directChannel(server.user.id).id)).toBe('');
  expect(await courier.workspaceOf?.('99999999999999999')).toBeUndefined();
});

test('a role’s permission in the channel counts as Discord counts it', async () => {
  deny(Permission.sendMessages);
  server.guild.roles.set('r1', { id: 'r1', name: 'bots', permissions: 0n });
  server.guild.members.get(server.world.bot.id)?.roles.push('r1');
  expect(await courier.examine(place())).not.toEqual([]);
  server.channel.overwrites.set('r1', { type: 0, allow: Permission.sendMessages, deny: 0n });
  expect(await courier.examine(place())).toEqual([]);
  server.channel.overwrites.set(server.world.bot.id, { type: 1, allow: 0n, deny: Permission.sendMessages });
  expect(await courier.examine(place())).not.toEqual([]);
  server.guild.roles.set('r1', { id: 'r1', name: 'bots', permissions: Permission.administrator });
  expect(await courier.examine(place())).toEqual([]);
});

test('a connection that is accepted and dropped may have carried the message', async () => {
  const dropper: Server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => dropper.listen(0, '127.0.0.1', resolve));
  const { port } = dropper.address() as { port: number };
  const parcel = { id: 'x', place: place(), briefing: 'kuril', words: 'digest', locale: 'en', reply };
  const handed = await courierTo(`http://127.0.0.1:${port}/api`, server.token).send(parcel, never);
  expect(handed).toMatchObject({ kind: 'unknown' });
  await new Promise((resolve) => dropper.close(resolve));
});
