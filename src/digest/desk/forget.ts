/** `forget`: deletes what is kept about a workspace or a conversation, once it was shown what goes and confirmed. */
import { createHash } from 'node:crypto';
import type { Ask } from '../../ports/bot.ts';
import { StoreDown, type Subscription } from '../../ports/store.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { briefingOf, courierOf, type DeskParts, keyOf } from './desk-parts.ts';
import { bidFarewell } from './farewell.ts';
import { permit } from './permit.ts';
import { simple } from './replies.ts';

export async function forget(parts: DeskParts, ask: Ask, words: string, say: Messages): Promise<Reply> {
  const { what, code } = read(words, ask);
  const permitted = await permit(parts, ask, `forget ${what}`, say);
  if (permitted.kind === 'refused') return permitted.reply;
  if (ask.readBy === 'everybody') {
    const { command } = briefingOf(parts.briefings, ask.briefing);
    return simple('help', say.forget.openly(command), [say.forget.show]);
  }
  const going = await goingOf(parts, ask, what);
  if (code !== going.code) return asking(ask, going, say);
  return what === 'everything' ? everything(parts, ask, going, say) : conversation(parts, ask, going, say);
}

type What = 'everything' | 'conversation';

/** What would be deleted. */
type Going = {
  readonly what: What;
  readonly subscriptions: readonly Subscription[];
  readonly installed: boolean;
  /** Confirms this very deletion by this very person: whoever has not been shown it does not have it. */
  readonly code: string;
};

/** Alone with the bot, the conversation is meant where nothing else is said; one of Discord's belongs to no server. */
function read(words: string, { place }: Ask): { readonly what: What; readonly code: string } {
  const [first = '', code = ''] = words.trim().toLowerCase().split(/\s+/u);
  const whole = first === 'everything' && place.workspace !== '';
  const what = place.kind === 'direct' && !whole ? 'conversation' : 'everything';
  return { what, code };
}

async function goingOf(parts: DeskParts, ask: Ask, what: What): Promise<Going> {
  const { platform, workspace } = keyOf(ask);
  const all = await parts.store.subscriptions.ofWorkspace(platform, workspace);
  const whole = what === 'everything';
  const subscriptions = whole ? all : all.filter(({ channel }) => channelsOf(ask).includes(channel));
  const installed =
    whole && platform === 'slack' && (await parts.store.installations.get(workspace)) !== undefined;
  const ids = subscriptions.map(({ id }) => id).toSorted();
  const named = [what, platform, workspace, ask.place.channel, ask.person.id, String(installed), ...ids];
  const code = createHash('sha256').update(named.join('\n')).digest('hex').slice(0, CODE_CHARS);
  return { what, subscriptions, installed, code };
}

const CODE_CHARS = 12;

/** The conversation, and what the Home tab set where Slack did not say which conversation it is. */
function channelsOf({ place, person }: Ask): readonly [string, string] {
  return [place.channel, person.id];
}

function whereOf({ place }: Ask, what: What, say: Messages): string {
  return what === 'conversation' ? say.forget.where.direct : say.forget.where[place.platform];
}

function asking(ask: Ask, { what, subscriptions, installed, code }: Going, say: Messages): Reply {
  const where = whereOf(ask, what, say);
  const channels = new Set(subscriptions.map(({ channel }) => channel)).size;
  const items =
    what === 'conversation'
      ? [say.forget.conversation]
      : [say.forget.digests(subscriptions.length, channels), ...(installed ? [say.forget.installation] : [])];
  const label = what === 'everything' ? say.forget.confirm : say.forget.confirmConversation;
  return {
    outcome: 'help',
    blocks: [
      { kind: 'text', text: [say.forget.asks(where)] },
      { kind: 'list', items: items.map((item) => [item]) },
      ...notesOn(ask, what, channels, say),
      { kind: 'buttons', buttons: [{ label, says: `forget ${what} ${code}`, style: 'danger' }] },
    ],
    shareable: false,
  };
}

function notesOn({ place }: Ask, what: What, channels: number, say: Messages) {
  if (what === 'everything') {
    return channels === 0 ? [] : [{ kind: 'note', text: [say.forget.channelsTold] } as const];
  }
  if (place.workspace === '') return [];
  return [{ kind: 'note', text: say.forget.wholeInstead(say.forget.where[place.platform]) } as const];
}

async function conversation(parts: DeskParts, ask: Ask, { what }: Going, say: Messages): Promise<Reply> {
  const { platform, workspace } = keyOf(ask);
  const rows = await parts.store.forget(platform, workspace, channelsOf(ask));
  parts.log.warn({ ...keyOf(ask), by: ask.person.id, rows }, 'All about a conversation was deleted');
  return simple('done', [say.forget.done(whereOf(ask, what, say), rows)]);
}

/** Tells, gives the token back, deletes: in this order, since the first two need what the last takes away. */
async function everything(
  parts: DeskParts,
  ask: Ask,
  { what, subscriptions, installed }: Going,
  say: Messages,
): Promise<Reply> {
  const { platform, workspace } = keyOf(ask);
  const health = await parts.store.examine();
  if (health.kind === 'ill') throw new StoreDown(health.why, health.mend);
  const where = whereOf(ask, what, say);
  const { told, all } = await bidFarewell(parts, subscriptions);
  const revoked = installed ? await courierOf(parts.couriers, platform)?.revoke?.(workspace) : undefined;
  const rows = await parts.store.forget(platform, workspace);
  parts.log.warn(
    { platform, workspace, by: ask.person.id, rows, told, all, revoked },
    'All about a workspace was deleted',
  );
  const lines = [
    say.forget.done(where, rows),
    ...(all === 0 ? [] : [` ${say.forget.told(told, all)}`]),
    ...(revoked?.kind === 'failed' ? [` ${say.forget.notRevoked}`] : []),
  ];
  return simple('done', lines);
}
