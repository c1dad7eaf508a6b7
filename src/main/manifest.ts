import { inform, print } from './inform.ts';
import { load } from './load.ts';
import { readingBot } from './reading-bot.ts';
import type { Verb } from './verb.ts';

/** `npm run -s manifest [-- --url URL]`: prints the Slack app manifest, made from the briefings. */
export const manifest: Verb = async (args, environment, say) => {
  const options = optionsOf(args);
  if (options === undefined) {
    inform(say.running.manifestUsage);
    return 2;
  }
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const { manifest: made } = await import('../platforms/slack/manifest.ts');
  print(JSON.stringify(made(readingBot(briefings).briefings, options), undefined, 2));
  return 0;
};

function optionsOf(args: readonly string[]) {
  const [flag, url, ...more] = args;
  if (flag === undefined) return { mode: { kind: 'socket' } } as const;
  if (flag !== '--url' || url === undefined || more.length > 0 || !URL.canParse(url)) return undefined;
  return { mode: { kind: 'http', publicUrl: url.replace(/\/+$/u, '') } } as const;
}
