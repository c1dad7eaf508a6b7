import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { until } from '../../kit/until.ts';
import { answerTo, controlsOf } from '../../servers/discord/people.ts';
import type { Json, Message } from '../../servers/discord/world.ts';
import { wordsOf } from './fixture.ts';
import { type Whole, whole } from './whole.ts';

let it: Whole;
let here: { channel: string; user: string };
beforeAll(async () => {
  it = await whole();
  here = { channel: it.server.channel.id, user: it.server.user.id };
});
afterAll(() => it.close());
afterEach(() => {
  expect(it.server.world.faults).toEqual([]);
  expect(it.log.at('error')).toEqual([]);
});

/** What is typed, and something that the answer holds. */
const GRAMMAR: readonly (readonly [string | undefined, RegExp])[] = [
  [undefined, /Abe|Putin/],
  ['people', /Newsham/],
  ['person newsham', /Newsham/],
  ['Yuji', /Hosaka/],
  ['hosaka yuji', /Hosaka/],
  ['shinzo', /Abe/],
  ['安倍', /Abe/],
  ['Путин', /Putin/],
  ['newshm', /Newsham/],
  ['kremlin aide', /aide/i],
  ['japanese spokesman', /spokes/i],
  ['quotes', /“|"|¶/],
  ['quotes newsham about china', /China|no/i],
  ['positions', /./],
  ['positions sovereignty', /./],
  ['deals', /./],
  ['figures', /\d/],
  ['timeline', /./],
  ['map', /./],
  ['topics', /./],
  ['topic china', /China/],
  ['ask what did Newsham say about China?', /Newsham|China/],
  ['what is the price of fish in Lima?', /./],
  ['source', /./],
  ['source 16', /16/],
  ['digest', /./],
  ['status', /./],
  ['subscribe', /./],
  ['subscribe 09:00 weekdays Asia/Tokyo', /09:00/],
  ['status', /09:00/],
  ['pause', /./],
  ['resume', /./],
  ['doctor', /./],
  ['digest now', /./],
  ['unsubscribe', /./],
  ['forget', /./],
  ['help', /subscribe/],
  ['@everyone <@1> [x](http://example.com) `code` ||spoiler||', /./],
  ['х'.repeat(6_000), /./],
];

test('the whole grammar is answered, each answer one that Discord takes', async () => {
  for (const [words, holds] of GRAMMAR) {
    const answer = await it.server.ask('kuril', words);
    expect(wordsOf(answer.body), String(words).slice(0, 80)).toMatch(holds);
  }
});

test('the same words work in a mention and in a direct message', async () => {
  const direct = it.server.world.directChannel(here.user).id;
  for (const [channel, typed] of [
    [here.channel, `<@${it.server.world.bot.id}> person newsham`],
    [direct, 'person newsham'],
    [direct, '/kuril person newsham'],
  ] as const) {
    const before = new Set(it.server.world.messages.keys());
    it.server.people.say(typed, { channel, user: here.user });
    const isAnswer = (one: Message) =>
      one.channel === channel && one.author === it.server.world.bot.id && !before.has(one.id);
    const answer = await until(() => [...it.server.world.messages.values()].find(isAnswer), 'an answer');
    expect(wordsOf(answer.body)).toContain('Newsham');
  }
});

test('every control of the answers can be pressed, and so can those of what comes of it', async () => {
  const pressed = new Set<string>();
  let messages = [
    await it.server.ask('kuril'),
    await it.server.ask('kuril', 'people'),
    await it.server.ask('kuril', 'help'),
  ];
  for (let round = 0; round < 2; round += 1) {
    const answers: Message[] = [];
    for (const message of messages) answers.push(...(await pressAll(message, pressed)));
    messages = answers;
  }
  expect(pressed.size).toBeGreaterThan(40);
});

test('subscribing where the bot is not a member says so, and what to do', async () => {
  const { channel } = it.server.world.addGuild('Elsewhere', it.server.user, false);
  const where = { channel: channel.id, user: here.user };
  const words = 'subscribe 09:00 every day Asia/Tokyo';
  const answer = await answerTo(it.server.people.slash('kuril', words, where));
  expect(wordsOf(answer.body)).toContain('Add me to this server');
});

test('somebody who may not manage the channel is told so', async () => {
  const { world, guild } = it.server;
  const guest = world.addUser('guest');
  guild.members.set(guest.id, { user: guest.id, roles: [] });
  const where = { channel: here.channel, user: guest.id };
  const answer = await answerTo(it.server.people.slash('kuril', 'subscribe 09:00', where));
  expect(wordsOf(answer.body)).not.toContain('Next');
  expect(wordsOf(answer.body)).toMatch(/Manage Channels|may/);
});

async function pressAll(message: Message, pressed: Set<string>): Promise<Message[]> {
  const answers: Message[] = [];
  for (const control of controlsOf(message)) {
    const options = (control.options ?? []) as Json[];
    const ids = options.length > 0 ? options.map(({ value }) => String(value)) : [String(control.custom_id)];
    for (const id of ids) {
      if (pressed.has(id) || /forget|digest now|\|p\d|\|h/.test(id)) continue;
      pressed.add(id);
      const exchange =
        options.length > 0
          ? it.server.people.choose(message, String(control.custom_id), id, here)
          : it.server.people.press(message, id, here);
      answers.push(await answerTo(exchange));
    }
  }
  return answers;
}
