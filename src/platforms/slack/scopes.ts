/** The scopes and events that the app asks for, each with the reason. The manifest and the installation use this list. */
export type Need = { readonly name: string; readonly why: string };

export const SCOPES: readonly Need[] = [
  { name: 'commands', why: 'the slash command' },
  { name: 'chat:write', why: 'answers to mentions and direct messages, and the digest' },
  { name: 'app_mentions:read', why: 'questions that mention the app' },
  { name: 'im:history', why: 'questions in direct messages' },
  { name: 'channels:read', why: 'telling whether a digest can reach a public channel' },
  { name: 'groups:read', why: 'the same for private channels that the app is in' },
  {
    name: 'channels:history',
    why: 'finding a digest that may have been posted when an answer of Slack was lost, so that it is not posted twice',
  },
  { name: 'groups:history', why: 'the same for private channels that the app is in' },
  { name: 'files:write', why: 'pictures: the map, the timeline, cards; they are put into words without it' },
  {
    name: 'users:read',
    why: 'telling who is a workspace admin: nobody else deletes all that is kept about the workspace',
  },
];

export const EVENTS: readonly Need[] = [
  { name: 'app_mention', why: 'questions by mention' },
  { name: 'message.im', why: 'questions in direct messages' },
  { name: 'app_home_opened', why: 'the Home tab' },
  { name: 'channel_id_changed', why: 'keeping a digest where Slack gives its channel another id' },
  { name: 'app_uninstalled', why: 'deleting what is kept about a workspace' },
  { name: 'tokens_revoked', why: 'deleting what is kept about a workspace' },
];

export function scopeNames(): string[] {
  return SCOPES.map(({ name }) => name);
}
