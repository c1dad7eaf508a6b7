import { pino } from 'pino';
import type { LogLevel } from '../config.ts';
import type { Log } from '../ports/log.ts';

/** What must never reach the log, wherever in the fields it stands. */
const SECRET_KEYS = [
  'token',
  'botToken',
  'appToken',
  'authorization',
  'password',
  'secret',
  'signingSecret',
  'clientSecret',
  'response_url',
  'responseUrl',
];
const SECRET_FORMS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe[.\w-]+|https:\/\/hooks\.slack\.com\/\S+|(?:Bot|Bearer) [\w.-]{10,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|postgres(?:ql)?:\/\/[^@\s/]+@/g;

/** One JSON line an entry, on standard output (or `write`). What people type is a field's value: JSON keeps it on its line. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const sink = write ?? ((line: string) => process.stdout.write(line));
  return pino(options, { write: (line: string) => sink(withoutSecrets(line)) });
}

/** Tokens also hide inside error messages: whatever has the form of one is struck out. */
export function withoutSecrets(line: string): string {
  return line.replace(SECRET_FORMS, '[secret]');
}
