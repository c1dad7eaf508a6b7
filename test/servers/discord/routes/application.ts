import { checkCommands } from '../forms.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal, unknownGuild, unknownMember } from '../refusal.ts';
import type { Route } from '../rest.ts';
import { channelView, guildView, memberView, rolesView, userView } from '../views.ts';
import type { Command, Guild, Json, World } from '../world.ts';

/** The bot itself, its gateway, its commands, and the guilds that it is in. */
export function applicationRoutes(world: World, gateway: Gateway): Route[] {
  const application = () => ({
    id: world.bot.id,
    name: world.bot.username,
    description: '',
    icon: null,
    flags: 0,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '',
    team: null,
  });
  return [
    { method: 'GET', path: '/gateway/bot', handle: () => gateway.information() },
    { method: 'GET', path: '/gateway', handle: () => ({ url: gateway.information().url }) },
    { method: 'GET', path: '/users/@me', handle: () => userView(world.bot) },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: ({ body }) => {
        const { recipient_id: id } = body as { recipient_id: string };
        if (!world.users.has(id)) throw new Refusal(400, 50033, 'Invalid Recipient(s)');
        return channelView(world, world.directChannel(id));
      },
    },
    { method: 'GET', path: '/applications/@me', handle: application },
    { method: 'GET', path: '/oauth2/applications/@me', handle: application },
    { method: 'GET', path: '/applications/:id/commands', handle: () => world.commands.get('') ?? [] },
    {
      method: 'GET',
      path: '/applications/:id/guilds/:id/commands',
      handle: ({ ids: [, id = ''] }) => world.commands.get(joined(id).id) ?? [],
    },
    { method: 'PUT', path: '/applications/:id/commands', handle: ({ body }) => put('', body) },
    {
      method: 'PUT',
      path: '/applications/:id/guilds/:id/commands',
      handle: ({ ids: [, id = ''], body }) => put(joined(id).id, body),
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      handle: () =>
        [...world.guilds.values()]
          .filter((guild) => guild.members.has(world.bot.id))
          .map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
    },
    { method: 'GET', path: '/guilds/:id', handle: ({ ids: [id = ''] }) => guildView(joined(id)) },
    { method: 'GET', path: '/guilds/:id/roles', handle: ({ ids: [id = ''] }) => rolesView(joined(id)) },
    {
      method: 'GET',
      path: '/guilds/:id/members/:id',
      handle: ({ ids: [id = '', user = ''] }) => {
        const member = joined(id).members.get(user);
        if (member === undefined) throw unknownMember();
        return memberView(world, member);
      },
    },
  ];

  function joined(id: string): Guild {
    const guild = world.guilds.get(id);
    if (guild === undefined) throw unknownGuild();
    if (!guild.members.has(world.bot.id)) throw new Refusal(403, 50001, 'Missing Access');
    return guild;
  }

  /** As Discord gives them back: with ids, and every default filled in. */
  function put(scope: string, body: unknown): Command[] {
    const before = world.commands.get(scope) ?? [];
    const commands = checkCommands(body).map((command) => ({
      id: before.find(({ name }) => name === command.name)?.id ?? world.snowflake(),
      application_id: world.bot.id,
      version: world.snowflake(),
      type: 1,
      default_member_permissions: null,
      nsfw: false,
      ...(scope === '' ? { dm_permission: true, contexts: null } : { guild_id: scope }),
      integration_types: [0],
      name_localizations: null,
      description_localizations: null,
      ...command,
      name: String(command.name),
      options: ((command.options ?? []) as Json[]).map(withDefaults),
    }));
    world.commands.set(scope, commands);
    return commands;
  }
}

/** Discord leaves out what is false. */
function withDefaults(option: Json): Json {
  const { required, autocomplete, ...rest } = option;
  return {
    ...rest,
    name_localizations: null,
    description_localizations: null,
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
  };
}
