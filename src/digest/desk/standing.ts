/** `pause`, `resume` and `unsubscribe`: whether a channel gets its digest. */
import type { Ask } from '../../ports/bot.ts';
import type { Subscription } from '../../ports/store.ts';
import type { Reply, Text } from '../../reply/reply.ts';
import { desk as say, timetableInWords } from '../sentences.ts';
import { announce } from './announce.ts';
import { type DeskParts, keyOf } from './desk-parts.ts';
import { mayNot, noDigest, simple } from './replies.ts';
import { putActive } from './subscribe.ts';
import { upcomingBlocks } from './upcoming.ts';

export function pause(parts: DeskParts, ask: Ask): Promise<Reply> {
  return changing(parts, ask, async (now) => {
    if (now.state.kind === 'paused' && now.state.by === 'person') {
      return simple('done', [say.alreadyPaused], [say.buttons.resume]);
    }
    const { next: _, ...rest } = now;
    await parts.store.subscriptions.put({
      ...rest,
      ...changedBy(ask),
      state: { kind: 'paused', by: 'person', why: say.pausedByPerson, since: ask.at },
    });
    return done(parts, ask, say.announcePaused, [say.paused], [say.buttons.resume, say.buttons.status]);
  });
}

export function resume(parts: DeskParts, ask: Ask): Promise<Reply> {
  return changing(parts, ask, async (now) => {
    if (now.state.kind === 'active') return simple('done', [say.notPaused], [say.buttons.status]);
    const next = await putActive(parts, { ...now, ...changedBy(ask) }, ask.at);
    const what = timetableInWords(now.timetable);
    const reply = await done(parts, ask, say.announceResumed(what), [say.resumed(what)], []);
    return { ...reply, blocks: [...reply.blocks, ...upcomingBlocks(now.timetable, next)] };
  });
}

export function unsubscribe(parts: DeskParts, ask: Ask): Promise<Reply> {
  return changing(parts, ask, async () => {
    await parts.store.subscriptions.remove(keyOf(ask));
    return done(parts, ask, say.announceEnded, [say.ended], [say.buttons.subscribe]);
  });
}

async function changing(
  parts: DeskParts,
  ask: Ask,
  change: (now: Subscription) => Promise<Reply>,
): Promise<Reply> {
  if (!(await ask.person.mayManage())) return mayNot(parts, ask.place);
  const now = await parts.store.subscriptions.get(keyOf(ask));
  return now === undefined ? noDigest() : change(now);
}

function changedBy(ask: Ask): Pick<Subscription, 'changedBy' | 'changedAt'> {
  return { changedBy: ask.person.id, changedAt: ask.at };
}

async function done(
  parts: DeskParts,
  ask: Ask,
  line: string,
  text: Text,
  buttons: Parameters<typeof simple>[2],
): Promise<Reply> {
  parts.log.info({ ...keyOf(ask), by: ask.person.id }, "A channel's digest was changed");
  const said = await announce(parts, ask, [{ user: ask.person.id }, line]);
  const reply = simple('done', text, buttons);
  return { ...reply, blocks: [...reply.blocks, ...said] };
}
