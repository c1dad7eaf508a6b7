/** The digest's front desk: what people ask about a channel's digest, answered over the store and the couriers. */
import type { Ask } from '../../ports/bot.ts';
import type { Desk } from '../../ports/desk.ts';
import { StoreDown } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { doctor } from './doctor.ts';
import { forget } from './forget.ts';
import { postNow, preview } from './preview.ts';
import { simple } from './replies.ts';
import { skip } from './skip.ts';
import { pause, resume, unsubscribe } from './standing.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { subscribe } from './subscribe.ts';

export type { DeskParts } from './desk-parts.ts';

export function createDesk(parts: DeskParts): Desk {
  /** A store that is down is an answer and a line in the log; all else that throws is a bug. */
  const answered = async (ask: Ask, answer: (say: Messages) => Promise<Reply>): Promise<Reply> => {
    const say = parts.messagesFor(ask.locale);
    try {
      return await answer(say);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      parts.log.error(
        { err: error, mend: error.mend, ...keyOf(ask) },
        'The store is down; nothing was changed',
      );
      return simple(
        'refused',
        [say.desk.storeDown, ' ', error.message, ' ', error.mend],
        [say.desk.buttons.doctor],
      );
    }
  };
  return {
    digest: (ask, words) =>
      answered(ask, (say) =>
        words.trim().toLowerCase() === 'now' ? postNow(parts, ask, say) : preview(parts, ask, say),
      ),
    subscribe: (ask, words) => answered(ask, (say) => subscribe(parts, ask, words, say)),
    skip: (ask, words) => answered(ask, (say) => skip(parts, ask, words, say)),
    pause: (ask) => answered(ask, (say) => pause(parts, ask, say)),
    resume: (ask) => answered(ask, (say) => resume(parts, ask, say)),
    unsubscribe: (ask) => answered(ask, (say) => unsubscribe(parts, ask, say)),
    stop: (ask) => answered(ask, (say) => stop(parts, ask, say)),
    status: (ask) => answered(ask, (say) => status(parts, ask, say)),
    doctor: (ask) => answered(ask, (say) => doctor(parts, ask, say)),
    forget: (ask, words) => answered(ask, (say) => forget(parts, ask, words, say)),
  };
}
