/** `status`: what this channel gets and when, what became of the last editions, and who set it. */

import type { Ask } from '../../ports/bot.ts';
import type { DaysOff } from '../../ports/choices.ts';
import { type Delivery, type Subscription, THE_SETTINGS } from '../../ports/store.ts';
import type { Block, Choice, Fact, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { brief, inFull } from '../../show/messages/reasons.ts';
import { spotlightsOf, turnOf } from '../edition/spotlight.ts';
import { ahead, named } from '../timetable/days-off.ts';
import { placeName } from '../timetable/holidays.ts';
import { timetableInWords } from '../timetable/in-words.ts';
import { chosenFacts } from './choices-told.ts';
import { briefingOf, type DeskParts, keyOf } from './desk-parts.ts';
import { firstDigest, noDigest } from './replies.ts';

const DELIVERIES_SHOWN = 5;
const CORRECTIONS_SEEN = 20;

export async function status(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const { store } = parts;
  const now = await store.subscriptions.get(keyOf(ask));
  if (now === undefined) return await without(parts, ask, say);
  const deliveries = await store.history.deliveries(now.id, DELIVERIES_SHOWN);
  const had = await store.history.had(keyOf(ask));
  const briefing = briefingOf(parts.briefings, ask.briefing);
  const turn = turnOf(spotlightsOf(briefing, now.gets), had.spotlights);
  const shown = turn.kind === 'next' ? turn.place - 1 : turn.total;
  const facts: Fact[] = [
    { label: say.status.digest, value: [timetableInWords(now.timetable, say)] },
    { label: say.status.state, value: stateText(now, say) },
    ...nextFacts(now, say),
    ...chosenFacts(now, briefing, say),
    {
      label: say.status.shown,
      value: [say.status.shownOf(shown, turn.total), ' ', say.desk.afterAll[now.whenAllShown]],
    },
    { label: say.status.setBy, value: [who(now.changedBy, say), ', ', ...at(now.changedAt, now)] },
  ];
  const blocks: Block[] = [
    { kind: 'heading', text: say.status.heading },
    { kind: 'facts', facts },
    ...historyBlocks(deliveries, now, say),
    ...(await correctionBlocks(parts, ask, say)),
    { kind: 'buttons', buttons: buttonsFor(now, say) },
  ];
  return { outcome: 'answered', blocks, shareable: false };
}

/** In one's own messages with the bot, where no channel has a digest either, the step that is missing. */
async function without({ store, briefings }: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  const { platform, workspace, kind } = ask.place;
  const isOwn = kind === 'direct' && workspace !== '';
  if (!isOwn || (await store.subscriptions.ofWorkspace(platform, workspace)).length > 0) return noDigest(say);
  return firstDigest(briefingOf(briefings, ask.briefing).command, say);
}

/** When it comes, and what is left out before or after that, and why. */
function nextFacts({ next, timetable, off }: Subscription, say: Messages): Fact[] {
  if (next === undefined) return offFacts(off, say);
  const { sends, skips } = ahead(timetable, off, next);
  const zone = timetable.zone;
  return [
    {
      label: say.status.next,
      value: sends === undefined ? [say.off.neverSends] : [{ instant: sends.at, zone }],
    },
    ...(skips === undefined
      ? []
      : [
          {
            label: say.off.skippedNext,
            value: [`${say.time.day(skips.slot.date)}: ${say.off.reason(named(skips.off))}`],
          },
        ]),
    ...offFacts(off, say),
  ];
}

function offFacts(off: DaysOff | undefined, say: Messages): Fact[] {
  return off === undefined
    ? []
    : [{ label: say.off.label, value: [say.off.list(off.spans, off.holidays.map(placeName))] }];
}

function stateText(now: Subscription, say: Messages): Text {
  if (now.state.kind === 'active') return [say.status.active];
  const { by, why, since } = now.state;
  return [
    by === 'person' ? say.status.pausedSince : say.status.pausedByRefusals,
    ...at(since, now),
    `. ${inFull(why, say)}`,
  ];
}

function historyBlocks(deliveries: readonly Delivery[], now: Subscription, say: Messages): Block[] {
  if (deliveries.length === 0) return [{ kind: 'text', text: [say.status.nothingYet] }];
  return [
    { kind: 'text', text: [say.status.last(deliveries.length)] },
    { kind: 'list', items: deliveries.map((delivery) => deliveryText(delivery, now, say)) },
  ];
}

/** Of the corrections that followed what was said here, those that may not stand under it. */
async function correctionBlocks({ store }: DeskParts, { place }: Ask, say: Messages): Promise<Block[]> {
  const lines = (await store.corrections.ofChannel(place, CORRECTIONS_SEEN)).flatMap(({ state }) => {
    if (state.kind === 'unknown') return [say.status.correctionUnknown(brief(state.why, say))];
    return state.kind === 'gone' ? [say.status.correctionGone(inFull(state.why, say))] : [];
  });
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: [say.status.corrections(lines.length)] },
    { kind: 'list', items: [...new Set(lines)].map((line) => [line]) },
    { kind: 'buttons', buttons: [say.views.corrections] },
  ];
}

/** One delivery: whose day, and what became of it. */
export function deliveryText({ slot, state, attempts }: Delivery, now: Subscription, say: Messages): Text {
  const day: Text = [
    { bold: say.time.day(slot.date.slice(0, 10)) },
    slot.date.length > 10 ? say.status.atOnce : '',
    ': ',
  ];
  switch (state.kind) {
    case 'pending':
      return [...day, say.status.pending];
    case 'sending':
      return [...day, say.status.sending];
    case 'sent':
      return [...day, say.status.sent, ...at(state.at, now), '.'];
    case 'retry':
      return [...day, say.status.retry(attempts, brief(state.why, say)), ...at(state.at, now), '.'];
    case 'unknown':
      return [...day, say.status.unknown(brief(state.why, say))];
    case 'gone':
      return [...day, say.status.gone(inFull(state.why, say))];
    case 'skipped':
      return [...day, say.status.skipped(brief(state.why, say))];
  }
}

function buttonsFor({ state }: Subscription, say: Messages): Choice[] {
  const { buttons } = say.desk;
  return [
    buttons.preview,
    state.kind === 'active' ? buttons.pause : buttons.resume,
    buttons.change,
    buttons.doctor,
    buttons.unsubscribe,
  ];
}

function at(instant: number, { timetable }: Subscription): Text {
  return [{ instant, zone: timetable.zone }];
}

/** The settings subscribe channels too; they are nobody on the platform. */
function who(changedBy: string, say: Messages): Text[number] {
  return changedBy === THE_SETTINGS ? say.status.theSettings : { user: changedBy };
}
