import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandsFor, register } from '../../../src/platforms/discord/register.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';
import { validateDiscordCommands } from '../../servers/discord/validate.ts';
import { EchoBot } from './fixture.ts';

let server: LocalDiscord;
const { briefings } = new EchoBot();
beforeEach(async () => {
  server = await startDiscord();
});
afterEach(async () => {
  expect(server.world.faults).toEqual([]);
  await server.close();
});

async function run(
  given: { guildId?: string; dryRun?: boolean; token?: string; briefings?: typeof briefings } = {},
) {
  const lines: string[] = [];
  const result = await register({
    config: {
      token: given.token ?? server.token,
      apiUrl: server.api,
      shards: { kind: 'auto' },
      ...(given.guildId === undefined ? {} : { guildId: given.guildId }),
    },
    briefings: given.briefings ?? briefings,
    dryRun: given.dryRun ?? false,
    tell: (line) => lines.push(line),
  });
  return { result, lines };
}

const puts = () => server.rest.seen.filter(({ method }) => method === 'PUT');
const names = (scope: string) => (server.world.commands.get(scope) ?? []).map(({ name }) => name);

test('the command takes one free text, optional, with completion, wherever a person may be', () => {
  const [command] = commandsFor(briefings);
  expect(validateDiscordCommands(commandsFor(briefings))).toEqual([]);
  expect(command).toMatchObject({
    name: 'kuril',
    options: [{ name: 'about', type: 3, required: false, autocomplete: true }],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  });
});

test('registering twice changes nothing the second time', async () => {
  const first = await run();
  expect(first.result).toEqual({ kind: 'registered' });
  expect(first.lines).toEqual(['+ /kuril: new everywhere', 'The commands everywhere are up to date now.']);
  expect(puts()).toHaveLength(1);
  const second = await run();
  expect(second.result).toEqual({ kind: 'unchanged' });
  expect(second.lines).toEqual(['Nothing to change everywhere.']);
  expect(puts()).toHaveLength(1);
});

test('a dry run shows the difference and changes nothing', async () => {
  const { result, lines } = await run({ dryRun: true });
  expect(result).toEqual({ kind: 'would-change' });
  expect(lines).toEqual(['+ /kuril: new everywhere']);
  expect(puts()).toHaveLength(0);
});

test('what changed and what is gone is said, and one PUT mends it', async () => {
  await run({ briefings: [...briefings, { ...briefings[0]!, id: 'old', command: 'old' }] });
  const { lines } = await run({ briefings: [{ ...briefings[0]!, about: 'Another line' }] });
  expect(lines).toEqual([
    '~ /kuril: description changed everywhere',
    '- /old: removed everywhere',
    'The commands everywhere are up to date now.',
  ]);
  expect(puts()).toHaveLength(2);
  expect(names('')).toEqual(['kuril']);
});

test('the other scope is cleared, so that no command shows twice', async () => {
  await run();
  await run({ guildId: server.guild.id });
  expect([names(''), names(server.guild.id)]).toEqual([[], ['kuril']]);
  expect((await run({ guildId: server.guild.id })).result).toEqual({ kind: 'unchanged' });
  await run();
  expect([names(''), names(server.guild.id)]).toEqual([['kuril'], []]);
});

test('a wrong token and a guild that the bot is not in say what to do', async () => {
  expect((await run({ token: 'wrong' })).result).toMatchObject({
    kind: 'refused',
    mend: expect.stringContaining('DISCORD_TOKEN'),
  });
  const { result } = await run({ guildId: '99999999999999999' });
  expect(result).toMatchObject({ kind: 'refused', mend: expect.stringContaining('DISCORD_GUILD_ID') });
});

test('a form that Discord refuses is said with what Discord has against it, field by field', async () => {
  const [card] = briefings;
  const { result } = await run({ briefings: [{ ...card!, about: '' }] });
  expect(result).toMatchObject({ kind: 'refused' });
  expect(result.kind === 'refused' && result.why).toMatch(/its code 50035: .*description/u);
  expect(result.kind === 'refused' && result.why).not.toContain('\n');
  server.world.faults.splice(0);
});
