import { counted } from './wording.ts';

/** What the editor's desk says by itself: the server's part; the page's own words stand in the page. */
export const review = {
  usage: 'Usage: npm run desk [-- [ID] [--source FILE]…]',
  openAt: (url: string) =>
    `The desk is open at ${url}; it answers on this machine only. Stop it with Ctrl+C.`,
  notRead: 'This edit could not be read. Reload the page and try again.',
  noBriefing: (id: string) => `There is no briefing ${JSON.stringify(id)} any more.`,
  broken: (fault: string) => `The briefing could not be read with this: ${fault}`,
  notWorded: 'It has no words yet: word it first, in your own.',
  full: 'The disk is full, so that nothing was saved. Your edit is kept in this page: make room and try again.',
  forbidden: (path: string) =>
    `The folder ${path} may not be written to, so that nothing was saved. Your edit is kept in this page: give the right to write there and try again.`,
  notSaved: (code: string) =>
    `The disk refused (${code}), so that nothing was saved. Your edit is kept in this page: try again once that is mended.`,
  cannotUndo:
    'What this would take back was changed again since, in another window or in the file. Change it there.',
  tooOldToUndo: 'Too many edits came since: this can be taken back by hand only.',
  notReleased: (faults: number) =>
    `Not released: ${counted(faults, { one: 'fault is', other: 'faults are' })} to be mended first.`,
  released: (command: string, revision: number) => `/${command} is released as revision ${revision}.`,
  newOnSlack:
    'The command is new. Slack learns of it from the manifest: put this one in the place of the app’s, at api.slack.com/apps.',
  noDiscord: 'Discord learns of a new command with npm run register, once DISCORD_TOKEN is set.',
  notTold: (code: string) =>
    `It is released, but a bot that runs could not be told (${code}): once that is mended, npm run reload.`,
  reloads: 'A bot that runs with this DATA_DIR answers from it within two seconds.',
} as const;
