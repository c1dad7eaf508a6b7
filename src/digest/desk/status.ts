/** `status`: what this channel gets and when, what became of the last editions, and who set it. */
import type { Ask } from '../../ports/bot.ts';
import type { Delivery, Subscription } from '../../ports/store.ts';
import type { Block, Choice, Fact, Reply, Text } from '../../reply/reply.ts';
import { spotlightsOf, turnOf } from '../edition/spotlight.ts';
import { desk, status as say, sentence, timetableInWords } from '../sentences.ts';
import { dayInWords } from '../timetable/dates.ts';
import { briefingOf, type DeskParts, keyOf } from './desk-parts.ts';
import { noDigest } from './replies.ts';

const DELIVERIES_SHOWN = 5;

export async function status(parts: DeskParts, ask: Ask): Promise<Reply> {
  const { store } = parts;
  const now = await store.subscriptions.get(keyOf(ask));
  if (now === undefined) return noDigest();
  const deliveries = await store.history.deliveries(now.id, DELIVERIES_SHOWN);
  const had = await store.history.had(keyOf(ask));
  const turn = turnOf(spotlightsOf(briefingOf(parts.briefings, ask.briefing)), had.spotlights);
  const shown = turn.kind === 'next' ? turn.place - 1 : turn.total;
  const facts: Fact[] = [
    { label: say.digest, value: [timetableInWords(now.timetable)] },
    { label: say.state, value: stateText(now) },
    ...(now.next === undefined ? [] : [{ label: say.next, value: at(now.next.at, now) }]),
    { label: say.shown, value: [say.shownOf(shown, turn.total), ' ', desk.afterAll[now.whenAllShown]] },
    { label: say.setBy, value: [who(now.changedBy), ', ', ...at(now.changedAt, now)] },
  ];
  const blocks: Block[] = [
    { kind: 'heading', text: say.heading },
    { kind: 'facts', facts },
    ...historyBlocks(deliveries, now),
    { kind: 'buttons', buttons: buttonsFor(now) },
  ];
  return { outcome: 'answered', blocks, shareable: false };
}

function stateText(now: Subscription): Text {
  if (now.state.kind === 'active') return [say.active];
  const { by, why, since } = now.state;
  return [by === 'person' ? say.pausedSince : say.pausedByRefusals, ...at(since, now), `. ${sentence(why)}`];
}

function historyBlocks(deliveries: readonly Delivery[], now: Subscription): Block[] {
  if (deliveries.length === 0) return [{ kind: 'text', text: [say.nothingYet] }];
  return [
    { kind: 'text', text: [say.last(deliveries.length)] },
    { kind: 'list', items: deliveries.map((delivery) => deliveryText(delivery, now)) },
  ];
}

/** One delivery: whose day, and what became of it. */
export function deliveryText({ slot, state, attempts }: Delivery, now: Subscription): Text {
  const day: Text = [
    { bold: dayInWords(slot.date.slice(0, 10)) },
    slot.date.length > 10 ? say.atOnce : '',
    ': ',
  ];
  switch (state.kind) {
    case 'pending':
      return [...day, say.pending];
    case 'sending':
      return [...day, say.sending];
    case 'sent':
      return [...day, say.sent, ...at(state.at, now), '.'];
    case 'retry':
      return [...day, say.retry(attempts, sentence(state.why)), ...at(state.at, now), '.'];
    case 'unknown':
      return [...day, say.unknown(sentence(state.why))];
    case 'gone':
      return [...day, say.gone(sentence(state.why))];
    case 'skipped':
      return [...day, say.skipped(sentence(state.why))];
  }
}

function buttonsFor({ state }: Subscription): Choice[] {
  const { buttons } = desk;
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
function who(changedBy: string): Text[number] {
  return changedBy === say.settings ? say.theSettings : { user: changedBy };
}
