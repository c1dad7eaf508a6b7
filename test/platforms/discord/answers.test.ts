import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../kit/until.ts';
import { answerTo, controlsOf } from '../../servers/discord/people.ts';
import { Permission } from '../../servers/discord/permissions.ts';
import { EPHEMERAL } from '../../servers/discord/post.ts';
import type { Message } from '../../servers/discord/world.ts';
import { type Running, running, wordsOf } from './fixture.ts';

let it: Running;
let here: { channel: string; user: string };

beforeAll(async () => {
  it = await running({ server: { limits: { perSecond: 10_000, channelMessages: 10_000 } } });
  here = { channel: it.server.channel.id, user: it.server.user.id };
});
afterAll(() => it.close());
beforeEach(() => {
  it.bot.delayMs = 0;
  it.bot.asks.length = 0;
  it.server.mischief.clear();
});
afterEach(() => {
  expect(it.server.world.faults.splice(0)).toEqual([]);
});

const ask = (about?: string) => it.server.ask('kuril', about);
const isPrivate = (message: Message) => (message.flags & EPHEMERAL) !== 0;
const controlNamed = (message: Message, label: string) =>
  String(controlsOf(message).find((one) => one.label === label)?.custom_id);

/** The bot's next message in a channel. */
function nextIn(channel: string, after = new Set(it.server.world.messages.keys())) {
  const { world } = it.server;
  return until(
    () =>
      [...world.messages.values()].find(
        (m) => m.channel === channel && m.author === world.bot.id && !after.has(m.id),
      ),
    'a message',
  );
}

test('a command is answered for the asker alone, with what was typed', async () => {
  const answer = await ask('quotes abe');
  expect(wordsOf(answer.body)).toContain('You asked: quotes abe');
  expect(isPrivate(answer)).toBe(true);
  expect(it.bot.asks[0]).toMatchObject({
    briefing: 'kuril',
    words: 'quotes abe',
    place: { platform: 'discord', workspace: it.server.guild.id, channel: here.channel, kind: 'channel' },
  });
});

test('the bare command is answered too', async () => {
  expect(wordsOf((await ask()).body)).toContain('You asked: nothing');
});

test('an answer that takes its time is acknowledged before, and only the asker sees it', async () => {
  it.bot.delayMs = 900;
  const exchange = it.server.people.slash('kuril', 'slow', here);
  const answer = await answerTo(exchange);
  expect(exchange.ack).toMatchObject({ type: 5 });
  expect(isPrivate(answer)).toBe(true);
  expect(wordsOf(answer.body)).toContain('You asked: slow');
});

test('pressing a button is typing its words, in an answer of its own', async () => {
  const first = await ask();
  const exchange = it.server.people.press(first, controlNamed(first, 'People'), here);
  const answer = await answerTo(exchange);
  expect(wordsOf(answer.body)).toContain('You asked: people');
  expect(answer.id).not.toBe(first.id);
  expect(isPrivate(answer)).toBe(true);
});

test('choosing from a menu is typing the words of the choice', async () => {
  const first = await ask();
  const menu = controlsOf(first).find((one) => one.type === 3) as {
    custom_id: string;
    options: { value: string }[];
  };
  const exchange = it.server.people.choose(first, menu.custom_id, menu.options[1]?.value ?? '', here);
  expect(wordsOf((await answerTo(exchange)).body)).toContain('person vladimir putin');
});

test('the next page takes the place of the one before', async () => {
  const first = await ask('long');
  const before = wordsOf(first.body);
  expect(before).toContain('Page 1 of');
  const exchange = it.server.people.press(first, controlNamed(first, 'Next page'), here);
  const second = await answerTo(exchange);
  expect(second.id).toBe(first.id);
  expect(wordsOf(second.body)).toContain('Page 2 of');
});

test('a page that takes its time is turned in place all the same', async () => {
  const first = await ask('long');
  it.bot.delayMs = 600;
  const exchange = it.server.people.press(first, controlNamed(first, 'Next page'), here);
  const second = await until(
    () => (wordsOf(first.body).includes('Page 2 of') ? first : undefined),
    'the page',
  );
  expect(exchange.ack?.type).toBe(6);
  expect(isPrivate(second)).toBe(true);
});

const SHARE = 'Share with the channel';

/** Somebody else in the same channel. */
function another() {
  const { world, guild } = it.server;
  const user = world.addUser('another');
  guild.members.set(user.id, { user: user.id, roles: [] });
  return { ...here, user: user.id };
}

/** Presses share, and finds what the channel was shown. */
async function shareOf(message: Message): Promise<Message> {
  const exchange = it.server.people.press(message, controlNamed(message, SHARE), here);
  return until(() => exchange.followUps[0], 'what was shared');
}

test('share shows the answer to the whole channel, with who shared it and what they asked, and goes', async () => {
  const first = await ask('people');
  const shared = await shareOf(first);
  expect(isPrivate(shared)).toBe(false);
  expect(wordsOf(shared.body)).toContain(`-# Shared by <@${here.user}> · people`);
  expect(controlsOf(shared).some((one) => one.label === SHARE)).toBe(false);
  await until(() => (controlsOf(first).length === 0 ? first : undefined), 'no button');
  expect(wordsOf(first.body)).toBe('Shared with the channel.');
});

test('share posts once, however often it is pressed', async () => {
  const first = await ask('people');
  const id = controlNamed(first, SHARE);
  const pressed = [1, 2, 3].map(() => it.server.people.press(first, id, here));
  await until(() => (pressed.every(({ ack }) => ack !== undefined) ? first : undefined), 'acks');
  await until(() => (controlsOf(first).length === 0 ? first : undefined), 'no button');
  expect(pressed.flatMap(({ followUps }) => followUps)).toHaveLength(1);
});

test('what was shared is taken back by the sharer alone', async () => {
  const shared = await shareOf(await ask('people'));
  const back = controlNamed(shared, 'Take back');
  const other = it.server.people.press(shared, back, another());
  expect(wordsOf((await answerTo(other)).body)).toContain('Only the one who shared this');
  it.server.people.press(shared, back, here);
  await until(() => (it.server.world.messages.has(shared.id) ? undefined : shared), 'gone');
});

test('turning the page of a message that everybody reads turns it for the asker alone', async () => {
  const first = await ask('long');
  const shared = await shareOf(first);
  const exchange = it.server.people.press(shared, controlNamed(shared, 'Next page'), here);
  const mine = await answerTo(exchange);
  expect(mine.id).not.toBe(shared.id);
  expect(isPrivate(mine)).toBe(true);
  expect(wordsOf(mine.body)).toContain('Page 2 of');
});

test('words that no control can carry bring all pages at once, each for the asker alone', async () => {
  const exchange = it.server.people.slash('kuril', `long ${'x'.repeat(120)}`, here);
  await answerTo(exchange);
  await until(() => (exchange.followUps.length >= 2 ? true : undefined), 'the pages');
  expect(exchange.followUps.every(isPrivate)).toBe(true);
});

test('a control of an older version gets a friendly answer', async () => {
  const first = await ask();
  for (const id of ['0|kuril|s|people', 'whatever', '1|atlantis|s|people']) {
    const exchange = it.server.people.pressAnything({ custom_id: id, component_type: 2, id: 1 }, here, first);
    const answer = await answerTo(exchange);
    expect(wordsOf(answer.body)).toContain('/kuril');
    expect(isPrivate(answer)).toBe(true);
  }
});

test('when the bot breaks, the asker gets a reference that is in the log too', async () => {
  const answer = await ask('break');
  const reference = /reference (\w+)/.exec(wordsOf(answer.body))?.[1];
  expect(reference).toBeTruthy();
  expect(it.log.lines.some(({ fields }) => fields.ref === reference)).toBe(true);
});

test('an answer that Discord refuses is made up for by a sentence with a reference', async () => {
  const refusal = { code: 50035, message: 'Invalid Form Body', errors: {} };
  for (const delayMs of [0, 400]) {
    it.bot.delayMs = delayMs;
    const on = delayMs === 0 ? /callback/ : /PATCH/;
    it.server.mischief.order({ on, trick: { kind: 'status', status: 400, body: refusal } });
    expect(wordsOf((await ask('people')).body)).toMatch(/on our side.*reference \w+/);
  }
});

test('a mention is answered in the channel, without the mention, and only once', async () => {
  const next = nextIn(here.channel);
  const question = it.server.people.say(`<@${it.server.world.bot.id}> who is quoted?`, here);
  const answer = await next;
  expect(wordsOf(answer.body)).toContain('You asked: who is quoted?');
  expect(answer.body.message_reference).toMatchObject({ message_id: question.id });
  expect(isPrivate(answer)).toBe(false);
});

test('where the bot may not reply, it answers a mention without a reply', async () => {
  const { channel, guild } = it.server;
  channel.overwrites.set(guild.id, { type: 0, allow: 0n, deny: Permission.readMessageHistory });
  const next = nextIn(here.channel);
  it.server.people.say(`<@${it.server.world.bot.id}> people`, here);
  const answer = await next;
  channel.overwrites.clear();
  expect(answer.body.message_reference).toBeUndefined();
  expect(wordsOf(answer.body)).toContain('You asked: people');
});

test('a direct message is answered as it stands', async () => {
  const direct = it.server.world.directChannel(here.user).id;
  const next = nextIn(direct);
  it.server.people.say('/kuril people', { channel: direct, user: here.user });
  expect(wordsOf((await next).body)).toContain('You asked: people');
  expect(it.bot.asks.at(-1)?.place).toMatchObject({ kind: 'direct', workspace: '', channel: direct });
});

test('talk that is not for the bot gets no answer', async () => {
  const before = it.server.world.messages.size;
  const mine = await ask();
  const asked = it.bot.asks.length;
  it.server.people.say('good morning', here);
  it.server.people.say('@everyone', here);
  it.server.people.say('thanks', here, mine);
  it.server.people.say(`<@${it.server.world.bot.id}>`, {
    ...here,
    user: it.server.world.addUser('robot', true).id,
  });
  await ask('after');
  expect(it.bot.asks.length).toBe(asked + 1);
  expect(it.server.world.messages.size).toBe(before + 6);
});

test('a command in a direct message stays there to be read again', async () => {
  const where = { channel: it.server.world.directChannel(here.user).id, user: here.user };
  const answer = await answerTo(it.server.people.slash('kuril', 'people', where));
  expect(isPrivate(answer)).toBe(false);
  expect(controlsOf(answer).some((one) => one.label === 'Share with the channel')).toBe(false);
});

test('it answers wherever a person brings it: in a guild that it is not in, and in a group', async () => {
  const { world } = it.server;
  const { channel } = world.addGuild('Elsewhere', it.server.user, false);
  for (const place of [channel, world.addGroup([here.user])]) {
    const where = { channel: place.id, user: here.user };
    const answer = await answerTo(it.server.people.slash('kuril', 'people', where));
    expect(wordsOf(answer.body)).toContain('You asked: people');
    const share = it.server.people.press(answer, controlNamed(answer, 'Share with the channel'), where);
    expect(isPrivate(await until(() => share.followUps[0], 'what was shared'))).toBe(false);
  }
});

test('what somebody is in the server is read from the permissions', async () => {
  const { world, guild } = it.server;
  const guest = world.addUser('guest');
  guild.members.set(guest.id, { user: guest.id, roles: [] });
  it.bot.ranks.length = 0;
  for (const user of [here.user, guest.id]) {
    const where = { ...here, user };
    await answerTo(it.server.people.slash('kuril', 'may i', where));
    const next = nextIn(here.channel);
    it.server.people.say(`<@${world.bot.id}> may i`, where);
    await next;
  }
  expect(it.bot.ranks).toEqual(['admin', 'admin', 'member', 'member']);
});

test('an interaction that a replica has answered is left alone', async () => {
  it.server.mischief.order({
    on: /callback/,
    trick: {
      kind: 'status',
      status: 400,
      body: { code: 40060, message: 'Interaction has already been acknowledged.' },
    },
  });
  it.server.people.slash('kuril', 'one', here);
  await expect.poll(() => it.log.at('warn')).toContain('An interaction was over before it was answered');
  expect(it.server.mischief.take('POST /interactions/1/x/callback')).toBeUndefined();
  expect(wordsOf((await ask('two')).body)).toContain('two');
});

test('an answer survives a broken server answer, and comes once', async () => {
  it.server.mischief.order({ on: /callback/, trick: { kind: 'status', status: 502 } });
  expect(wordsOf((await ask('again')).body)).toContain('again');
});

test('no token and no words of a person stand in the log, even when an answer fails', async () => {
  it.bot.delayMs = 400;
  it.server.mischief.order({
    on: /PATCH/,
    times: 9,
    trick: { kind: 'status', status: 403, body: { code: 1, message: 'No' } },
  });
  const exchange = it.server.people.slash('kuril', 'my secret words', here);
  await expect.poll(() => it.log.at('error')).toContain('An interaction failed');
  const logged = JSON.stringify(it.log.lines, (_key, value) =>
    value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
  );
  expect(logged).not.toContain(exchange.token.slice(20));
  expect(logged).not.toContain('secret words');
  expect(logged).not.toContain(it.server.token);
});

test('being removed from a guild is told, a guild that is only unavailable is not', async () => {
  const gone = it.server.world.snowflake();
  const guild = { ...it.server.world.guilds.get(it.server.guild.id), id: gone };
  it.server.gateway.push('GUILD_CREATE', {
    ...guild,
    roles: [],
    members: [],
    channels: [],
    emojis: [],
    stickers: [],
  });
  it.server.gateway.push('GUILD_DELETE', { id: it.server.guild.id, unavailable: true });
  it.server.gateway.push('GUILD_DELETE', { id: gone });
  await expect.poll(() => it.removed).toEqual([gone]);
});
