/** The digest's front desk: what people ask about a channel's digest, answered over the store and the couriers. */
import type { Ask } from '../../ports/bot.ts';
import type { Desk } from '../../ports/desk.ts';
import { StoreDown } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type DeskParts, keyOf, readsMends } from './desk-parts.ts';
import { doctor } from './doctor.ts';
import { forget } from './forget.ts';
import { inTurn } from './in-turn.ts';
import { noted } from './noted.ts';
import { postNow, preview } from './preview.ts';
import { simple } from './replies.ts';
import { skip } from './skip.ts';
import { pause, resume, unsubscribe } from './standing.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { subscribe } from './subscribe.ts';

export type { DeskParts } from './desk-parts.ts';

export function createDesk(whole: DeskParts): Desk {
  /** A store that is down is an answer and a line in the log; all else that throws is a bug. */
  const answered = async (
    ask: Ask,
    answer: (parts: DeskParts, say: Messages) => Promise<Reply>,
  ): Promise<Reply> => {
    const say = whole.messagesFor(ask.locale);
    let begun = false;
    const parts = noted(whole, () => {
      begun = true;
    });
    try {
      return await answer(parts, say);
    } catch (error) {
      if (!(error instanceof StoreDown)) throw error;
      const fields = { err: error, mend: error.mend, begun, ...keyOf(ask) };
      whole.log.error(fields, 'The store went down while somebody was answered');
      const what = begun ? say.desk.storeDownMidway : say.desk.storeDown;
      return simple(
        'refused',
        readsMends(whole, ask)
          ? [what, ' ', error.message, ' ', error.mend]
          : [what, ' ', say.desk.operatorsKnow],
        [begun ? say.desk.buttons.status : say.desk.buttons.doctor],
      );
    }
  };
  const turns = inTurn();
  const changed: typeof answered = (ask, change) => turns(keyOf(ask), () => answered(ask, change));
  return {
    digest: (ask, words) =>
      answered(ask, (parts, say) =>
        words.trim().toLowerCase() === 'now' ? postNow(parts, ask, say) : preview(parts, ask, say),
      ),
    subscribe: (ask, words) => changed(ask, (parts, say) => subscribe(parts, ask, words, say)),
    skip: (ask, words) => changed(ask, (parts, say) => skip(parts, ask, words, say)),
    pause: (ask) => changed(ask, (parts, say) => pause(parts, ask, say)),
    resume: (ask) => changed(ask, (parts, say) => resume(parts, ask, say)),
    unsubscribe: (ask) => changed(ask, (parts, say) => unsubscribe(parts, ask, say)),
    stop: (ask) => answered(ask, (parts, say) => stop(parts, ask, say)),
    status: (ask) => answered(ask, (parts, say) => status(parts, ask, say)),
    lastRevision: (ask) => lastRevision(whole, ask),
    doctor: (ask) => answered(ask, (parts, say) => doctor(parts, ask, say)),
    forget: (ask, words) => answered(ask, (parts, say) => forget(parts, ask, words, say)),
  };
}

/** Without it people are told what the newest release brought, so a store that is down is no reason to say nothing. */
async function lastRevision({ store, log }: DeskParts, ask: Ask): Promise<number | undefined> {
  try {
    return (await store.history.had(keyOf(ask))).revision;
  } catch (error) {
    if (!(error instanceof StoreDown)) throw error;
    log.warn(
      { err: error, mend: error.mend, ...keyOf(ask) },
      'What a channel has had could not be looked up',
    );
    return undefined;
  }
}
