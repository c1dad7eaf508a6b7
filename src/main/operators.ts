/** OPS_CHANNEL: where whoever runs the bot hears what concerns many. */
import { randomBytes } from 'node:crypto';
import type { OpsChannel } from '../config/ops-channel.ts';
import { createAlarm, type Said } from '../ops/alarm.ts';
import type { Signs, Trouble } from '../ops/troubles.ts';
import type { Place } from '../ports/bot.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { SeenBook } from '../ports/store.ts';
import type { Reply } from '../reply/reply.ts';
import type { Messages } from '../show/messages/messages.ts';
import { brief, inFull } from '../show/messages/reasons.ts';

export type OperatorsParts = {
  readonly channel: OpsChannel;
  /** Filled in while the platforms are made. */
  readonly couriers: readonly Courier[];
  /** Which briefing its controls are about. */
  readonly briefing: string;
  readonly log: Log;
  readonly say: Messages;
};

export type Operators = {
  /** Whether this is their channel. */
  isHere(place: Place): boolean;
  /** What is so just now. */
  troubles(): readonly Trouble[];
  /** Of one digest that nobody in particular has set. Never throws. */
  tell(says: string, about: string): Promise<void>;
  /** Looks from now on, and tells. */
  watch(over: Watched): { stop(): void };
};

export type Watched = {
  readonly signs: () => Promise<Signs>;
  readonly platforms: readonly Platform['name'][];
  readonly seen: SeenBook;
  readonly now: () => number;
};

/** Longer than a platform needs. */
const PATIENCE_MS = 10_000;
const ID_BYTES = 12;

export function createOperators({ channel: to, couriers, briefing, log, say }: OperatorsParts): Operators {
  let latest: () => readonly Trouble[] = () => [];
  let said = '';

  /** True unless it is certain that nothing arrived: what may have is not said again. */
  async function send(reply: Reply): Promise<boolean> {
    const why = await attempt(reply).catch((error: unknown) => String(error));
    // Once for each reason, however often it is tried.
    if (why !== undefined && why !== said)
      log.error({ channel: to.channel, why }, 'Whoever runs the bot cannot be told in OPS_CHANNEL');
    said = why ?? '';
    return why === undefined;
  }

  /** Why nothing arrived; undefined where it did, or may have. */
  async function attempt(reply: Reply): Promise<string | undefined> {
    const courier = couriers.find(({ platform }) => platform === to.platform);
    if (courier === undefined) return say.doctor.noPosting.says;
    const workspace = to.workspace ?? (await courier.workspaceOf?.(to.channel));
    if (workspace === undefined) return say.ops.noWorkspace;
    const place: Place = { platform: to.platform, workspace, channel: to.channel, kind: 'channel' };
    const id = randomBytes(ID_BYTES).toString('hex');
    const parcel = { id, place, briefing, words: 'doctor', locale: say.locale, reply };
    const handed = await courier.send(parcel, AbortSignal.timeout(PATIENCE_MS));
    if (handed.kind === 'gone') return inFull(handed.why, say);
    return handed.kind === 'retry' ? brief(handed.why, say) : undefined;
  }

  return {
    isHere: ({ platform, channel }) => platform === to.platform && channel === to.channel,
    troubles: () => latest(),
    async tell(says, about) {
      const text = [say.ops.digestOf(about), ' ', says];
      await send({ outcome: 'done', blocks: [{ kind: 'text', text }], shareable: false });
    },
    watch(over) {
      const tell = (said: Said) => send(replyOf(said, say));
      const alarm = createAlarm({ ...over, tell, log, say });
      latest = alarm.latest;
      void alarm.look();
      return alarm;
    },
  };
}

function replyOf({ heading, says, mend }: Said, say: Messages): Reply {
  return {
    outcome: 'done',
    blocks: [
      { kind: 'heading', text: heading },
      { kind: 'text', text: mend === undefined ? [says] : [{ bold: says }, ' ', mend] },
      { kind: 'buttons', buttons: say.ops.buttons },
    ],
    shareable: false,
  };
}
