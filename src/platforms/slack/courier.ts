/** Slack's side of the digest: posts once, says what became of it, and looks up what may have been posted. */

import type { TheirClock } from '../../ports/answer.ts';
import type { Place } from '../../ports/bot.ts';
import type {
  Amended,
  Amendment,
  Contact,
  Courier,
  Handed,
  Hindrance,
  Parcel,
  Revoked,
  Seen,
  Under,
} from '../../ports/courier.ts';
import * as say from '../../show/messages/en/slack.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import { amendIn, notSent } from './amend.ts';
import type { SlackBody } from './blocks.ts';
import { type ClientOptions, type WebClient, webClient } from './clients.ts';
import { blindTo, DELIVERY_EVENT, looker } from './finding.ts';
import { NotRenewed } from './identity.ts';
import { NotInstalled } from './installations.ts';
import type { Names } from './names.ts';
import {
  codeIn,
  handed,
  hindrance,
  isAboutBlocks,
  isAboutThread,
  isAboutToken,
  type Refusal,
  reasonOf,
  refusalOf,
} from './refusals.ts';
import { renderSlack } from './render.ts';
import { postOf } from './speaking.ts';
import { UPLOAD_SCOPE, type Uploads } from './uploads.ts';

const TOKEN_REVOKED = { code: 'refused', by: 'slack', mend: 'tokenRevoked' } as const;
/** Slack's Date header is whole seconds, and a message takes its time to arrive. */
const MARGIN_MS = 60_000;
const STORE_RETRY_MS = 30_000;
/** How long a digest waits for its pictures; then it goes without them, on time. */
const PICTURES_WITHIN_MS = 4_000;

export type CourierParts = {
  /** The bot's token in a workspace. @throws NotInstalled, or what the store throws. */
  readonly tokenOf: (workspace: string) => Promise<string>;
  /** The one workspace that there is, where there is but one. */
  readonly team?: () => Promise<string | undefined>;
  /** Whether the tokens come from installations: then they can be given back. */
  readonly installed?: boolean;
  readonly options: (signal?: AbortSignal) => ClientOptions;
  /** Without it pictures are put into words. */
  readonly uploads?: Uploads;
  /** Slack's own time, as its answers tell it. */
  readonly clock: TheirClock;
  readonly messagesFor: MessagesFor;
  readonly names: Names;
};

export function courier(parts: CourierParts): Courier {
  const { tokenOf, options, uploads, team, clock, messagesFor, names: people } = parts;
  const names = new Map<string, string>();
  const look = looker();

  async function send(parcel: Parcel, signal: AbortSignal): Promise<Handed> {
    const { under, goes } = parcel;
    const sent = await sendInto(parcel, under === undefined ? goes?.thread : threadOf(under), signal);
    if (sent !== 'thread-gone')
      return sent.kind === 'sent' && goes?.thread !== undefined ? { ...sent, thread: goes.thread } : sent;
    // Nothing was posted: the thread that the channel chose is no more, and the channel itself is.
    const handed = await sendInto(parcel, undefined, signal);
    if (handed === 'thread-gone') throw new Error('a channel is no thread');
    return handed.kind === 'sent' ? { ...handed, lacks: say.THREAD_GONE } : handed;
  }

  async function sendInto(
    { place, briefing, words, reply: said, id, locale }: Parcel,
    thread: string | undefined,
    signal: AbortSignal,
  ): Promise<Handed | 'thread-gone'> {
    if (signal.aborted) return stopped();
    const token = await tokenFor(place);
    if (typeof token !== 'string') return token.handed;
    const client = webClient(token, options(signal));
    const rendering = { briefing, words, audience: 'channel', say: messagesFor(locale) } as const;
    const reply = await people.in(said, place.workspace, client, rendering.say);
    const to = { workspace: place.workspace, client, locale: rendering.say.locale };
    const pictures = await uploads?.placesOf(reply, to, PICTURES_WITHIN_MS);
    const { pages } = renderSlack(reply, rendering, pictures);
    const metadata = { event_type: DELIVERY_EVENT, event_payload: { delivery: id } };
    const where = { channel: place.channel, ...(thread !== undefined && { thread }) };
    const first = await postOnce(client, pages[0], where, metadata, false);
    if (first.kind === 'handed') return first.handed;
    if (thread !== undefined && isAboutThread(first.refusal)) return 'thread-gone';
    if (!isAboutBlocks(first.refusal)) return handed(first.refusal, nameIn(place));
    if (pictures !== undefined) {
      uploads?.forget(place.workspace);
      const [page] = renderSlack(reply, rendering).pages;
      const inWords = await postOnce(client, page, where, metadata, false);
      if (inWords.kind === 'handed') return inWords.handed;
      if (!isAboutBlocks(inWords.refusal)) return handed(inWords.refusal, nameIn(place));
    }
    const last = await postOnce(client, pages[0], where, metadata, true);
    return last.kind === 'handed' ? last.handed : handed(last.refusal, nameIn(place));
  }

  async function postOnce(
    client: WebClient,
    body: SlackBody,
    to: { readonly channel: string; readonly thread?: string },
    metadata: { event_type: string; event_payload: { delivery: string } },
    asText: boolean,
  ) {
    try {
      const { ts } = await client.chat.postMessage({ ...postOf(body, to, asText), metadata });
      const done: Handed =
        ts === undefined
          ? { kind: 'unknown', why: { code: 'answer-unreadable', by: 'slack' } }
          : { kind: 'sent', message: ts };
      return { kind: 'handed', handed: done } as const;
    } catch (error) {
      return { kind: 'refused', refusal: refusalOf(error) } as const;
    }
  }

  /** The token, or what its absence means for a parcel. */
  async function tokenFor(place: Place): Promise<string | { readonly handed: Handed }> {
    try {
      return await tokenOf(place.workspace);
    } catch (error) {
      if (error instanceof NotInstalled) return { handed: { kind: 'gone', why: TOKEN_REVOKED } };
      if (error instanceof NotRenewed) return { handed: notRenewed(error.refusal, nameIn(place)) };
      // All else is the store's, and of this workspace alone.
      const why = { code: 'installation-unread' } as const;
      return { handed: { kind: 'retry', afterMs: STORE_RETRY_MS, why, pauses: 'workspace' } };
    }
  }

  async function revoke(workspace: string): Promise<Revoked> {
    if (parts.installed !== true) return { kind: 'nothing' };
    try {
      await webClient(await tokenOf(workspace), options()).auth.revoke();
      return { kind: 'revoked' };
    } catch (error) {
      if (error instanceof NotInstalled) return { kind: 'nothing' };
      const refusal = refusalOf(error);
      if (isAboutToken(refusal)) return { kind: 'revoked' };
      return { kind: 'failed', why: 'error' in refusal ? refusal.error : refusal.kind };
    }
  }

  /** In its thread first, where it has one; where that is gone it went into the channel. */
  async function find(parcel: Omit<Parcel, 'reply'>, withinMs: number, spanMs?: number): Promise<Seen> {
    const token = await tokenFor(parcel.place);
    if (typeof token !== 'string')
      return {
        kind: 'cannot_tell',
        why: 'why' in token.handed ? token.handed.why : TOKEN_REVOKED,
        lasts: token.handed.kind === 'gone' ? 'for-good' : 'now',
      };
    const client = webClient(token, options());
    const since = clock.now() - withinMs;
    const fresh = {
      oldest: String(Math.max(0, (since - MARGIN_MS) / 1000)),
      ...(spanMs !== undefined && { latest: String((since + spanMs + MARGIN_MS) / 1000) }),
    };
    const { place, id, goes, under } = parcel;
    const blind = (refusal: Refusal) => blindTo(refusal, nameIn(place));
    const at = { client, channel: place.channel, id, blind };
    if (under !== undefined) return look({ ...at, thread: threadOf(under) }, fresh);
    const inThread =
      goes?.thread === undefined ? undefined : await look({ ...at, thread: goes.thread }, fresh);
    if (inThread?.kind === 'found' && goes?.thread !== undefined) return { ...inThread, thread: goes.thread };
    if (inThread !== undefined && inThread.kind !== 'absent') return inThread;
    return look(at, fresh);
  }

  async function amend(amendment: Amendment, signal: AbortSignal): Promise<Amended> {
    const token = await tokenFor(amendment.place);
    if (typeof token !== 'string') return notSent(token.handed);
    const client = webClient(token, options(signal));
    return amendIn(client, amendment, messagesFor(amendment.locale), nameIn(amendment.place));
  }

  /** chat.postMessage takes a person's id for the conversation with them, and opens it. */
  async function directTo(workspace: string, person: string): Promise<Place> {
    return { platform: 'slack', workspace, channel: person, kind: 'direct' };
  }

  /** api.test needs no token and no scope. */
  async function contact(): Promise<Contact> {
    try {
      await webClient('', options()).api.test();
      return { kind: 'well', at: clock.now() };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.meaning.concerns !== 'platform') return { kind: 'well', at: clock.now() };
      return { kind: 'away', why: codeIn(refusal) };
    }
  }

  async function examine(place: Place): Promise<readonly Hindrance[]> {
    const token = await tokenFor(place);
    if (typeof token !== 'string')
      return [token.handed.kind === 'gone' ? say.TOKEN_REVOKED : say.UNREACHABLE];
    const client = webClient(token, options());
    try {
      const who = await client.auth.test();
      if (who.user !== undefined) names.set(place.workspace, who.user);
      const scopes = who.response_metadata?.scopes;
      if (scopes !== undefined && !scopes.includes('chat:write')) return [say.missingScope('chat:write')];
      const words = uploads !== undefined && scopes !== undefined && !scopes.includes(UPLOAD_SCOPE);
      const found = place.kind === 'direct' ? [] : await channelHindrances(client, place);
      return words ? [...found, say.missingScope(UPLOAD_SCOPE)] : found;
    } catch (error) {
      return [hindrance(refusalOf(error), nameIn(place))];
    }
  }

  async function channelHindrances(client: WebClient, place: Place): Promise<readonly Hindrance[]> {
    try {
      const { channel } = await client.conversations.info({ channel: place.channel });
      if (channel?.is_archived === true) return [say.ARCHIVED];
      return channel?.is_member === false ? [say.notAMember(nameIn(place))] : [];
    } catch (error) {
      const refusal = refusalOf(error);
      // Without the scope to look there is nothing to say: a digest goes without it.
      if (refusal.kind === 'error' && refusal.error === 'missing_scope') return [];
      return [hindrance(refusal, nameIn(place))];
    }
  }

  function nameIn({ workspace }: Place): string {
    return names.get(workspace) ?? say.DEFAULT_NAME;
  }

  return {
    platform: 'slack',
    repeatSafeForMs: 0,
    send,
    find,
    amend,
    revoke,
    examine,
    hinders: async (_place, goes) => (goes.published === true ? [say.NOTHING_TO_PUBLISH] : []),
    // A thread hangs from any message, and is there as soon as something stands in it.
    openThread: async (_place, { as, message }) =>
      as === 'thread' ? { kind: 'opened', thread: message } : { kind: 'refused', why: say.NO_FORUMS },
    contact,
    directTo,
    ...(team && { workspaceOf: team }),
  };
}

/** A reply stands in the thread that its message stands in, or opens. */
function threadOf({ message, thread = message }: Under): string {
  return thread;
}

/** Nothing was posted. What is not final is of this workspace alone: others have tokens that last. */
function notRenewed(refusal: Refusal, name: string): Handed {
  if (refusal.meaning.follows === 'gone') return handed(refusal, name);
  const afterMs = Math.max(STORE_RETRY_MS, refusal.meaning.afterMs ?? 0);
  return { kind: 'retry', afterMs, why: reasonOf(refusal, name), pauses: 'workspace' };
}

function stopped(): Handed {
  return { kind: 'retry', afterMs: 0, why: { code: 'stopped-before' }, pauses: 'platform' };
}
