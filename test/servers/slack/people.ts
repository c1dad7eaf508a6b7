/** What people do in a local Slack: type commands, press, choose, write, open the Home tab, remove the app. */
import type { Deliveries, Delivery } from './deliveries.ts';
import type { ResponseUrls } from './responses.ts';
import { directChannel, HOME_TEAM, type Message, type Team, type World } from './world.ts';

/** Who does something, and where; the first person in `#general` when left out. */
export type Doing = { readonly team?: string; readonly user?: string; readonly channel?: string };

/** A control on a message, as its block holds it. */
export type Pressed =
  | { readonly kind: 'button'; readonly action_id: string; readonly value: string }
  | { readonly kind: 'option'; readonly action_id: string; readonly value: string };

export type People = {
  types(command: string, words: string, doing?: Doing): Delivery;
  /** `on` is where the control stands: a posted message, an answer that only the asker sees, or the Home tab. */
  presses(
    pressed: Pressed,
    doing?: Doing & { readonly on?: 'ephemeral' | 'home' | Message; readonly ts?: string },
  ): Delivery;
  /** A message with the bot's mention in it. */
  mentions(
    text: string,
    doing?: Doing & { readonly thread?: string; readonly extra?: Record<string, unknown> },
  ): Delivery;
  writes(text: string, doing?: Doing & { readonly extra?: Record<string, unknown> }): Delivery;
  opensHome(doing?: Doing): Delivery;
  channelMoves(from: string, to: string, team?: string): Delivery;
  uninstalls(team?: string): Delivery;
  revokes(team?: string): Delivery;
  /** Any event. */
  event(event: Record<string, unknown>, options?: { team?: string; id?: string; retry?: number }): Delivery;
};

export function newPeople(parts: {
  readonly world: World;
  readonly deliveries: Deliveries;
  readonly responseUrls: ResponseUrls;
  readonly base: () => string;
  readonly newTs: () => string;
}): People {
  const { world, deliveries, responseUrls } = parts;
  let events = 0;

  function place(doing: Doing) {
    const team = world.teams.get(doing.team ?? HOME_TEAM) as Team;
    const user = doing.user ?? `U${team.id.slice(1)}ANN`;
    const channel = doing.channel ?? `C${team.id.slice(1)}GENERAL`;
    if (channel.startsWith('D')) directChannel(team, user);
    return { team, user, channel, name: nameIn(team, channel), from: team.users.get(user)?.from ?? team.id };
  }

  function event(
    body: Record<string, unknown>,
    options: { team?: string; id?: string; retry?: number } = {},
  ) {
    const team = options.team ?? HOME_TEAM;
    events += 1;
    const bot = world.teams.get(team)?.install?.botUser;
    return deliveries.hand({
      envelope_id: crypto.randomUUID(),
      type: 'events_api',
      accepts_response_payload: false,
      ...(options.retry !== undefined && { retry_attempt: options.retry, retry_reason: 'timeout' }),
      payload: {
        token: 'legacy',
        team_id: team,
        api_app_id: world.app.id,
        event: { event_ts: parts.newTs(), ...body },
        type: 'event_callback',
        event_id: options.id ?? `Ev${events}${team}`,
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: team,
            user_id: bot ?? '',
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      },
    });
  }

  return {
    types(command, words, doing = {}) {
      const { team, user, channel, name, from } = place(doing);
      if (from !== team.id) throw new Error(`${user} has no commands of this workspace: it is not theirs`);
      const url = responseUrls.make('commands', team.id);
      return deliveries.hand(
        {
          envelope_id: crypto.randomUUID(),
          type: 'slash_commands',
          accepts_response_payload: true,
          payload: {
            token: 'legacy',
            team_id: team.id,
            team_domain: team.name.toLowerCase(),
            channel_id: channel,
            channel_name: name,
            user_id: user,
            user_name: user.toLowerCase(),
            command,
            text: words,
            api_app_id: world.app.id,
            is_enterprise_install: 'false',
            response_url: `${parts.base()}${url.path}`,
            trigger_id: `${Date.now()}.${team.id}`,
          },
        },
        url,
      );
    },
    presses(pressed, doing = {}) {
      const { team, user, channel, name, from } = place(doing);
      const home = doing.on === 'home';
      const url = home ? undefined : responseUrls.make('actions', team.id);
      const message = typeof doing.on === 'object' ? doing.on : undefined;
      const element =
        pressed.kind === 'button'
          ? { type: 'button', value: pressed.value, text: plain('A button') }
          : {
              type: 'static_select',
              selected_option: { text: plain('An option'), value: pressed.value },
              placeholder: plain('Choose'),
            };
      return deliveries.hand(
        {
          envelope_id: crypto.randomUUID(),
          type: 'interactive',
          accepts_response_payload: false,
          payload: {
            type: 'block_actions',
            user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: from },
            api_app_id: world.app.id,
            token: 'legacy',
            trigger_id: `${Date.now()}.${team.id}`,
            team: { id: team.id, domain: team.name.toLowerCase() },
            enterprise: null,
            is_enterprise_install: false,
            ...(home
              ? {
                  container: { type: 'view', view_id: `V${user}` },
                  view: {
                    id: `V${user}`,
                    team_id: team.id,
                    type: 'home',
                    blocks: [],
                    private_metadata: metadataOf(team.views.get(user)),
                  },
                }
              : {
                  container: {
                    type: 'message',
                    message_ts: message?.ts ?? doing.ts ?? parts.newTs(),
                    channel_id: channel,
                    is_ephemeral: message === undefined,
                  },
                  channel: { id: channel, name },
                  ...(message !== undefined && { message: { type: 'message', ...message } }),
                  response_url: url === undefined ? '' : `${parts.base()}${url.path}`,
                }),
            state: { values: {} },
            actions: [{ ...element, action_id: pressed.action_id, block_id: 'b1', action_ts: parts.newTs() }],
          },
        },
        url,
      );
    },
    mentions(text, doing = {}) {
      const { team, user, channel, from } = place(doing);
      const ts = parts.newTs();
      remember(team, channel, { ts, channel, user, text });
      return event(
        {
          type: 'app_mention',
          user,
          text,
          ts,
          channel,
          team: from,
          ...(from !== team.id && { user_team: from, source_team: from }),
          ...(doing.thread !== undefined && { thread_ts: doing.thread }),
          ...doing.extra,
        },
        { team: team.id },
      );
    },
    writes(text, doing = {}) {
      const { team, user, from } = place(doing);
      const direct = directChannel(team, user);
      const ts = parts.newTs();
      remember(team, direct.id, { ts, channel: direct.id, user, text });
      return event(
        {
          type: 'message',
          channel_type: 'im',
          channel: direct.id,
          user,
          text,
          ts,
          team: from,
          ...doing.extra,
        },
        { team: team.id },
      );
    },
    opensHome(doing = {}) {
      const { team, user } = place(doing);
      const channel = directChannel(team, user).id;
      return event({ type: 'app_home_opened', user, channel, tab: 'home' }, { team: team.id });
    },
    /** Slack gives a channel another id, as it does when one is shared with another workspace. */
    channelMoves(from, to, team = HOME_TEAM) {
      const channels = world.teams.get(team)?.channels;
      const channel = channels?.get(from);
      if (channels !== undefined && channel !== undefined) {
        channels.delete(from);
        channels.set(to, { ...channel, id: to });
      }
      return event({ type: 'channel_id_changed', old_channel_id: from, new_channel_id: to }, { team });
    },
    uninstalls: (team) => event({ type: 'app_uninstalled' }, { ...(team !== undefined && { team }) }),
    revokes: (team) =>
      event(
        {
          type: 'tokens_revoked',
          tokens: { oauth: [], bot: [world.teams.get(team ?? HOME_TEAM)?.install?.botUser ?? 'UBOT'] },
        },
        { ...(team !== undefined && { team }) },
      ),
    event,
  };
}

function remember(team: Team, channel: string, message: Message): void {
  team.channels.get(channel)?.messages.push(message);
}

/** As commands and controls name a channel: what is not public has no name of its own. */
function nameIn(team: Team, channel: string): string {
  if (channel.startsWith('D')) return 'directmessage';
  const found = team.channels.get(channel);
  return found?.kind === 'private' ? 'privategroup' : (found?.name ?? 'unknown');
}

function metadataOf(view: unknown): string {
  const { private_metadata: metadata } = (view ?? {}) as { private_metadata?: unknown };
  return typeof metadata === 'string' ? metadata : '';
}

function plain(text: string) {
  return { type: 'plain_text', text };
}
