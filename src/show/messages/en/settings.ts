/** What is wrong with a setting, each with its mend: one sentence a mistake. */
export const settings = {
  noNumber: (name: string, given: string, what: string, least: number, most: number, otherwise: number) =>
    `${name} is '${given}', which is not ${what} from ${least} to ${most}; the default is ${otherwise}.`,
  notOneOf: (name: string, given: string, allowed: string) => `${name} is '${given}'; it may be ${allowed}.`,
  noUrl: (name: string, protocols: string) => `${name} is not a URL that begins with ${protocols}.`,
  noAppToken:
    "SLACK_APP_TOKEN does not begin with 'xapp-': take the app-level token with connections:write, under Basic Information.",
  noSlackMode:
    'Slack needs SLACK_APP_TOKEN (socket mode, the simplest) or SLACK_SIGNING_SECRET (HTTP mode); neither is set.',
  oauthTogether:
    'Installing into many workspaces needs SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET together (the last is any long random text).',
  noBotToken:
    'SLACK_BOT_TOKEN is not set: take the Bot User OAuth Token under OAuth & Permissions, or set SLACK_CLIENT_ID to install into many workspaces.',
  rotatingToken:
    'SLACK_BOT_TOKEN is a rotating token (xoxe.), which ends after twelve hours: make an app without token rotation, or set SLACK_CLIENT_ID to install by OAuth, where tokens are renewed.',
  notBotToken:
    "SLACK_BOT_TOKEN does not begin with 'xoxb-': take the Bot User OAuth Token under OAuth & Permissions.",
  noGuild: (given: string) => `DISCORD_GUILD_ID is '${given}', which is not a server's id: a row of digits.`,
  noShards: (given: string) =>
    `DISCORD_SHARDS is '${given}'; it may be 'auto', or this machine's part as in '0-3/16': the first four of sixteen.`,
  makeKey: 'make one with: node -e "console.log(crypto.randomBytes(32).toString(\'base64\'))"',
  keyNeeded: (mend: string) => `Installing into many workspaces needs TOKEN_ENCRYPTION_KEY; ${mend}.`,
  wrongKey: (bytes: number, mend: string) => `TOKEN_ENCRYPTION_KEY is not ${bytes} bytes in base64; ${mend}.`,
  noChannel: (entry: string) =>
    `DIGEST_CHANNELS has '${entry}', which is no channel: write slack:C0123, slack:T01/C0123 or discord:123456, and :BRIEFING behind it for another than the default one.`,
  noOpsChannel: (given: string) =>
    `OPS_CHANNEL is '${given}', which is no channel: write slack:C0123, slack:T01/C0123 or discord:123456.`,
  opsWithoutToken: (platform: string) =>
    `OPS_CHANNEL names a channel of ${platform}, and no token of ${platform} is set: set one, or name another channel.`,
  noModelUrl:
    'ASK_MODEL or ASK_MODEL_KEY is set and ASK_MODEL_URL is not: name the server, as in http://127.0.0.1:11434/v1.',
  noModel: 'ASK_MODEL_URL is set and ASK_MODEL is not: name the model that the server knows.',
  noTime: (given: string) => `DIGEST_TIME is '${given}', which is not a time of day: write it as 09:00.`,
  noZone: (given: string) =>
    `DIGEST_TIMEZONE is '${given}', which is no time zone: write it as Asia/Tokyo or Europe/London.`,
  noProxy: (name: string) =>
    `${name} names no proxy that can be used: it begins with http:// or https://, as in http://proxy.example.org:8080.`,
  noSetting: (name: string, meant: string | undefined) =>
    `${name} is no setting of this bot${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
  notWhole: (name: string, value: number, what: string) =>
    `${name} is '${value}', which is not ${what}: write it without a fraction.`,
  plainKey: (mend: string) => `TOKEN_ENCRYPTION_KEY is not random: it repeats the same bytes; ${mend}.`,
  shortStateSecret: (letters: number) =>
    `SLACK_STATE_SECRET is too short to keep anybody from guessing it: give it ${letters} random letters or more.`,
  noToken:
    'No token is set, and NODE_ENV is production: set SLACK_BOT_TOKEN or DISCORD_TOKEN, or PLAYGROUND=on to run the playground alone.',
  noOpsPort: (given: string) =>
    `OPS_PORT is '${given}'; write a port number as in 3001, or an address with it as in 0.0.0.0:3001.`,
  seconds: 'seconds',
  aPort: 'a port number',
  hours: 'hours',
  days: 'days',
};
