/** Slack's side of the digest: posts once, says what became of it, and looks up what may have been posted. */

import type { TheirClock } from '../../ports/answer.ts';
import type { Place } from '../../ports/bot.ts';
import type { Contact, Courier, Handed, Hindrance, Parcel, Revoked, Seen } from '../../ports/courier.ts';
import * as say from '../../show/messages/en/slack.ts';
import type { MessagesFor } from '../../show/messages/messages.ts';
import type { SlackBody } from './blocks.ts';
import { type ClientOptions, type WebClient, webClient } from './clients.ts';
import { NotInstalled } from './installations.ts';
import type { Names } from './names.ts';
import {
  codeIn,
  handed,
  hindrance,
  isAboutBlocks,
  isAboutToken,
  type Refusal,
  refusalOf,
} from './refusals.ts';
import { renderSlack } from './render.ts';
import { postOf } from './speaking.ts';
import { UPLOAD_SCOPE, type Uploads } from './uploads.ts';

/** The event_type of a message's metadata; its payload holds the delivery's id. */
export const DELIVERY_EVENT = 'attache_digest';
const DEFAULT_NAME = 'attache';
/** Slack's Date header is whole seconds, and a message takes its time to arrive. */
const MARGIN_MS = 60_000;
/** What Slack gives at once to apps outside its Marketplace since 2025, once a minute (docs.slack.dev, rate limits). */
const PAGE_SIZE = 15;
const MOST_PAGES = 60;
const STORE_RETRY_MS = 30_000;
/** How long a digest waits for its pictures; then it goes without them, on time. */
const PICTURES_WITHIN_MS = 4_000;
/** Looks that go on later are kept in mind up to so many; any other begins anew. */
const MOST_BROKEN = 1_000;

type Window = { readonly oldest: string; readonly latest?: string; readonly cursor?: string };

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
  const broken = new Map<string, Window>();

  async function send(
    { place, briefing, words, reply: said, id, locale }: Parcel,
    signal: AbortSignal,
  ): Promise<Handed> {
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
    const first = await postOnce(client, pages[0], place, metadata, false);
    if (first.kind === 'handed') return first.handed;
    if (!isAboutBlocks(first.refusal)) return handed(first.refusal, nameIn(place));
    if (pictures !== undefined) {
      uploads?.forget(place.workspace);
      const [page] = renderSlack(reply, rendering).pages;
      const inWords = await postOnce(client, page, place, metadata, false);
      if (inWords.kind === 'handed') return inWords.handed;
      if (!isAboutBlocks(inWords.refusal)) return handed(inWords.refusal, nameIn(place));
    }
    const last = await postOnce(client, pages[0], place, metadata, true);
    return last.kind === 'handed' ? last.handed : handed(last.refusal, nameIn(place));
  }

  async function postOnce(
    client: WebClient,
    body: SlackBody,
    { channel }: Place,
    metadata: { event_type: string; event_payload: { delivery: string } },
    asText: boolean,
  ) {
    try {
      const { ts } = await client.chat.postMessage({ ...postOf(body, { channel }, asText), metadata });
      const done: Handed =
        ts === undefined ? { kind: 'unknown', why: 'an answer with no ts' } : { kind: 'sent', message: ts };
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
      if (error instanceof NotInstalled) return { handed: { kind: 'gone', why: say.TOKEN_REVOKED } };
      const refusal = refusalOf(error);
      // What Slack says of a token that it was asked to renew; all else is the store's, and of this workspace alone.
      if (refusal.kind === 'error') return { handed: handed(refusal, nameIn(place)) };
      const why = 'the installation could not be read';
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

  /** A look that a limit broke off goes on from where it was. */
  async function find(parcel: Omit<Parcel, 'reply'>, withinMs: number, spanMs?: number): Promise<Seen> {
    const token = await tokenFor(parcel.place);
    if (typeof token !== 'string')
      return {
        kind: 'cannot_tell',
        why: say.TOKEN_REVOKED.says,
        lasts: token.handed.kind === 'gone' ? 'for-good' : 'now',
      };
    const client = webClient(token, options());
    const since = clock.now() - withinMs;
    const fresh = {
      oldest: String(Math.max(0, (since - MARGIN_MS) / 1000)),
      ...(spanMs !== undefined && { latest: String((since + spanMs + MARGIN_MS) / 1000) }),
    };
    let window: Window = broken.get(parcel.id) ?? fresh;
    broken.delete(parcel.id);
    try {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const found = await client.conversations.history({
          channel: parcel.place.channel,
          include_all_metadata: true,
          limit: PAGE_SIZE,
          ...window,
        });
        const ours = found.messages?.find((message) => isDelivery(message, parcel.id));
        if (ours?.ts !== undefined) return { kind: 'found', message: ours.ts } as const;
        const cursor = found.response_metadata?.next_cursor || undefined;
        if (cursor === undefined) return { kind: 'absent' } as const;
        window = { ...window, cursor };
      }
    } catch (error) {
      if (window.cursor !== undefined && broken.size < MOST_BROKEN) broken.set(parcel.id, window);
      return blind(refusalOf(error), parcel.place);
    }
    return { kind: 'cannot_tell', why: say.TOO_MUCH_SINCE, lasts: 'for-good' };
  }

  function blind(refusal: Refusal, place: Place): Seen {
    const { concerns, follows, afterMs } = refusal.meaning;
    return {
      kind: 'cannot_tell',
      why: hindrance(refusal, nameIn(place)).says,
      lasts: follows === 'gone' ? 'for-good' : 'now',
      away: concerns === 'platform',
      ...(afterMs === undefined ? {} : { afterMs }),
    };
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
    if (typeof token !== 'string') return [token.handed.kind === 'gone' ? token.handed.why : say.UNREACHABLE];
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
    return names.get(workspace) ?? DEFAULT_NAME;
  }

  return {
    platform: 'slack',
    repeatSafeForMs: 0,
    send,
    find,
    revoke,
    examine,
    contact,
    directTo,
    ...(team && { workspaceOf: team }),
  };
}

function isDelivery(message: object, id: string): boolean {
  const { metadata } = message as {
    metadata?: { event_type?: unknown; event_payload?: { delivery?: unknown } };
  };
  return metadata?.event_type === DELIVERY_EVENT && metadata.event_payload?.delivery === id;
}

function stopped(): Handed {
  return { kind: 'retry', afterMs: 0, why: 'stopped before it was sent', pauses: 'platform' };
}
