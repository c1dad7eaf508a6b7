/** What the digest does once when the process starts: keeps what the briefings say, and subscribes the set channels. */
import { createHash } from 'node:crypto';
import type { Briefing } from '../../briefing/briefing.ts';
import type { Place } from '../../ports/bot.ts';
import type { Hindrance } from '../../ports/courier.ts';
import type { Log } from '../../ports/log.ts';
import { type Store, type SubscriptionKey, THE_SETTINGS, type Timetable } from '../../ports/store.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { itemsOfRevision } from '../edition/edition.ts';
import { nextSlot } from '../timetable/slots.ts';
import { EVERY_DAY } from '../timetable/words-days.ts';

/** Keeps what each briefing's revision says, so that a later one can tell what changed. Throws `StoreDown`. */
export async function recordRevisions(
  briefings: readonly Briefing[],
  store: Pick<Store, 'revisions'>,
): Promise<void> {
  for (const briefing of briefings) {
    await store.revisions.record(briefing.id, briefing.revision.number, itemsOfRevision(briefing));
  }
}

export type StartSettings = {
  /**
   * DIGEST_CHANNELS: `slack:C0123`, `slack:T01/C0123` or `discord:123456`, each with or without `:BRIEFING`, as
   * `config.ts` has checked them.
   */
  readonly channels: readonly string[];
  /** DIGEST_TIME, 'HH:MM'. */
  readonly time: string;
  /** DIGEST_TIMEZONE; UTC without one. */
  readonly zone?: string;
};

export type StartParts = {
  readonly store: Store;
  /** As they are now. The settings subscribe to the first where they name none. */
  readonly briefings: () => readonly [Briefing, ...Briefing[]];
  /** The team or guild of a channel that the settings name without one; undefined where the platform does not tell. */
  readonly workspaceOf: (platform: 'slack' | 'discord', channel: string) => Promise<string | undefined>;
  /** What hinders a digest there. */
  readonly examine: (place: Place) => Promise<readonly Hindrance[]>;
  readonly newId: () => string;
  readonly now: () => number;
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
  readonly log: Log;
};

/** Until a channel that could not be subscribed is looked for again. */
const AGAIN_MS = 300_000;

/**
 * Keeps the briefings' revisions, and subscribes the channels of the settings, each once and for all: what people
 * change afterwards, ending it included, stays as they left it, also after a restart. A timetable that nobody touched
 * follows the settings, and ends when its channel is taken out of them.
 *
 * What cannot be done yet, because the store, a platform or a channel is not there, is tried again when what comes back
 * is called again. Throws `StoreDown`.
 */
export function settingUp(settings: StartSettings, parts: StartParts): () => Promise<void> {
  const timetable: Timetable = { time: settings.time, days: EVERY_DAY, zone: settings.zone ?? 'UTC' };
  const known = new Map<string, SubscriptionKey>();
  const waits = new Map<string, number>();
  const recorded = new WeakSet<Briefing>();
  let ended = false;
  return async () => {
    const fresh = parts.briefings().filter((briefing) => !recorded.has(briefing));
    await recordRevisions(fresh, parts.store);
    for (const briefing of fresh) recorded.add(briefing);
    for (const entry of settings.channels) {
      if (known.has(entry) || (waits.get(entry) ?? 0) > parts.elapsed()) continue;
      const found = await keyFrom(entry, parts);
      if (found.kind === 'not-yet') {
        parts.log.warn({ entry, ...found.why }, 'A set channel is not subscribed yet');
        waits.set(entry, parts.elapsed() + AGAIN_MS);
        continue;
      }
      await subscribeOne(found.key, timetable, parts);
      known.set(entry, found.key);
    }
    if (ended || known.size < settings.channels.length) return;
    await endOthers([...known.values()], parts);
    ended = true;
  };
}

type Why = Pick<Hindrance, 'says' | 'mend'>;

const NO_WORKSPACE: Why = {
  says: 'Its workspace is not known yet.',
  mend: 'Wait until the platform answers.',
};

function noBriefing(id: string, briefings: readonly Briefing[]): Why {
  return {
    says: `There is no briefing called ${id}.`,
    mend: `Name one of ${briefings.map((one) => one.id).join(', ')} in DIGEST_CHANNELS, or mend that one and reload.`,
  };
}

/** A channel that the platform does not have is not subscribed; one where only a permission lacks is. */
async function missing(
  { platform, workspace, channel }: SubscriptionKey,
  { examine }: StartParts,
): Promise<Why | undefined> {
  const found = await examine({ platform, workspace, channel, kind: 'channel' });
  return found.find(({ kind }) => kind === 'channel_gone' || kind === 'unreachable');
}

async function endOthers(keys: readonly SubscriptionKey[], { store, log }: StartParts): Promise<void> {
  const same = (a: SubscriptionKey, b: SubscriptionKey) =>
    a.platform === b.platform &&
    a.workspace === b.workspace &&
    a.channel === b.channel &&
    a.briefing === b.briefing;
  for (const one of await store.subscriptions.setBy(THE_SETTINGS)) {
    if (keys.some((key) => same(key, one))) continue;
    await store.subscriptions.remove(one);
    // Taken out and put in again, it begins anew.
    await store.seen.forget(markOf(one));
    const { platform, workspace, channel } = one;
    log.info(
      { platform, workspace, channel },
      'A channel was taken out of the settings, and its digest ended',
    );
  }
}

async function subscribeOne(key: SubscriptionKey, timetable: Timetable, parts: StartParts): Promise<void> {
  const { store, now, log } = parts;
  const there = await store.subscriptions.get(key);
  const fresh = await store.seen.firstTime(markOf(key), now(), FOR_EVER);
  if (there === undefined ? !fresh : there.changedBy !== THE_SETTINGS) return;
  if (there !== undefined && same(there.timetable, timetable)) return;
  await store.subscriptions.put({
    ...key,
    id: there?.id ?? parts.newId(),
    timetable,
    whenAllShown: 'start-over',
    locale: DEFAULT_LOCALE,
    state: { kind: 'active' },
    changedBy: THE_SETTINGS,
    changedAt: now(),
    next: nextSlot(timetable, now()),
  });
  log.info({ ...key, timetable }, 'A channel of the settings was subscribed');
}

/** A hash: it tells that the settings have subscribed a channel before, and not which, so that `forget` is whole. */
function markOf({ platform, workspace, channel, briefing }: SubscriptionKey): string {
  const hash = createHash('sha256').update([platform, workspace, channel, briefing].join('/'));
  return `at-start:${hash.digest('base64url')}`;
}

const FOR_EVER = Number.MAX_SAFE_INTEGER;

type Found =
  | { readonly kind: 'key'; readonly key: SubscriptionKey }
  | { readonly kind: 'not-yet'; readonly why: Why };

const ENTRY = /^(slack|discord):(?:([^/]+)\/)?([^:]+)(?::(.+))?$/u;

async function keyFrom(entry: string, parts: StartParts): Promise<Found> {
  const [, named, team, channel = '', id] = ENTRY.exec(entry) ?? [];
  const platform = named === 'slack' ? 'slack' : 'discord';
  const briefings = parts.briefings();
  const briefing = id === undefined ? briefings[0] : briefings.find((one) => one.id === id);
  if (briefing === undefined) return { kind: 'not-yet', why: noBriefing(id ?? '', briefings) };
  const workspace = team ?? (await parts.workspaceOf(platform, channel));
  if (workspace === undefined) return { kind: 'not-yet', why: NO_WORKSPACE };
  const key = { platform, workspace, channel, briefing: briefing.id } as const;
  const why = await missing(key, parts);
  return why === undefined ? { kind: 'key', key } : { kind: 'not-yet', why };
}

function same(a: Timetable, b: Timetable): boolean {
  return a.time === b.time && a.zone === b.zone && a.days.join() === b.days.join();
}
