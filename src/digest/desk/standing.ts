/** `pause`, `resume` and `unsubscribe`: whether a channel gets its digest. */

import type { Ask } from '../../ports/bot.ts';
import type { Act } from '../../ports/rights.ts';
import type { Subscription } from '../../ports/store.ts';
import type { Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { timetableInWords } from '../timetable/in-words.ts';
import { announce, type Change } from './announce.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { permit } from './permit.ts';
import { noDigest, simple } from './replies.ts';
import { putActive } from './subscribe.ts';
import { upcomingBlocks } from './upcoming.ts';
import { within } from './within.ts';

export function pause(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  return changing(
    parts,
    ask,
    'pause',
    async (now) => {
      if (now.state.kind === 'paused' && now.state.by === 'person') {
        return simple('done', [say.desk.alreadyPaused], [say.desk.buttons.resume]);
      }
      return within(parts, ask, 'change', say, async () => {
        const { next: _, ...rest } = now;
        await parts.store.subscriptions.put({
          ...rest,
          ...changedBy(ask),
          state: { kind: 'paused', by: 'person', why: { code: 'paused-by-person' }, since: ask.at },
        });
        return done(
          parts,
          ask,
          'ended',
          say.desk.announcePaused,
          [say.desk.paused],
          [say.desk.buttons.resume, say.desk.buttons.status],
          say,
        );
      });
    },
    say,
  );
}

export function resume(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  return changing(
    parts,
    ask,
    'resume',
    async (now) => {
      if (now.state.kind === 'active') return simple('done', [say.desk.notPaused], [say.desk.buttons.status]);
      return within(parts, ask, 'change', say, async () => {
        const next = await putActive(parts, { ...now, ...changedBy(ask) }, ask.at);
        const what = timetableInWords(now.timetable, say);
        const reply = await done(
          parts,
          ask,
          'set',
          say.desk.announceResumed(what),
          [say.desk.resumed(what)],
          [],
          say,
        );
        return { ...reply, blocks: [...reply.blocks, ...upcomingBlocks(now.timetable, next, say, now.off)] };
      });
    },
    say,
  );
}

export function unsubscribe(parts: DeskParts, ask: Ask, say: Messages): Promise<Reply> {
  return changing(
    parts,
    ask,
    'unsubscribe',
    () =>
      within(parts, ask, 'change', say, async () => {
        await parts.store.subscriptions.remove(keyOf(ask));
        return done(
          parts,
          ask,
          'ended',
          say.desk.announceEnded,
          [say.desk.ended],
          [say.desk.buttons.subscribe],
          say,
        );
      }),
    say,
  );
}

async function changing(
  parts: DeskParts,
  ask: Ask,
  act: Act,
  change: (now: Subscription) => Promise<Reply>,
  say: Messages,
): Promise<Reply> {
  const permitted = await permit(parts, ask, act, say);
  if (permitted.kind === 'refused') return permitted.reply;
  const now = await parts.store.subscriptions.get(keyOf(ask));
  return now === undefined ? noDigest(say) : change(now);
}

function changedBy(ask: Ask): Pick<Subscription, 'changedBy' | 'changedAt'> {
  return { changedBy: ask.person.id, changedAt: ask.at };
}

async function done(
  parts: DeskParts,
  ask: Ask,
  change: Change,
  line: string,
  text: Text,
  buttons: Parameters<typeof simple>[2],
  say: Messages,
): Promise<Reply> {
  parts.log.info({ ...keyOf(ask), by: ask.person.id }, "A channel's digest was changed");
  const said = await announce(parts, ask, change, [{ user: ask.person.id }, line], say);
  const reply = simple('done', text, buttons);
  return { ...reply, blocks: [...reply.blocks, ...said] };
}
