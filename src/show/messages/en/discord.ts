/** Every sentence that this platform says of its own accord. */

export const ABOUT_OPTION = 'A view, a name, a topic, or a question in your own words';

/** A control of an older version, or of a briefing that is no longer here. */
export function outdatedControl(command: string): string {
  return `That control is from an earlier version of this bot. Type /${command} to start again.`;
}

export function ourFault(reference: string): string {
  return `Something went wrong on our side, not yours. Please try again; if it stays, tell whoever runs this bot the reference ${reference}.`;
}

export const RANK_UNKNOWN = 'I cannot tell what you may do in this server, so nothing was changed.';

export const WRONG_TOKEN = {
  why: 'Discord does not accept the bot token in DISCORD_TOKEN.',
  mend: 'Open the Discord developer portal, Bot, Reset Token, and put the new token into DISCORD_TOKEN.',
};

export const REFUSED_INTENTS = {
  why: 'Discord refused the intents that the bot of DISCORD_TOKEN asked for.',
  mend: 'The bot asks only for Guilds, Guild Messages and Direct Messages: check in the developer portal that DISCORD_TOKEN belongs to a bot and that the bot is not restricted.',
};

export const WRONG_SHARDS = {
  why: 'Discord refused the shards in DISCORD_SHARDS.',
  mend: 'Leave DISCORD_SHARDS out or set it to auto; with several machines, raise the total so that each shard has at most 2,500 guilds.',
};

export const CONNECTING = 'connecting to Discord';
export const ANOTHER_ANSWERS = 'another process answers there, and this one takes over when it ends';
export const NO_HEARTBEAT = 'the gateway has not confirmed a heartbeat for a while';

export function shardsAway(away: number, all: number): string {
  return `${away} of ${all} shards are not connected to the gateway`;
}

export function cannotConnect(error: string): string {
  return `Discord cannot be reached: ${error}`;
}

export const HINDRANCES = {
  notAMember: {
    kind: 'not_a_member',
    says: 'I cannot see this channel.',
    mend: 'Add me to this server, and in the channel’s settings under Permissions give me View Channel and Send Messages.',
  },
  mayNotSee: {
    kind: 'missing_permission',
    says: 'I may not see this channel.',
    mend: 'Give me View Channel in the channel’s settings, under Permissions.',
  },
  mayNotSend: {
    kind: 'missing_permission',
    says: 'I may not write in this channel.',
    mend: 'Give me Send Messages in the channel’s settings, under Permissions.',
  },
  mayNotSendInThreads: {
    kind: 'missing_permission',
    says: 'I may not write in this thread.',
    mend: 'Give me Send Messages in Threads in the settings of the channel that the thread is in, under Permissions.',
  },
  mayNotAttach: {
    kind: 'missing_permission',
    says: 'I may not attach pictures in this channel.',
    mend: 'Give me Attach Files in the channel’s settings, under Permissions.',
  },
  mayNotDoThat: {
    kind: 'missing_permission',
    says: 'I lack a permission in this channel.',
    mend: 'Give me View Channel, Send Messages and Attach Files in the channel’s settings, under Permissions.',
  },
  channelGone: {
    kind: 'channel_gone',
    says: 'This channel is not there any more.',
    mend: 'Subscribe in another channel.',
  },
  archived: {
    kind: 'archived',
    says: 'This thread is archived.',
    mend: 'Unarchive the thread, or write something in it.',
  },
  closedDirect: {
    kind: 'other',
    says: 'I cannot send direct messages to this person.',
    mend: 'Allow direct messages from this server in the privacy settings, or subscribe in a channel.',
  },
  tokenRevoked: {
    kind: 'token_revoked',
    says: 'Discord does not accept the bot’s token any more.',
    mend: 'Whoever runs this bot gives it a new token and starts it again.',
  },
  unreachable: {
    kind: 'unreachable',
    says: 'Discord cannot be reached just now.',
    mend: 'Wait: this mends itself, and nothing is lost.',
  },
  limited: {
    kind: 'rate_limited',
    says: 'Discord asks for a pause just now.',
    mend: 'Wait: this mends itself, and nothing is lost.',
  },
} as const;

export function refusedByDiscord(code: number | string): { kind: 'other'; says: string; mend: string } {
  return {
    kind: 'other',
    says: `Discord refused with its code ${code}.`,
    mend: 'Check the channel’s permissions; if they are right, tell whoever runs this bot.',
  };
}

export const EVERYWHERE = 'everywhere';
export const TRY_AGAIN = 'Check the network and DISCORD_API_URL, and try again.';

export function inGuild(guild: string): string {
  return `in the guild ${guild}`;
}

export function changeIn(
  where: string,
  change:
    | { readonly kind: 'add'; readonly name: string }
    | { readonly kind: 'remove'; readonly name: string }
    | { readonly kind: 'change'; readonly name: string; readonly fields: readonly string[] },
): string {
  if (change.kind === 'add') return `+ /${change.name}: new ${where}`;
  if (change.kind === 'remove') return `- /${change.name}: removed ${where}`;
  return `~ /${change.name}: ${change.fields.join(', ')} changed ${where}`;
}

export function nothingToChange(where: string): string {
  return `Nothing to change ${where}.`;
}

export function brought(where: string): string {
  return `The commands ${where} are up to date now.`;
}

/** `reasons` are Discord's own, field by field, where it gave any. */
export function registrationRefused(
  code: number | string,
  reasons: readonly string[],
): { why: string; mend: string } {
  if (reasons.length > 0)
    return {
      why: `Discord refused to register the commands, with its code ${code}: ${reasons.join('; ')}.`,
      mend: 'Change what these fields are made from (the briefing’s command, title or about line), and register again.',
    };
  const missing = Number(code) === 50001 || Number(code) === 10004;
  return {
    why: `Discord refused to register the commands, with its code ${code}.`,
    mend: missing
      ? 'Check DISCORD_GUILD_ID, and that the bot was added to that guild with the scope applications.commands.'
      : 'Check that DISCORD_TOKEN is the token of the bot that the commands belong to.',
  };
}
