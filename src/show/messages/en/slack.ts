/** Every sentence that this platform says of its own accord. */
import type { Hindrance } from '../../../ports/courier.ts';
import type { Started } from '../../../ports/platform.ts';

type Refused = Omit<Extract<Started, { kind: 'refused' }>, 'kind'>;

/** A control of an older version, or of a briefing that is no longer here. */
export function outdatedControl(command: string): string {
  return `That control is from an earlier version of this app. Type /${command} to start again.`;
}

export function unknownCommand(typed: string, commands: readonly string[]): string {
  const known = commands.map((command) => `/${command}`).join(', ');
  return `I do not know ${typed} any more. Try ${known}.`;
}

export function ourFault(reference: string): string {
  return `Something went wrong on our side, not yours. Please try again; if it stays, tell whoever runs this app the reference ${reference}.`;
}

export const NOT_INSTALLED =
  'This app is not installed in your workspace. Ask a workspace admin to install it.';

export const TOO_LONG =
  'There is more than Slack takes in answer to words this long. Ask in fewer words to see all of it.';

export const INSTALLED = {
  title: 'Installed',
  says: 'The app is in your workspace. Open Slack and type its command, or write to it in Messages.',
};

export const NOT_ALLOWED = {
  title: 'Not installed',
  says: 'The installation was cancelled in Slack. Nothing was changed.',
};

export const STALE_INSTALL = {
  title: 'Not installed',
  says: 'This page was opened from another browser or too late. Start again from the installation page.',
};

export function installFault(reference: string) {
  return { title: 'Not installed', says: ourFault(reference) };
}

export const RANK_UNKNOWN = 'I cannot tell what you may do in this workspace, so nothing was changed.';
export const ROOM_UNKNOWN = 'I cannot tell whose direct messages these are, so nothing was changed.';

export const NO_SOCKET = 'not connected to Slack';
export const STALE_SOCKET = 'the connection to Slack has been silent for too long';

/** Why the start was refused, by the variable that is wrong and Slack's error code. */
export function wrongToken(variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', error: string): Refused {
  if (error === 'not_allowed_token_type') return WRONG_KIND[variable];
  if (error === 'missing_scope') {
    return {
      why: `The app-level token in SLACK_APP_TOKEN lacks the scope connections:write.`,
      mend: 'Under Basic Information, App-Level Tokens, make a token with connections:write, and put it into SLACK_APP_TOKEN.',
    };
  }
  return { why: `Slack does not accept the token in ${variable} (${error}).`, mend: MENDS[variable] };
}

const MENDS = {
  SLACK_BOT_TOKEN:
    'Under OAuth & Permissions, install the app again and copy the Bot User OAuth Token, which begins with xoxb-, into SLACK_BOT_TOKEN.',
  SLACK_APP_TOKEN:
    'Under Basic Information, App-Level Tokens, make a token with connections:write, which begins with xapp-, and put it into SLACK_APP_TOKEN.',
};

const WRONG_KIND = {
  SLACK_BOT_TOKEN: {
    why: 'SLACK_BOT_TOKEN does not hold a bot token.',
    mend: `It may be swapped with SLACK_APP_TOKEN. ${MENDS.SLACK_BOT_TOKEN}`,
  },
  SLACK_APP_TOKEN: {
    why: 'SLACK_APP_TOKEN does not hold an app-level token.',
    mend: `It may be swapped with SLACK_BOT_TOKEN. ${MENDS.SLACK_APP_TOKEN}`,
  },
};

export const SWAPPED: Refused = {
  why: 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped.',
  mend: 'Put the token that begins with xoxb- into SLACK_BOT_TOKEN and the one that begins with xapp- into SLACK_APP_TOKEN.',
};

export const SOCKET_MODE_OFF: Refused = {
  why: 'Socket mode is switched off for this Slack app.',
  mend: 'Switch it on under Socket Mode in the app’s settings, or set SLACK_SIGNING_SECRET in place of SLACK_APP_TOKEN.',
};

/** How the bot is called where nobody knows, and what it cannot do without. */
export const DEFAULT_NAME = 'attache';
export const DEFAULT_SCOPE = 'chat:write';

export function notAMember(bot: string): Hindrance {
  return {
    kind: 'not_a_member',
    says: 'I am not a member of this channel.',
    mend: `Type /invite @${bot} in it.`,
  };
}

export function channelNotFound(bot: string): Hindrance {
  return {
    kind: 'channel_gone',
    says: 'Slack does not show me this channel: it is private and I am not in it, or it is gone.',
    mend: `If it is still there, type /invite @${bot} in it.`,
  };
}

export const ARCHIVED: Hindrance = {
  kind: 'archived',
  says: 'This channel is archived.',
  mend: 'Unarchive it, or subscribe in another channel.',
};

export function missingScope(scope: string): Hindrance {
  return {
    kind: 'missing_scope',
    says: `I lack Slack’s scope ${scope}.`,
    mend: 'A workspace admin adds it under OAuth & Permissions in the app’s settings and installs the app again.',
  };
}

export const RESTRICTED: Hindrance = {
  kind: 'missing_permission',
  says: 'I may not post in this channel.',
  mend: 'A workspace admin lets apps post here, in the channel’s posting permissions.',
};

export const PERSON_GONE: Hindrance = {
  kind: 'channel_gone',
  says: 'The person of these direct messages is not in the workspace any more.',
  mend: 'Subscribe in a channel.',
};

export const TOKEN_REVOKED: Hindrance = {
  kind: 'token_revoked',
  says: 'Slack does not accept this app’s token any more.',
  mend: 'A workspace admin installs the app again.',
};

export const RATE_LIMITED: Hindrance = {
  kind: 'rate_limited',
  says: 'Slack asks for a pause just now.',
  mend: 'Wait: this mends itself, and nothing is lost.',
};

export const UNREACHABLE: Hindrance = {
  kind: 'unreachable',
  says: 'Slack cannot be reached just now.',
  mend: 'Wait: this mends itself, and nothing is lost.',
};

export function refusedBySlack(error: string): Hindrance {
  return {
    kind: 'other',
    says: `Slack refused with ${error}.`,
    mend: 'Try again; if it stays, tell whoever runs this app.',
  };
}

export const THREAD_GONE = 'Its thread is gone, so it came into the channel itself.';
export const NOTHING_TO_PUBLISH: Hindrance = {
  kind: 'other',
  says: 'Slack has no channels whose messages are published to others.',
  mend: 'Subscribe without “published”.',
};
export const NO_FORUMS: Hindrance = {
  kind: 'other',
  says: 'Slack has no forums.',
  mend: 'Choose “in a thread” instead.',
};
