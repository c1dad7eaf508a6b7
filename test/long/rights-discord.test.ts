/** The whole table of rights, walked on Discord: every room, everybody, every way to say it, against the table. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTS, type Rank, type Room, right } from '../../src/ports/rights.ts';
import { controlId } from '../../src/reply/control.ts';
import { rights as refusals } from '../../src/show/messages/en/forget.ts';
import { until } from '../kit/until.ts';
import { WORDS } from '../platforms/acts.ts';
import { wordsOf } from '../platforms/discord/fixture.ts';
import { type Whole, whole } from '../platforms/discord/whole.ts';
import { answerTo } from '../servers/discord/people.ts';
import { Permission } from '../servers/discord/permissions.ts';
import type { Channel, Message } from '../servers/discord/world.ts';

type Way = { readonly room: Room; readonly by: 'command' | 'control' | 'mention' | 'message' };

const ROOMS: readonly Room[] = ['public', 'private', 'thread', 'own', 'group', 'others', 'uninvited'];
const WAYS: readonly Way[] = [
  ...ROOMS.flatMap((room): Way[] => [
    { room, by: 'command' },
    { room, by: 'control' },
  ]),
  { room: 'public', by: 'mention' },
  { room: 'private', by: 'mention' },
  { room: 'thread', by: 'mention' },
  { room: 'own', by: 'message' },
];

/** Who they are in the server; in a direct message everybody is a person like any other. */
const PEOPLE = ['member', 'manager', 'overwritten', 'admin', 'administrator', 'owner'] as const;
type Name = (typeof PEOPLE)[number];
const RANKS: Readonly<Record<Name, Rank>> = {
  member: 'member',
  manager: 'manager',
  /** A channel's overwrite says Manage Server: that is no say in the server. */
  overwritten: 'manager',
  admin: 'admin',
  administrator: 'admin',
  owner: 'admin',
};

const REFUSALS = ACTS.flatMap((act) => [
  refusals.mayNot(act, 'discord', 'manager'),
  ...ROOMS.map((room) => refusals.noPlace(act, 'discord', room)),
]);

let on: Whole;
const people = {} as Record<Name, string>;
const channels = {} as Record<Exclude<Room, 'own' | 'home'>, Channel>;
let pressedOn: Message;

beforeAll(async () => {
  on = await whole();
  const { world, guild, channel, user } = on.server;
  const elsewhere = world.addGuild('Elsewhere', user, false);
  channels.public = channel;
  channels.private = world.addChannel(guild.id, 'private');
  channels.thread = world.addChannel(guild.id, 'thread', { parent: channel.id });
  channels.uninvited = elsewhere.channel;
  people.owner = user.id;
  for (const name of PEOPLE.filter((one) => one !== 'owner')) people[name] = addMember(name);
  const everybody = Object.values(people);
  channels.group = world.addGroup(everybody);
  channels.others = world.addOthers(people.owner, people.member);
  const { manageChannels, manageGuild } = Permission;
  for (const { overwrites } of [channels.public, channels.private]) {
    overwrites.set(people.manager, { type: 1, allow: manageChannels, deny: 0n });
    overwrites.set(people.overwritten, { type: 1, allow: manageChannels | manageGuild, deny: 0n });
  }
  pressedOn = await on.server.ask('kuril');

  function addMember(name: Name): string {
    const { id } = world.addUser(name);
    const power = { admin: manageGuildOf(), administrator: Permission.administrator }[name as 'admin'];
    const role = world.snowflake();
    if (power !== undefined) guild.roles.set(role, { id: role, name, permissions: power });
    guild.members.set(id, { user: id, roles: power === undefined ? [] : [role] });
    elsewhere.guild.members.set(id, { user: id, roles: [] });
    return id;
  }
});
afterAll(() => on.close());
afterEach(() => {
  expect(on.server.world.faults).toEqual([]);
  expect(on.log.at('error')).toEqual([]);
});

const manageGuildOf = () => Permission.manageGuild;

describe.each(WAYS)('in the room “$room” by $by', (way) => {
  it.each(PEOPLE)('holds for %s', async (name) => {
    const inServer = ['public', 'private', 'thread', 'uninvited'].includes(way.room);
    for (const act of ACTS) {
      // Where one is meant, the words for the other mean it too: a server has no conversation, and the other way round.
      if (act === (inServer ? 'forget conversation' : 'forget everything')) continue;
      const before = await kept();
      const answer = await said(way, name, WORDS[act]);
      const verdict = right(act, 'discord', { room: way.room, rank: inServer ? RANKS[name] : 'member' });
      const refused = REFUSALS.some((refusal) => answer.includes(refusal));
      expect({ act, refused }).toEqual({ act, refused: verdict.kind === 'may-not' });
      if (verdict.kind === 'may-not') expect(await kept()).toEqual(before);
    }
  });
});

async function kept() {
  const { guild } = on.server;
  const places = [guild.id, ...Object.values(channels).map(({ id }) => id)];
  return await Promise.all(places.map((one) => on.store.subscriptions.ofWorkspace('discord', one)));
}

async function said({ room, by }: Way, name: Name, words: string): Promise<string> {
  const { world, people: doing } = on.server;
  const user = people[name];
  const channel = room === 'own' || room === 'home' ? world.directChannel(user) : channels[room];
  const where = { channel: channel.id, user };
  if (by === 'command') return wordsOf((await answerTo(doing.slash('kuril', words, where))).body);
  if (by === 'control') {
    const id = controlId({ briefing: 'kuril', words, action: { kind: 'say' } });
    const exchange = doing.pressAnything({ custom_id: id, component_type: 2, id: 1 }, where, pressedOn);
    return wordsOf((await answerTo(exchange)).body);
  }
  const question = doing.say(by === 'mention' ? `<@${world.bot.id}> ${words}` : words, where);
  const isAnswer = ({ body }: Message) =>
    (body.message_reference as { message_id?: string } | undefined)?.message_id === question.id;
  const answer = await until(() => [...world.messages.values()].find(isAnswer), 'an answer');
  return wordsOf(answer.body);
}
