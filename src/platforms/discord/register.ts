import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  DiscordAPIError,
  InteractionContextType,
  REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { DiscordSettings } from '../../config.ts';
import type { BriefingCard } from '../../ports/bot.ts';
import * as say from '../../show/messages/en/discord.ts';
import { apiOption } from './client.ts';
import { readRefusal } from './refusals.ts';

type Wanted = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** One command a briefing: Discord shows each with one free text, in guilds, in direct messages and wherever a person brings it. */
export function commandsFor(briefings: readonly BriefingCard[]): Wanted[] {
  return briefings.map(({ command, about }) => ({
    type: ApplicationCommandType.ChatInput,
    name: command,
    description: about,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'about',
        description: say.ABOUT_OPTION,
        required: false,
        autocomplete: true,
      },
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  }));
}

export type Change =
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'change'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'remove'; readonly name: string };

/** What a PUT of `wanted` would change in a scope that has `current`. Contexts count only where they are kept: globally. */
export function changesBetween(
  current: readonly APIApplicationCommand[],
  wanted: readonly Wanted[],
  scope: 'global' | 'guild',
): Change[] {
  const changes: Change[] = [];
  for (const command of wanted) {
    const there = current.find(({ name, type }) => name === command.name && type === command.type);
    if (there === undefined) changes.push({ kind: 'add', name: command.name });
    else {
      const fields = differingFields(comparable(there, scope), comparable(command, scope));
      if (fields.length > 0) changes.push({ kind: 'change', name: command.name, fields });
    }
  }
  for (const { name, type } of current) {
    const kept = wanted.some((command) => command.name === name && command.type === type);
    if (!kept) changes.push({ kind: 'remove', name });
  }
  return changes;
}

export type Registering = {
  readonly config: DiscordSettings;
  readonly briefings: readonly BriefingCard[];
  /** Only shows what would change. */
  readonly dryRun: boolean;
  /** A line of progress, for a person. */
  readonly tell: (line: string) => void;
};

export type Registered =
  | { readonly kind: 'registered' | 'unchanged' | 'would-change' }
  | { readonly kind: 'refused'; readonly why: string; readonly mend: string };

/**
 * Brings the registered commands in line: in the guild of DISCORD_GUILD_ID, else globally, and none in the other
 * scopes, where every command would show twice. Running it again changes nothing.
 */
export async function register({ config, briefings, dryRun, tell }: Registering): Promise<Registered> {
  const rest = new REST(apiOption(config)).setToken(config.token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    const wanted = commandsFor(briefings);
    let changed = false;
    for (const scope of await scopesOf(rest, id, config.guildId)) {
      const target = scope.home ? wanted : [];
      const current = (await rest.get(scope.route)) as APIApplicationCommand[];
      const changes = changesBetween(current, target, scope.kind);
      for (const change of changes) tell(say.changeIn(scope.where, change));
      if (changes.length === 0 && scope.named) tell(say.nothingToChange(scope.where));
      if (changes.length > 0 && !dryRun) {
        const body: RESTPutAPIApplicationCommandsJSONBody = target;
        await rest.put(scope.route, { body });
        tell(say.brought(scope.where));
      }
      changed ||= changes.length > 0;
    }
    return { kind: changed ? (dryRun ? 'would-change' : 'registered') : 'unchanged' };
  } catch (error) {
    return refusedBecause(error);
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

type Scope = {
  readonly kind: 'global' | 'guild';
  /** Where the commands are to be; all others are cleared. */
  readonly home: boolean;
  /** Worth a line even when there is nothing to change. */
  readonly named: boolean;
  readonly where: string;
  readonly route: `/${string}`;
};

/** Guilds that are looked through for commands of an earlier DISCORD_GUILD_ID; one request each. */
const GUILDS_LOOKED_THROUGH = 100;

async function scopesOf(rest: REST, application: string, guildId: string | undefined): Promise<Scope[]> {
  const guildScope = (id: string, home: boolean): Scope => ({
    kind: 'guild',
    home,
    named: home,
    where: say.inGuild(id),
    route: Routes.applicationGuildCommands(application, id),
  });
  const everywhere: Scope = {
    kind: 'global',
    home: guildId === undefined,
    named: true,
    where: say.EVERYWHERE,
    route: Routes.applicationCommands(application),
  };
  if (guildId !== undefined) return [guildScope(guildId, true), everywhere];
  return [everywhere, ...(await guildsOf(rest)).map((id) => guildScope(id, false))];
}

/** Tidying up where an earlier DISCORD_GUILD_ID registered is worth a try, and no reason to fail. */
async function guildsOf(rest: REST): Promise<string[]> {
  const query = new URLSearchParams({ limit: String(GUILDS_LOOKED_THROUGH) });
  try {
    return ((await rest.get(Routes.userGuilds(), { query })) as { id: string }[]).map(({ id }) => id);
  } catch {
    return [];
  }
}

function refusedBecause(error: unknown): Registered {
  const refusal = readRefusal(error);
  if (refusal.hindrance.kind === 'token_revoked') return { kind: 'refused', ...say.WRONG_TOKEN };
  if (refusal.code !== undefined)
    return { kind: 'refused', ...say.registrationRefused(refusal.code, reasonsOf(error)) };
  return { kind: 'refused', why: say.cannotConnect(refusal.told), mend: say.TRY_AGAIN };
}

const MOST_REASONS = 5;
const LONGEST_REASON = 200;

/** What Discord has against a form, field by field: discord.js puts it behind the first line of its error's message. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof DiscordAPIError)) return [];
  const [, ...fields] = error.message.split('\n');
  return fields.slice(0, MOST_REASONS).map((field) => field.slice(0, LONGEST_REASON));
}

/** The fields that we set, in one form: Discord leaves out what is false and adds what we never said. */
function comparable(
  command: Wanted | APIApplicationCommand,
  scope: 'global' | 'guild',
): Record<string, unknown> {
  const options = (command.options ?? []).map((option) => ({
    type: option.type,
    name: option.name,
    description: option.description,
    required: ('required' in option && option.required) || false,
    autocomplete: ('autocomplete' in option && option.autocomplete) || false,
  }));
  const description = 'description' in command ? command.description : '';
  const permissions = command.default_member_permissions ?? null;
  const common = {
    description,
    options,
    default_member_permissions: permissions,
    nsfw: command.nsfw ?? false,
  };
  if (scope === 'guild') return common;
  return {
    ...common,
    contexts: [...(command.contexts ?? [])].sort(),
    integration_types: [...(command.integration_types ?? [])].sort(),
  };
}

function differingFields(there: Record<string, unknown>, wanted: Record<string, unknown>): string[] {
  return Object.keys(wanted).filter((field) => !isDeepStrictEqual(there[field], wanted[field]));
}
