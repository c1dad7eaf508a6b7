/**
 * What every answer of Discord's means, in one table: by its own JSON code (docs.discord.com/developers/topics/
 * opcodes-and-status-codes), else by the HTTP status. A code that does not stand here concerns the one message alone
 * and is tried again: Discord adds codes at any time, and few of them speak of the channel.
 */
import { RESTJSONErrorCodes as Code } from 'discord.js';
import type { Answer, Concern } from '../../ports/answer.ts';
import type { Hindrance } from '../../ports/courier.ts';
import { refusals } from '../../show/messages/en/refusals.ts';

export const MENDS = refusals.discord;
/** Names the sentences that tell of it. */
export type Mend = keyof typeof MENDS;
export type Meaning = Answer<Mend>;

/** An answer that came: its status, and what Discord's own JSON said. Cloudflare's and a proxy's have no JSON. */
export type Answered = {
  readonly status: number;
  readonly json: boolean;
  readonly code?: number;
  readonly retryAfterMs?: number;
  /** X-RateLimit-Scope, which only Discord itself sends. */
  readonly scope?: string;
};

/** Where a limit is told without its time. */
const LIMIT_MS = 5_000;
/** Ten minutes: Cloudflare's ban on an address that asked too often (topics/rate-limits, 'Invalid Request Limit'). */
const BAN_MS = 600_000;
/** A token is mended by a person, and each refusal counts towards the ban. */
const TOKEN_MS = 300_000;

export function meaningOf(answered: Answered): Meaning {
  const { status, json, code } = answered;
  if (status === 429) return limited(answered);
  if (status >= 500) return AWAY;
  if (status === 401) return TOKEN;
  if (json && code !== undefined && code !== 0) return CODES[code] ?? UNKNOWN;
  // A JSON body without a code of its own is still Discord's word about this request.
  if (json && status >= 400) return UNKNOWN;
  return HTTP[status] ?? (status >= 300 ? NOT_DISCORD : UNREADABLE);
}

const UNKNOWN: Meaning = { concerns: 'message', follows: 'again', mend: 'refused' };
const AWAY: Meaning = { concerns: 'platform', follows: 'look', mend: 'unreachable' };
/** A 200 whose body is cut or no JSON. */
const UNREADABLE: Meaning = { concerns: 'platform', follows: 'look', mend: 'unreachable' };
const NOT_DISCORD: Meaning = {
  concerns: 'platform',
  follows: 'pause',
  mend: 'notDiscord',
};
const BANNED: Meaning = { concerns: 'platform', follows: 'pause', afterMs: BAN_MS, mend: 'blockedAddress' };
const TOKEN: Meaning = { concerns: 'bot', follows: 'pause', afterMs: TOKEN_MS, mend: 'tokenRevoked' };
export const NEVER_ARRIVED: Meaning = {
  concerns: 'platform',
  follows: 'pause',
  mend: 'unreachable',
};
export const NO_ANSWER: Meaning = AWAY;

/** Answers that are no JSON of Discord's. 408 alone may come after the request was handed on. */
const HTTP: Readonly<Record<number, Meaning>> = {
  403: BANNED,
  408: AWAY,
};

/** The address is banned where no scope is given: Discord's own limits always name theirs. */
function limited({ scope, retryAfterMs }: Answered): Meaning {
  if (scope === undefined) return { ...BANNED, afterMs: retryAfterMs ?? BAN_MS };
  const concerns: Concern = scope === 'global' ? 'bot' : 'channel';
  const follows = concerns === 'bot' ? 'pause' : 'again';
  return { concerns, follows, afterMs: retryAfterMs ?? LIMIT_MS, mend: 'limited' };
}

const gone = (mend: Mend, concerns: Concern = 'channel'): Meaning => ({ concerns, follows: 'gone', mend });
const again = (mend: Mend, concerns: Concern = 'message', afterMs?: number): Meaning => ({
  concerns,
  follows: 'again',
  mend,
  ...(afterMs === undefined ? {} : { afterMs }),
});

const CODES: Readonly<Record<number, Meaning>> = {
  // The channel, or the bot's standing in it. Nothing else may be 'gone'.
  [Code.UnknownChannel]: gone('channelGone'),
  [Code.UnknownGuild]: gone('notAMember', 'workspace'),
  [Code.UserBannedFromThisGuild]: gone('banned', 'workspace'),
  [Code.CannotSendAMessageInAForumChannel]: gone('takesNoMessages'),
  [Code.MissingAccess]: gone('notAMember'),
  [Code.CannotSendMessagesToThisUser]: gone('closedDirect'),
  [Code.CannotSendMessagesInNonTextChannel]: gone('takesNoMessages'),
  [Code.ChannelVerificationLevelTooHighForYouToGainAccess]: gone('mayNotDoThat'),
  [Code.MissingPermissions]: gone('mayNotDoThat'),
  [Code.CannotExecuteActionOnThisChannelType]: gone('takesNoMessages'),
  [Code.InvalidActionOnArchivedThread]: gone('archived'),
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: gone('noMutualServer'),
  [Code.TwoFactorAuthenticationIsRequired]: gone('twoFactor', 'workspace'),
  [Code.ThreadLocked]: gone('locked'),

  // The bot as a whole.
  [Code.Unauthorized]: TOKEN,
  [Code.VerifyYourAccount]: { ...TOKEN, mend: 'accountUnverified' },
  [Code.InvalidToken]: TOKEN,
  [Code.InvalidOAuth2AccessToken]: TOKEN,
  [Code.TheUserAccountMustFirstBeVerified]: { ...TOKEN, mend: 'accountUnverified' },

  // Discord as a whole.
  [Code.SendMessagesHasBeenTemporarilyDisabled]: NEVER_ARRIVED,
  [Code.FeatureTemporarilyDisabledServerSide]: NEVER_ARRIVED,
  [Code.ServiceResourceIsBeingRateLimited]: NEVER_ARRIVED,
  [Code.CloudflareIsBlockingYourRequest]: BANNED,
  [Code.ApplicationNotYetAvailable]: NEVER_ARRIVED,
  [Code.APIResourceOverloaded]: NEVER_ARRIVED,

  // This message at this moment.
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: again('slowmode', 'channel', 60_000),
  [Code.ChannelSendRateLimit]: again('limited', 'channel', LIMIT_MS),
  [Code.ServerSendRateLimit]: again('limited', 'workspace', LIMIT_MS),
  [Code.OpeningDirectMessagesTooFast]: again('limited', 'message', 60_000),
  [Code.MessageWasBlockedByAutomaticModeration]: again('blockedByAutoMod'),
  [Code.TitleWasBlockedByAutomaticModeration]: again('blockedByAutoMod'),
  [Code.MessageBlockedByHarmfulLinksFilter]: again('blockedByFilter'),
};

/** The meaning in words for people. */
export function hindranceOf({ mend }: Meaning, code?: number | string): Hindrance {
  const found = MENDS[mend];
  return typeof found === 'function' ? found(code === undefined ? {} : { answer: String(code) }) : found;
}
