/** What keeps a digest from a channel, by the platform's reason: what is so, and the exact mend. */
type Says = { readonly kind: string; readonly says: string; readonly mend: string };

/** Reasons of Discord's that a person there, or whoever runs the bot, can mend. */
export const onDiscord = {
  noAnnouncements: {
    kind: 'other',
    says: 'This channel is none for announcements, so nothing in it can be published.',
    mend: 'Subscribe in an announcement channel, or without “published”.',
  },
  publishedInThread: {
    kind: 'other',
    says: 'What stands in a thread cannot be published.',
    mend: 'Choose one: subscribe in the channel, or subscribe unpublished.',
  },
  notMentionable: {
    kind: 'missing_permission',
    says: 'This role cannot be mentioned by everybody, so I do not mention it either.',
    mend: 'In the server’s settings, under Roles, allow anyone to mention it, or choose another: subscribe mention @role.',
  },
  threadAlready: {
    kind: 'other',
    says: 'This is a thread already.',
    mend: 'Subscribe here without “in a thread”: the digest comes right here.',
  },
  noForum: {
    kind: 'other',
    says: 'A post of its own needs a forum.',
    mend: 'Type it in any post of that forum; elsewhere choose “in a thread”.',
  },
  noMutualServer: {
    kind: 'other',
    says: 'I share no server with this person any more, so Discord lets me send them nothing.',
    mend: 'Add me to a server that both are in, or subscribe in a channel.',
  },
  takesNoMessages: {
    kind: 'other',
    says: 'This channel takes no messages from a bot: it is a category, a forum or a media channel.',
    mend: 'Subscribe in a text channel, or in one of the forum’s threads.',
  },
  locked: {
    kind: 'archived',
    says: 'This thread is locked.',
    mend: 'Somebody who may manage threads unlocks it, or subscribe in another channel.',
  },
  twoFactor: {
    kind: 'missing_permission',
    says: 'This server wants two-factor authentication of whoever owns the bot.',
    mend: 'Whoever runs this bot switches on two-factor authentication in their own Discord account.',
  },
  banned: {
    kind: 'not_a_member',
    says: 'I am banned from this server.',
    mend: 'Somebody who may ban members lifts the ban and adds me again.',
  },
  blockedByFilter: {
    kind: 'other',
    says: 'Discord’s filter for harmful links stopped the message.',
    mend: 'It is tried again; if it stays, tell whoever runs this bot which day it was.',
  },
  blockedByAutoMod: {
    kind: 'other',
    says: 'This server’s AutoMod stopped the message.',
    mend: 'In the server’s settings, under AutoMod, exempt my role or this channel.',
  },
  slowmode: {
    kind: 'rate_limited',
    says: 'This channel’s slow mode holds my messages back.',
    mend: 'Wait, or give me Bypass Slowmode in the channel’s settings, under Permissions.',
  },
  blockedAddress: {
    kind: 'unreachable',
    says: 'Discord’s network turns this machine away just now.',
    mend: 'Wait: it is tried again by itself. Whoever runs this bot looks for what else calls Discord from this address.',
  },
  notDiscord: {
    kind: 'unreachable',
    says: 'Something between here and Discord answers in its place.',
    mend: 'Whoever runs this bot checks the way to Discord; nothing is lost meanwhile.',
  },
  accountUnverified: {
    kind: 'token_revoked',
    says: 'Discord holds the bot’s account back until it is verified.',
    mend: 'Whoever runs this bot opens the Discord developer portal and does what it asks for.',
  },
  timedOut: {
    kind: 'missing_permission',
    says: 'A moderator has timed me out in this server.',
    mend: 'Somebody who may time out members ends it: my name, Remove timeout.',
  },
  mayNotConnect: {
    kind: 'missing_permission',
    says: 'I may not join this voice channel, so I may not write in its chat.',
    mend: 'Give me Connect in the channel’s settings, under Permissions.',
  },
} as const satisfies Record<string, Says>;

/** The same of Slack's. */
export const onSlack = {
  generalDenied: {
    kind: 'missing_permission',
    says: 'This workspace lets only some people post in its general channel.',
    mend: 'A workspace admin lets apps post there, under Settings, Permissions; or subscribe in another channel.',
  },
  limitedAccess: {
    kind: 'missing_permission',
    says: 'Slack limits who may use this channel, and this app is not among them.',
    mend: 'Whoever manages the channel lets this app in, or subscribe in another channel.',
  },
  enterprise: {
    kind: 'missing_permission',
    says: 'This organisation does not let the app post here.',
    mend: 'An organisation admin approves the app for this workspace.',
  },
  migrating: {
    kind: 'other',
    says: 'This shared channel is being moved by Slack just now.',
    mend: 'Wait: it is tried again by itself.',
  },
  keysRevoked: {
    kind: 'missing_permission',
    says: 'The organisation’s own encryption keys are switched off, so nobody can post.',
    mend: 'An organisation admin grants access to the keys again (Enterprise Key Management).',
  },
  messagesTabOff: {
    kind: 'other',
    says: 'The app’s Messages tab is switched off, so it cannot write to people directly.',
    mend: 'Under App Home in the app’s settings, switch the Messages tab on.',
  },
  threadsOnly: {
    kind: 'missing_permission',
    says: 'Only replies in threads are allowed in this channel.',
    mend: 'A workspace admin lets apps start messages here, in the channel’s posting permissions.',
  },
  workspaceMoving: {
    kind: 'other',
    says: 'Slack is moving this workspace into an organisation just now.',
    mend: 'Wait: it is tried again by itself. If it stays, a workspace admin installs the app again.',
  },
  signInNeeded: {
    kind: 'token_revoked',
    says: 'The organisation asks for a new sign-in before this app may do anything.',
    mend: 'A workspace admin opens the app’s page in Slack and approves it again.',
  },
  notSlack: {
    kind: 'unreachable',
    says: 'Something between here and Slack answers in its place.',
    mend: 'Whoever runs this app checks the way to Slack; nothing is lost meanwhile.',
  },
  messageFull: {
    kind: 'other',
    says: 'This workspace has reached its limit of messages for now.',
    mend: 'Wait: it is tried again by itself.',
  },
} as const satisfies Record<string, Says>;
