/** The app's manifest, as Slack takes it under 'Create an app from a manifest' (docs.slack.dev/reference/app-manifest). */
import type { BriefingCard } from '../../ports/bot.ts';
import { EVENTS_PATH } from './http.ts';
import { REDIRECT_PATH } from './oauth.ts';
import { EVENTS, scopeNames } from './scopes.ts';

export type ManifestOptions = {
  readonly mode:
    | { readonly kind: 'socket' }
    /** Where the world reaches this process: `https://bot.example.org`, with no slash at the end. */
    | { readonly kind: 'http'; readonly publicUrl: string };
};

const NAME = 'Attaché';
const BOT_NAME = 'attache';

/** Pure: the same briefings and options give the same manifest. */
export function manifest(briefings: readonly BriefingCard[], { mode }: ManifestOptions) {
  const http = mode.kind === 'http' ? mode.publicUrl : undefined;
  const at = (name: string, path: string) => (http === undefined ? {} : { [name]: `${http}${path}` });
  return {
    display_information: {
      name: NAME,
      description: 'Answers from a briefing, word for word, with its source; posts a daily digest of it.',
      background_color: '#1f2a44',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: BOT_NAME, always_online: true },
      slash_commands: briefings.map(({ command, about, usageHint }) => ({
        command: `/${command}`,
        ...at('url', EVENTS_PATH),
        description: about,
        ...(usageHint !== undefined && { usage_hint: usageHint }),
        should_escape: false,
      })),
    },
    oauth_config: {
      ...(http !== undefined && { redirect_urls: [`${http}${REDIRECT_PATH}`] }),
      scopes: { bot: scopeNames() },
    },
    settings: {
      event_subscriptions: {
        ...at('request_url', EVENTS_PATH),
        bot_events: EVENTS.map(({ name }) => name),
      },
      interactivity: { is_enabled: true, ...at('request_url', EVENTS_PATH) },
      org_deploy_enabled: false,
      socket_mode_enabled: mode.kind === 'socket',
      token_rotation_enabled: false,
    },
  };
}
