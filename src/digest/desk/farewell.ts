/** Tells each channel that it loses its digest: once, within bounds, and whatever comes of it. */
import type { Place } from '../../ports/bot.ts';
import type { Subscription } from '../../ports/store.ts';
import { courierOf, type DeskParts } from './desk-parts.ts';

/** At once, and in all: whoever asked waits for the end of it. */
const AT_ONCE = 4;
const PATIENCE_MS = 20_000;
/** More would take longer than that. */
const MOST_CHANNELS = 500;

export type Told = { readonly told: number; readonly all: number };

export async function bidFarewell(parts: DeskParts, subscriptions: readonly Subscription[]): Promise<Told> {
  const places = placesOf(subscriptions);
  const waiting = places.slice(0, MOST_CHANNELS);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let told = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      if (await tell(parts, next, signal)) told += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { told, all: places.length };
}

/** One for each channel, whatever number of digests it has. */
function placesOf(subscriptions: readonly Subscription[]): readonly Lost[] {
  return [...new Map(subscriptions.map((one) => [one.channel, one])).values()];
}

type Lost = Subscription;

/** In the language that the channel's digest has had. */
async function tell(parts: DeskParts, lost: Lost, signal: AbortSignal): Promise<boolean> {
  const { platform, workspace, channel, briefing, locale } = lost;
  const place: Place = { platform, workspace, channel, kind: 'channel' };
  const text = [parts.messagesFor(locale).forget.farewell(platform)];
  const reply = { outcome: 'done', blocks: [{ kind: 'text', text }], shareable: false } as const;
  try {
    const parcel = { id: parts.newId(), place, briefing, words: 'status', reply, locale };
    const handed = await courierOf(parts.couriers, platform)?.send(parcel, signal);
    if (handed?.kind === 'sent') return true;
    parts.log.warn({ ...place, handed }, 'A channel was not told that its digest has ended');
  } catch (error) {
    parts.log.warn({ ...place, err: error }, 'A channel was not told that its digest has ended');
  }
  return false;
}
