/** Tells whoever set a digest, by direct message and once, that it is refused or was paused, and how to mend it. */
import type { Courier } from '../../ports/courier.ts';
import type { Ledger, Notice } from '../../ports/ledger.ts';
import type { Log } from '../../ports/log.ts';
import { THE_SETTINGS } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages, MessagesFor } from '../../show/messages/messages.ts';
import { inFull } from '../../show/messages/reasons.ts';

export type TellParts = {
  readonly ledger: Ledger;
  readonly couriers: readonly Courier[];
  readonly messagesFor: MessagesFor;
  /** Says it where whoever runs the bot reads (OPS_CHANNEL): what nobody in particular has set, or nobody can be told. */
  readonly operators?: (says: string, about: string) => Promise<void>;
  readonly log: Log;
};

const AT_ONCE = 20;
/** Until somebody who could not be told just now is tried again. */
const AGAIN_MS = 300_000;
const PATIENCE_MS = 10_000;

/** Throws `StoreDown`. */
export async function tellAll(parts: TellParts): Promise<void> {
  const away = new Map<string, boolean>();
  for (const notice of await parts.ledger.notices(AT_ONCE, AGAIN_MS)) {
    const { platform } = notice.subscription;
    if (!away.has(platform)) away.set(platform, await isAway(parts, platform));
    if (away.get(platform) !== true && (await tellOne(parts, notice))) await parts.ledger.told(notice.id);
  }
}

/** A platform that is away is not asked by this as well. */
async function isAway({ ledger }: TellParts, platform: Courier['platform']): Promise<boolean> {
  const pause = await ledger.pause(platform);
  return pause !== undefined && pause.until > pause.now;
}

/** Whether it is done with: told, or nobody can be told. */
async function tellOne(parts: TellParts, notice: Notice): Promise<boolean> {
  const { subscription } = notice;
  const { platform, workspace, channel, briefing, changedBy, locale } = subscription;
  const say = parts.messagesFor(locale);
  const toOperators = async () => {
    await parts.operators?.(inWords(notice, say), `${platform}:${workspace}/${channel}`);
    return true;
  };
  const courier = parts.couriers.find((one) => one.platform === platform);
  if (changedBy === THE_SETTINGS || courier?.directTo === undefined) return toOperators();
  try {
    const place = await courier.directTo(workspace, changedBy);
    if (place === undefined) return toOperators();
    const parcel = { id: notice.id, place, briefing, words: 'help', locale, reply: noticeReply(notice, say) };
    const handed = await courier.send(parcel, AbortSignal.timeout(PATIENCE_MS));
    return handed.kind === 'gone' ? toOperators() : handed.kind !== 'retry';
  } catch (error) {
    parts.log.warn({ err: error, notice: notice.id }, 'somebody could not be told of their digest just now');
    return false;
  }
}

export function noticeReply(notice: Notice, say: Messages): Reply {
  return {
    outcome: 'done',
    blocks: [
      { kind: 'heading', text: say.notices.heading },
      { kind: 'text', text: [inWords(notice, say)] },
      { kind: 'note', text: [say.notices.next[notice.kind]] },
      { kind: 'buttons', buttons: [say.notices.howTo] },
    ],
    shareable: false,
  };
}

function inWords({ kind, why, subscription }: Notice, say: Messages): string {
  return say.notices[kind](`${subscription.platform} ${subscription.channel}`, inFull(why, say));
}
