/**
 * Where everything begins: reads the environment and the command line, and hands both on. Nothing else reads either.
 *
 * `node src/main.ts` runs the bot; a word after it is one of the verbs below.
 */
import { enableCompileCache } from 'node:module';
import { fail, listenForStop } from './main/stopping.ts';
import type { Verb } from './main/verb.ts';

const [name = 'start', ...args] = process.argv.slice(2);
// Before anything else is so much as loaded: as process 1 a signal that nobody hears is lost.
const stopping = name === 'start' || name === 'desk' ? listenForStop() : undefined;
// What is loaded from here on is compiled once and kept (beside other temporary files), for the next start.
enableCompileCache();
await import('dotenv/config');
const { inform } = await import('./main/inform.ts');
const { namesProxy } = await import('./main/named-proxy.ts');
const { messagesFor } = await import('./show/messages/messages.ts');

/** Each is loaded only when it is asked for, so that `say` does not wait for Slack's and Discord's clients. */
const VERBS: Record<string, () => Promise<Verb>> = {
  start: async () => (await import('./main/start.ts')).start,
  say: async () => (await import('./main/say.ts')).sayVerb,
  explain: async () => (await import('./main/explain.ts')).explain,
  chat: async () => (await import('./main/chat.ts')).chat,
  register: async () => (await import('./main/register.ts')).register,
  digest: async () => (await import('./main/digest.ts')).digest,
  desk: async () => (await import('./main/desk.ts')).desk,
  export: async () => (await import('./main/export.ts')).exportVerb,
  verify: async () => (await import('./main/verify.ts')).verify,
  draft: async () => (await import('./main/draft.ts')).draft,
  picture: async () => (await import('./main/picture.ts')).picture,
  manifest: async () => (await import('./main/manifest.ts')).manifest,
  check: async () => (await import('./main/check.ts')).checkVerb,
  source: async () => (await import('./main/source.ts')).source,
  reload: async () => (await import('./main/reload.ts')).reload,
  release: async () => (await import('./main/release.ts')).release,
  paragraphs: async () => (await import('./main/paragraphs.ts')).paragraphs,
  new: async () => (await import('./main/new.ts')).newVerb,
  seen: async () => (await import('./main/seen.ts')).seen,
  backup: async () => (await import('./main/backup.ts')).backup,
  restore: async () => (await import('./main/backup.ts')).restore,
  asked: async () => (await import('./main/asked.ts')).asked,
  keys: async () => (await import('./main/keys.ts')).keys,
  manual: async () => (await import('./main/manual.ts')).manualVerb,
  rights: async () => (await import('./main/rights.ts')).rights,
};

// Whoever sits at the terminal reads what the terminal is set to; LANG is 'en_GB.UTF-8' or the like.
const say = messagesFor((process.env.LANG ?? '').replace(/\..*$/u, ''));
const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
const wrongProxy = namesProxy(process.env)
  ? await (await import('./main/proxy.ts')).leadThroughProxy(process.env)
  : undefined;
if (load === undefined) {
  inform(say.running.noVerb(name, Object.keys(VERBS).join(', ')));
  process.exitCode = 2;
} else if (wrongProxy !== undefined) {
  inform(say.settings.noProxy(wrongProxy));
  process.exitCode = 2;
} else {
  const code = await load()
    .then((verb) => verb(args, process.env, say, stopping))
    .catch((error: unknown) => {
      if (stopping === undefined) throw error;
      return fail(error);
    });
  // The bot's end is an end: nothing that still hangs keeps the process. Other verbs let their output drain.
  if (stopping !== undefined) process.exit(code);
  process.exitCode = code;
}
