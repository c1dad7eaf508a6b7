/** The digest's front desk: what people ask about a channel's digest, answered over the store and the couriers. */
import type { Ask } from '../../ports/bot.ts';
import type { Desk } from '../../ports/desk.ts';
import { StoreDown } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type DeskParts, keyOf, readsMends } from './desk-parts.ts';
import { doctor } from './doctor.ts';
import { forget } from './forget.ts';
import { atHost } from './host.ts';
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
  type OfDigest = (parts: DeskParts, ask: Ask, say: Messages) => Promise<Reply>;
  /** Of the digest that there is, also where it comes into. */
  const ofDigest = async (typed: Ask, answer: OfDigest, how = answered): Promise<Reply> => {
    const ask = await atHost(whole, typed);
    return how(ask, (parts, say) => answer(parts, ask, say));
  };
  return {
    digest: (typed, words) => ofDigest(typed, words.trim().toLowerCase() === 'now' ? postNow : preview),
    subscribe: (ask, words) => changed(ask, (parts, say) => subscribe(parts, ask, words, say)),
    skip: (typed, words) => ofDigest(typed, (parts, ask, say) => skip(parts, ask, words, say), changed),
    pause: (typed) => ofDigest(typed, pause, changed),
    resume: (typed) => ofDigest(typed, resume, changed),
    unsubscribe: (typed) => ofDigest(typed, unsubscribe, changed),
    stop: (typed) => ofDigest(typed, stop),
    status: (typed) => ofDigest(typed, status),
    lastRevision: (ask) => lastRevision(whole, ask),
    doctor: (typed) => ofDigest(typed, doctor),
    forget: (ask, words) => answered(ask, (parts, say) => forget(parts, ask, words, say)),
  };
}

/** Without it people are told what the newest release brought, so a store that is down is no reason to say nothing. */
async function lastRevision(parts: DeskParts, typed: Ask): Promise<number | undefined> {
  const { store, log } = parts;
  const ask = await atHost(parts, typed);
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
