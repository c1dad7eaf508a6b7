/** The digest's front desk: what people ask about a channel's digest, answered over the store and the couriers. */
import type { Ask } from '../../ports/bot.ts';
import type { Desk } from '../../ports/desk.ts';
import { StoreDown } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import { desk as say } from '../sentences.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { doctor } from './doctor.ts';
import { forget } from './forget.ts';
import { postNow, preview } from './preview.ts';
import { simple } from './replies.ts';
import { pause, resume, unsubscribe } from './standing.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';

export type { DeskParts } from './desk-parts.ts';

export function createDesk(parts: DeskParts): Desk {
  /** A store that is down is an answer and a line in the log; all else that throws is a bug. */
  const answered = async (ask: Ask, answer: () => Promise<Reply>): Promise<Reply> => {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      parts.log.error(
        { err: error, mend: error.mend, ...keyOf(ask) },
        'The store is down; nothing was changed',
      );
      return simple('refused', [say.storeDown, ' ', error.message, ' ', error.mend], [say.buttons.doctor]);
    }
  };
  return {
    digest: (ask, words) =>
      answered(ask, () => (words.trim().toLowerCase() === 'now' ? postNow(parts, ask) : preview(parts, ask))),
    subscribe: (ask, words) => answered(ask, () => subscribe(parts, ask, words)),
    pause: (ask) => answered(ask, () => pause(parts, ask)),
    resume: (ask) => answered(ask, () => resume(parts, ask)),
    unsubscribe: (ask) => answered(ask, () => unsubscribe(parts, ask)),
    status: (ask) => answered(ask, () => status(parts, ask)),
    doctor: (ask) => answered(ask, () => doctor(parts, ask)),
    forget: (ask, words) => answered(ask, () => forget(parts, ask, words)),
  };
}
