import { Client, GatewayIntentBits, MessageFlags, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Permission } from './permissions.ts';
import { type LocalDiscord, startDiscord } from './server.ts';

let discord: LocalDiscord;
let rest: REST;
const clients: Client[] = [];

beforeEach(() => startWith({}));

async function startWith(limits: { readonly perSecond?: number }): Promise<void> {
  discord = await startDiscord({ limits: { channelMessages: 1_000, ...limits } });
  rest = new REST({
    api: discord.api,
    retries: 0,
    globalRequestsPerSecond: 10_000,
    rejectOnRateLimit: () => true,
  });
  rest.setToken(discord.token);
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await discord.close();
});

const post = (content: string, more: object = {}) =>
  rest.post(Routes.channelMessages(discord.channel.id), {
    body: { content, allowed_mentions: { parse: [] }, ...more },
  }) as Promise<{ id: string }>;

test('the same nonce, enforced, brings the first message again', async () => {
  const first = await post('one', { nonce: 'n1', enforce_nonce: true });
  const second = await post('one', { nonce: 'n1', enforce_nonce: true });
  const third = await post('one', { nonce: 'n1' });
  expect(second.id).toBe(first.id);
  expect(third.id).not.toBe(first.id);
  expect(discord.world.messages.size).toBe(2);
});

test('more requests a second than are allowed are refused, for the whole bot', async () => {
  await discord.close();
  // So few that any machine is quick enough.
  await startWith({ perSecond: 2 });
  const results = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => post(`${at}`)));
  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(1);
  expect(discord.limits.limited.global).toBeGreaterThanOrEqual(1);
});

test('a channel that the bot may not see or write to refuses it with its own code', async () => {
  const deny = (permissions: bigint) =>
    discord.channel.overwrites.set(discord.guild.id, { type: 0, allow: 0n, deny: permissions });
  deny(Permission.viewChannel);
  await expect(post('x')).rejects.toMatchObject({ code: 50001, status: 403 });
  deny(Permission.sendMessages);
  await expect(post('x')).rejects.toMatchObject({ code: 50013, status: 403 });
});

test('unknown fields, empty messages, wrong tokens and unknown routes are refused and held against the bot', async () => {
  await expect(post('x', { colour: 'red' })).rejects.toMatchObject({ code: 50035 });
  await expect(post('')).rejects.toMatchObject({ code: 50006 });
  await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  expect(discord.world.faults).toHaveLength(3);
  rest.setToken('wrong');
  await expect(post('x')).rejects.toMatchObject({ status: 401 });
});

test('a real client signs in, hears a command, and may answer it once', async () => {
  await rest.put(Routes.applicationCommands(discord.world.bot.id), {
    body: [
      {
        name: 'kuril',
        description: 'The summit',
        options: [{ type: 3, name: 'about', description: 'What' }],
      },
    ],
  });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.api },
    allowedMentions: { parse: [] },
  });
  clients.push(client);
  const second: unknown[] = [];
  client.on('interactionCreate', async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const again = client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      auth: false,
      body: { type: 4, data: { content: 'again', allowed_mentions: { parse: [] } } },
    });
    await Promise.allSettled([
      interaction.reply({ content: 'hello', flags: MessageFlags.Ephemeral }),
      again,
    ]).then((results) => second.push(...results.map(({ status }) => status)));
  });
  await client.login(discord.token);
  await discord.connected();
  const answer = await discord.ask('kuril', 'people');
  expect(['hello', 'again']).toContain(answer.body.content);
  await expect.poll(() => second.toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(discord.world.faults).toEqual(['an interaction was acknowledged twice']);
});

test('a wrong token and privileged intents are refused at the gateway', async () => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers],
    rest: { api: discord.api },
  });
  clients.push(client);
  await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/);
});
