import type { Reply, Text } from '../reply/reply.ts';
import type { Place } from './bot.ts';
import type { Goes } from './choices.ts';
import type { Reason } from './reasons.ts';

/** One message on its way to one channel. */
export type Parcel = {
  /** The delivery's id, at most 25 characters: Discord's nonce, and Slack's metadata. */
  readonly id: string;
  readonly place: Place;
  readonly briefing: string;
  /** The words that show this reply again, for its paging controls. */
  readonly words: string;
  readonly reply: Reply;
  /** The language of what the platform adds to it. */
  readonly locale: string;
  /** How the channel chose to have it. */
  readonly goes?: Goes;
  /** The message of the bot's that it answers, in that one's thread. */
  readonly under?: Under;
};

/** A message that stands in a channel, or in a thread of it. */
export type Under = { readonly message: string; readonly thread?: string };

/** A line that is put at the head of a message that stands already. */
export type Amendment = Omit<Parcel, 'reply' | 'words'> & { readonly under: Under; readonly line: Text };

export type Amended =
  | { readonly kind: 'amended' }
  /** For good: it is full or too old, or may not be read or changed. */
  | { readonly kind: 'cannot'; readonly why: string }
  /** Somebody has deleted the message. */
  | { readonly kind: 'deleted' }
  | Extract<Handed, { readonly kind: 'retry' | 'unknown' | 'gone' }>;

/** What became of a parcel. Bugs throw; these are what a platform may say on any day. */
export type Handed =
  /** `thread` is where it stands, if not in the channel itself; `lacks` what of the channel's choice could not be done. */
  | {
      readonly kind: 'sent';
      readonly message: string;
      readonly thread?: string;
      readonly lacks?: string;
    }
  /** Not sent for certain. `pauses` says how far the platform's refusal reaches. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number;
      readonly why: Reason;
      readonly pauses: 'channel' | 'workspace' | 'platform';
      /** The platform seems to be away: it is asked now and then whether it is back. */
      readonly away?: boolean;
    }
  /** The channel is gone or refuses us, for certain: nothing was sent. */
  | { readonly kind: 'gone'; readonly why: Reason }
  /**
   * It may have been sent: a time-out or a broken answer after the request went out. `away` says that the platform
   * itself seems to be, so that everything waits once this is not the only one.
   */
  | { readonly kind: 'unknown'; readonly why: Reason; readonly away?: boolean };

/** What looking for a parcel showed. */
export type Seen =
  | { readonly kind: 'found'; readonly message: string; readonly thread?: string }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'cannot_tell';
      readonly why: Reason;
      /** Just now, or until a person lets the bot look. */
      readonly lasts: 'now' | 'for-good';
      /** At least so long until the next look in this workspace. */
      readonly afterMs?: number;
      readonly away?: boolean;
    };

export type Contact =
  /** `at` is the platform's own time (epoch ms), to the second. */
  { readonly kind: 'well'; readonly at?: number } | { readonly kind: 'away'; readonly why: string };

/** Something that keeps a digest from a channel, with the exact mend, each one sentence. */
export type Hindrance = {
  readonly kind:
    | 'not_a_member'
    | 'missing_scope'
    | 'missing_permission'
    | 'archived'
    | 'channel_gone'
    | 'token_revoked'
    | 'rate_limited'
    | 'unreachable'
    | 'other';
  readonly says: string;
  readonly mend: string;
};

/** What became of a token that was given back. */
export type Revoked =
  | { readonly kind: 'revoked' }
  /** There was none to give back: nothing is installed, or the token stands in the settings. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly why: string };

export type Opening = {
  readonly as: 'thread' | 'post';
  /** The message that a thread hangs from; a post begins with `reply`. */
  readonly message: string;
  readonly name: string;
  readonly reply: Reply;
  readonly briefing: string;
  readonly locale: string;
};

export type Opened =
  | { readonly kind: 'opened'; readonly thread: string }
  | { readonly kind: 'refused'; readonly why: Hindrance };

/** What a platform does for the digest. Sends once and never retries by itself: the ledger decides. */
export interface Courier {
  readonly platform: Place['platform'];
  /** How long, in ms, a repeat of the same parcel is certain to be recognised; 0 where it is not (Slack). */
  readonly repeatSafeForMs: number;
  send(parcel: Parcel, signal: AbortSignal): Promise<Handed>;
  /**
   * Looks for a parcel that may have been sent within the last `withinMs`, by the platform's own clock, and if so then
   * in the first `spanMs` of them.
   */
  find(parcel: Omit<Parcel, 'reply'>, withinMs: number, spanMs?: number): Promise<Seen>;
  /** Puts a line at the head of a message of the bot's: the same once, however often it is asked for. */
  amend?(amendment: Amendment, signal: AbortSignal): Promise<Amended>;
  /** Asks for something that costs nothing and changes nothing: whether the platform answers, and its own time. */
  contact?(): Promise<Contact>;
  /** The team or guild of a channel that is known by its id alone; undefined where the platform does not tell. */
  workspaceOf?(channel: string): Promise<string | undefined>;
  /** Gives the right to post in a workspace back to the platform, where that right came with an installation. */
  revoke?(workspace: string): Promise<Revoked>;
  /** Where this person reads direct messages of the bot's; undefined where they cannot be written to. */
  directTo?(workspace: string, person: string): Promise<Place | undefined>;
  /** What keeps an edition from coming the way that a channel chose; left out where there is but one way. */
  hinders?(place: Place, goes: Goes): Promise<readonly Hindrance[]>;
  /** Opens a thread under a message of ours, or a post of the forum that a place belongs to. */
  openThread?(place: Place, opening: Opening): Promise<Opened>;
  /** What hinders a digest in this channel now; empty when nothing does. */
  examine(place: Place): Promise<readonly Hindrance[]>;
}
