/** Reasons in words. */
import type { Reason, Refusal } from '../../ports/reasons.ts';
import { sentence } from '../../text/sentence.ts';
import type { Messages } from './messages.ts';

/** What is so, and where a person can mend it, how: whole sentences. */
export type Worded = { readonly says: string; readonly mend?: string };

type InWords = Worded | ((refusal: Refusal) => Worded);

export function worded(reason: Reason, say: Messages): Worded {
  return reason.code === 'refused' ? refused(reason, say) : { says: said(reason, say) };
}

/** The reason alone, as one sentence. */
export function brief(reason: Reason, say: Messages): string {
  return worded(reason, say).says;
}

/** With its mend, where it has one. */
export function inFull(reason: Reason, say: Messages): string {
  const { says, mend } = worded(reason, say);
  return mend === undefined ? says : `${says} ${mend}`;
}

/** A refusal that this version of the bot knows no words for says as much. */
function refused(refusal: Refusal, say: Messages): Worded {
  const all: Readonly<Record<string, InWords>> = say.refusals[refusal.by];
  const found = all[refusal.mend] ?? say.refusals[refusal.by].refused;
  const { says, mend } = typeof found === 'function' ? found(refusal) : found;
  return {
    says: refusal.seen === undefined ? says : say.reasons.seen(says, refusal.seen),
    ...(mend && { mend }),
  };
}

function said(reason: Exclude<Reason, Refusal>, say: Messages): string {
  const { reasons, off, edition } = say;
  switch (reason.code) {
    case 'missed':
      return reasons.missed(reason.graceMs);
    case 'overtaken':
      return reasons.overtaken;
    case 'unsubscribed':
      return reasons.unsubscribed;
    case 'paused':
      return reasons.paused;
    case 'day-off':
      return reasons.dayOff(reason.off.kind === 'words' ? reason.off.words : off.reason(reason.off));
    case 'timetable-broken':
      return reasons.timetableBroken;
    case 'paused-by-person':
      return say.desk.pausedByPerson;
    case 'nothing-chosen':
      return edition.nothingOfIt;
    case 'all-shown':
      return edition.quiet(reason.total);
    case 'briefing-gone':
      return edition.briefingGone(reason.briefing);
    case 'edition-failed':
      return reasons.editionFailed;
    case 'not-in-time':
      return reasons.notInTime(reason.graceMs, brief(reason.why, say));
    case 'not-tried-again':
      return reasons.notTriedAgain(brief(reason.why, say));
    case 'stopped':
      return reasons.stopped;
    case 'stopped-before':
      return reasons.stoppedBefore;
    case 'courier-failed':
      return reasons.courierFailed;
    case 'not-known-yet':
      return reasons.notKnownYet;
    case 'installation-unread':
      return reasons.installationUnread;
    case 'answer-unreadable':
      return reasons.answerUnreadable[reason.by];
    case 'look-waits':
      return reasons.lookWaits;
    case 'history-shut':
      return reasons.historyShut;
    case 'too-much-since':
      return reasons.tooMuchSince;
    case 'message-deleted':
      return say.story.correction.deleted;
    case 'item-gone':
      return say.story.correction.itemGone;
    case 'words':
      return reason.words === '' ? '' : sentence(reason.words);
  }
}
