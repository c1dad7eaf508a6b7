import { list } from './wording.ts';

/** What is said to whoever starts the bot, on the terminal. */
export const running = {
  noVerb: (name: string, verbs: string) => `There is no '${name}'; there are ${verbs}.`,
  mendSettings: 'The settings need mending:',
  reloadTakes: 'reload takes nothing: every briefing whose files have changed is read again.',
  reloadAsked:
    'Asked: each bot with this DATA_DIR reads its briefings again within two seconds. Its log says what changed.',
  noPlatform: 'No platform could be started.',
  playgroundAt: (address: string) => `The playground is open at ${address}`,
  noDiscordToken: "DISCORD_TOKEN is not set: take the bot's token under Bot in the Developer Portal.",
  registerTakes: (typed: string) => `register takes --dry-run alone, not '${typed}'.`,
  noBriefingOf: (id: string, known: string) => `There is no briefing '${id}'; there are ${known}.`,
  digestUsage:
    "npm run -s digest -- --at '2016-12-17T09:00[Asia/Tokyo]' [--since YYYY-MM-DD] [--as text|json|slack|discord] [--full] [--briefing ID]",
  noBriefing: (id: string) => `There is no briefing '${id}'.`,
  manifestUsage: 'manifest takes nothing, for socket mode, or --url https://bot.example.org, for HTTP mode.',
  portTaken: (port: number, host: string) => `Port ${port} on ${host} is taken by another program.`,
  portMend: (setting: string) =>
    `Stop that program, or set ${setting} to another number (0 takes any free one).`,
  addressTaken: (host: string, port: number, code: string) =>
    `The address ${host}:${port} cannot be used here (${code}).`,
  addressMend: (setting: string) =>
    `Set HOST and ${setting} to an address of this machine and a port over 1023.`,
  pictureUsage:
    'npm run -s picture -- BRIEFING map|timeline|positions|quote:ITEM|digest [--theme light|dark] FILE.png',
  noQuotation: (id: string, known: readonly string[]) =>
    known.length === 0
      ? 'The briefing quotes nobody word for word.'
      : `There is no direct quotation '${id}'; there are ${list(known)}.`,
  notDrawn: {
    'nothing-to-draw': 'The briefing has nothing of the kind to draw.',
    undrawable:
      'It has letters for which there is no face: Latin, Cyrillic, Greek, Japanese and Korean can be drawn.',
    failed: 'It could not be drawn.',
  },
  answeringOn: (platforms: readonly string[]) => `Answering on ${list(platforms)}.`,
  notYetOn: (platform: string, why: string) => `Not answering on ${platform} yet: ${why}.`,
  usage: (of: string) => `Usage: ${of}`,
  nothingHere: 'There is nothing here.',
};

/** The conversation in the terminal. */
export const terminal = {
  greeting: (example: string) =>
    `Ask anything about it, for example: ${example}\nType help for every command, a number to choose, exit to leave.`,
  usage: "npm run -s say -- [--as text|json|slack|discord] [--full] [--briefing ID] 'WHAT A PERSON TYPES'",
  asTakes: (forms: string, typed: string) => `--as takes ${forms}, not '${typed}'`,
  briefingTakes: '--briefing takes the id of a briefing',
};
