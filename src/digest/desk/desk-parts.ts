/** What the desk is made of, and how it finds its way in them. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Broken } from '../../briefing/load.ts';
import type { Ask, Place } from '../../ports/bot.ts';
import type { Courier } from '../../ports/courier.ts';
import type { Pause } from '../../ports/ledger.ts';
import type { Limits } from '../../ports/limits.ts';
import type { Log } from '../../ports/log.ts';
import type { PostNow } from '../../ports/post-now.ts';
import type { Store, SubscriptionKey } from '../../ports/store.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';

export type DeskParts = {
  readonly briefings: readonly Briefing[];
  /** Folders that are no briefing as they stand. */
  readonly broken?: () => readonly Broken[];
  /** Briefings of which other replicas know a newer revision. */
  readonly behind?: () => readonly string[];
  readonly store: Store;
  /** One for each platform that runs. */
  readonly couriers: readonly Courier[];
  readonly postNow: PostNow;
  /** The settings DIGEST_TIME and DIGEST_TIMEZONE; without a zone, people are asked. */
  readonly defaults: { readonly time: string; readonly zone?: string };
  /** On Slack, only workspace admins may change a channel's digest. */
  readonly slackAdminsOnly: boolean;
  /** A new id of at most 25 characters. */
  readonly newId: () => string;
  readonly now: () => number;
  /** The platform's own time (epoch ms), by the Date header of an answer of its; undefined where it gave none. */
  readonly platformTime?: (platform: Place['platform']) => Promise<number | undefined>;
  /** The pause that a platform is in, if it is in one, as the ledger has it. */
  readonly pauseOf?: (platform: Place['platform']) => Promise<Pause | undefined>;
  readonly limits: Limits;
  /** Of OPS_CHANNEL: whether a place is that, and what concerns many just now. */
  readonly operators?: {
    isHere(place: Place): boolean;
    troubles(): readonly { readonly says: string; readonly mend: string }[];
  };
  /** Whether another process with the same token waits to take over. */
  readonly relievedSoon?: (platform: Place['platform']) => Promise<boolean>;
  /** Whether the operator's own model, which chooses answers, is left alone because it failed. */
  readonly modelRests?: () => boolean;
  readonly log: Log;
  readonly messagesFor: MessagesFor;
};

/**
 * Whether whoever reads the answer runs the bot: in their own channel, or at their own machine. Everybody else can mend
 * nothing about settings and databases, and is not shown them.
 */
export function readsMends(
  { operators }: Pick<DeskParts, 'operators'>,
  { place }: Pick<Ask, 'place'>,
): boolean {
  return (
    place.platform === 'playground' || place.platform === 'terminal' || operators?.isHere(place) === true
  );
}

/**
 * Which digest is meant. A direct message on Discord belongs to no guild: it is a workspace of its own, so that
 * forgetting it forgets nobody else's.
 */
export function keyOf({ place, briefing }: Pick<Ask, 'place' | 'briefing'>): SubscriptionKey {
  const { platform, channel } = place;
  return { platform, workspace: place.workspace === '' ? channel : place.workspace, channel, briefing };
}

export function briefingOf(briefings: readonly Briefing[], id: string): Briefing {
  const briefing = briefings.find((one) => one.id === id);
  if (briefing === undefined) throw new Error(`no briefing is called ${id}`);
  return briefing;
}

export function courierOf(couriers: readonly Courier[], platform: Place['platform']): Courier | undefined {
  return couriers.find((courier) => courier.platform === platform);
}
