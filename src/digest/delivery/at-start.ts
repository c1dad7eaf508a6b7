/** What the digest does once when the process starts: keeps what the briefings say, and subscribes the set channels. */
import { createHash } from 'node:crypto';
import type { Briefing } from '../../briefing/briefing.ts';
import type { Log } from '../../ports/log.ts';
import {
  type Store,
  StoreDown,
  type SubscriptionKey,
  THE_SETTINGS,
  type Timetable,
} from '../../ports/store.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { itemsOfRevision } from '../edition/edition.ts';
import { nextSlot } from '../timetable/slots.ts';
import { EVERY_DAY } from '../timetable/words-days.ts';

/** Keeps what each briefing's revision says, so that a later one can tell what changed. Throws `StoreDown`. */
export async function recordRevisions(briefings: readonly Briefing[], store: Store): Promise<void> {
  for (const briefing of briefings) {
    await store.revisions.record(briefing.id, briefing.revision.number, itemsOfRevision(briefing));
  }
}

export type StartSettings = {
  /** DIGEST_CHANNELS: `slack:C0123`, `slack:T01/C0123` or `discord:123456`, as `config.ts` has checked them. */
  readonly channels: readonly string[];
  /** DIGEST_TIME, 'HH:MM'. */
  readonly time: string;
  /** DIGEST_TIMEZONE; UTC without one. */
  readonly zone?: string;
};

export type StartParts = {
  readonly store: Store;
  /** The briefing that the settings subscribe to: the first. */
  readonly briefing: Briefing;
  /** The team or guild of a channel that the settings name without one; undefined where the platform does not tell. */
  readonly workspaceOf: (platform: 'slack' | 'discord', channel: string) => Promise<string | undefined>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly log: Log;
};

/**
 * Subscribes the channels of the settings, each once and for all: what people change afterwards, ending it included,
 * stays as they left it, also after a restart. A timetable that nobody touched follows the settings.
 * A store that is down is logged, and the next start tries again.
 */
export async function subscribeAtStart(settings: StartSettings, parts: StartParts): Promise<void> {
  const timetable: Timetable = { time: settings.time, days: EVERY_DAY, zone: settings.zone ?? 'UTC' };
  for (const entry of settings.channels) {
    try {
      const key = await keyFrom(entry, parts);
      if (key === undefined) parts.log.warn({ entry }, 'The workspace of a set channel is not known yet');
      else await subscribeOne(key, timetable, parts);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      parts.log.error({ err: error, entry }, 'A set channel was not subscribed: the store is down');
    }
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

async function keyFrom(entry: string, parts: StartParts): Promise<SubscriptionKey | undefined> {
  const [, platform, named, channel = ''] = /^(slack|discord):(?:([^/]+)\/)?(.+)$/u.exec(entry) ?? [];
  if (platform !== 'slack' && platform !== 'discord') return undefined;
  const workspace = named ?? (await parts.workspaceOf(platform, channel));
  return workspace === undefined ? undefined : { platform, workspace, channel, briefing: parts.briefing.id };
}

function same(a: Timetable, b: Timetable): boolean {
  return a.time === b.time && a.zone === b.zone && a.days.join() === b.days.join();
}
