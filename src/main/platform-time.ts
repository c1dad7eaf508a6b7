/** What time it is at a platform: the Date header of any answer of its, so that `doctor` can tell a wrong clock. */
import type { Config } from '../config.ts';
import type { DeskParts } from '../digest/desk/desk.ts';
import type { Place } from '../ports/bot.ts';

const PATIENCE_MS = 5_000;
/** Methods that need no token. https://docs.slack.dev/reference/methods/api.test */
const SLACK = { api: 'https://slack.com/api/', method: 'api.test' };
/** https://docs.discord.com/developers/events/gateway#get-gateway */
const DISCORD = { api: 'https://discord.com/api/', method: 'v10/gateway' };

export function platformTime(
  { slack, discord }: Pick<Config, 'slack' | 'discord'>,
  request: typeof fetch,
): NonNullable<DeskParts['platformTime']> {
  const addresses: Partial<Record<Place['platform'], string>> = {
    ...(slack && { slack: addressOf(slack.apiUrl ?? SLACK.api, SLACK.method) }),
    ...(discord && { discord: addressOf(discord.apiUrl ?? DISCORD.api, DISCORD.method) }),
  };
  return async (platform) => {
    const address = addresses[platform];
    if (address === undefined) return undefined;
    try {
      const answer = await request(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
      await answer.body?.cancel();
      const date = Date.parse(answer.headers.get('date') ?? '');
      return Number.isNaN(date) ? undefined : date;
    } catch {
      // Not reached: that is the courier's to say.
      return undefined;
    }
  };
}

function addressOf(api: string, method: string): string {
  return new URL(method, api.endsWith('/') ? api : `${api}/`).href;
}
