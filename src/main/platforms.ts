/** The platforms that the settings ask for, made around one bot. */
import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { Config } from '../config.ts';
import type { Bot } from '../ports/bot.ts';
import type { Shown } from '../ports/corrections.ts';
import type { Follow, Log } from '../ports/log.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Platform } from '../ports/platform.ts';
import { type Store, StoreDown } from '../ports/store.ts';
import type { Messages } from '../show/messages/messages.ts';
import { guides } from './guides.ts';
import { inform } from './inform.ts';
import { unreadableOf } from './keys.ts';
import { createPresence, nextFrom } from './presence.ts';
import { nextSends } from './sends.ts';
import { views } from './views.ts';
import type { Watching } from './watching.ts';

export type PlatformParts = {
  readonly config: Config;
  readonly bot: Bot;
  readonly store: Store;
  readonly pictures: Pictures;
  readonly log: Log;
  readonly now: () => number;
  /** What the operator is told in. */
  readonly say: Messages;
  /** Gives what follows from one event its reference, and tells it to whoever has to say it. */
  readonly trace: { readonly follow: Follow; readonly reference: () => string };
  readonly metrics: Pick<Watching['metrics'], 'uploading' | 'unreadableInstallations'>;
  /** For the playground: sets the clock forward, sending what falls due on the way. */
  readonly advance: (to: number) => Promise<boolean>;
};

/** Each platform's code is loaded only where it is used. */
export async function createPlatforms(parts: PlatformParts): Promise<Platform[]> {
  const { config } = parts;
  const platforms: Platform[] = [];
  if (config.slack) platforms.push(await slack(parts, config.slack));
  if (config.discord) platforms.push(await discord(parts, config.discord));
  if (config.playground) platforms.push(await playground(parts));
  return platforms;
}

async function slack(
  { bot, config, store, pictures, log, now, trace, metrics, say }: PlatformParts,
  settings: NonNullable<Config['slack']>,
) {
  const { createSlack } = await import('../platforms/slack/platform.ts');
  const { encryptedInstallations } = await import('../platforms/slack/installations.ts');
  const { createUploads } = await import('../platforms/slack/uploads.ts');
  const keys = config.encryptionKeys;
  const installations =
    keys.length > 0 ? encryptedInstallations(store.installations, keys) : store.installations;
  if (keys.length > 0) metrics.unreadableInstallations(await tellUnreadable(store, keys, log, say));
  const onUninstalled = async (workspace: string) => void (await store.leave('slack', workspace));
  const onMoved = async (workspace: string, from: string, to: string) =>
    void (await store.moved('slack', workspace, from, to));
  const onInstalled = async (workspace: string) => void (await store.rejoin('slack', workspace, nextFrom));
  const random = Math.random;
  return createSlack({
    bot,
    settings,
    installations,
    seen: store.seen,
    log,
    now,
    random,
    ...trace,
    dispatcher: await wayOut(),
    onUninstalled,
    onMoved,
    uploads: createUploads(pictures, log, now, metrics.uploading),
    onInstalled,
    shown: shownIn(store, log),
  });
}

/** What `proxy.ts` set for the whole process; undefined where the way out is the direct one. */
async function wayOut(): Promise<Dispatcher | undefined> {
  const { EnvHttpProxyAgent, getGlobalDispatcher } = await import('undici');
  const set = getGlobalDispatcher();
  return set instanceof EnvHttpProxyAgent ? set : undefined;
}

/**
 * A wrong key is told at once, not by each workspace in its turn; the others' installations open all the same. How many
 * do not.
 */
async function tellUnreadable(
  { installations }: Store,
  keys: readonly Uint8Array[],
  log: Log,
  say: Messages,
): Promise<number> {
  try {
    const { unreadable, of } = await unreadableOf(installations, keys);
    if (unreadable.length === 0) return 0;
    inform(say.keys.unreadable(unreadable.length, of));
    log.warn(
      { unreadable: unreadable.length, of, workspaces: unreadable.slice(0, 20) },
      'Installations cannot be read',
    );
    return unreadable.length;
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    return 0;
  }
}

async function discord(
  { bot, config: { store: kept }, store, pictures, log, now, trace: { follow } }: PlatformParts,
  config: NonNullable<Config['discord']>,
) {
  const { createDiscord } = await import('../platforms/discord/platform.ts');
  const presence = createPresence({ store, platform: 'discord', log });
  return createDiscord({
    bot,
    config,
    seen: store.seen,
    // A store in a folder has one process alone.
    ...(kept.kind === 'postgres' && { several: { leases: store.leases, owner: randomUUID() } }),
    log,
    now,
    onRemoved: presence.left,
    onJoined: presence.joined,
    onPresent: presence.isIn,
    pictures,
    follow,
    shown: shownIn(store, log),
  });
}

/** Keeps what others have read; a store that is down is no reason not to answer, and is said. */
function shownIn({ posted }: Store, log: Log): Shown {
  return async (message, items) => {
    try {
      await posted.shown(message, items);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      const { platform, workspace, channel } = message;
      log.warn(
        { platform, workspace, channel, err: error, mend: error.mend },
        'What an answer showed could not be kept: no correction will follow it',
      );
    }
  };
}

async function playground({ bot, store, pictures, log, now, advance }: PlatformParts) {
  const { createPlayground } = await import('../platforms/playground/playground.ts');
  const sends = (briefing: string) => nextSends(store, briefing);
  return createPlayground({
    bot,
    views,
    pictures,
    log,
    now,
    advance,
    sends,
    guide: guides,
    shown: shownIn(store, log),
  });
}
