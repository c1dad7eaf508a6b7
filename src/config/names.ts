/** Settings whose name nobody reads: a misspelt token would start something else than was meant. */
import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';
import { nearest } from '../text/nearest.ts';

/** Every setting of a platform that is read, in the order of `.env.example`. */
const SETTINGS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_DIGEST_ADMINS_ONLY',
  'SLACK_API_URL',
  'DISCORD_TOKEN',
  'DISCORD_GUILD_ID',
  'DISCORD_SHARDS',
  'DISCORD_API_URL',
] as const;

const OURS = /^(?:SLACK|DISCORD)_/;

/** One sentence for each unknown setting of a platform, with the nearest name that there is. */
export function unknownSettings(environment: Environment, say: Messages): string[] {
  return Object.keys(environment)
    .filter((name) => OURS.test(name) && !SETTINGS.some((known) => known === name))
    .map((name) => say.settings.noSetting(name, nearest(name, SETTINGS)));
}
