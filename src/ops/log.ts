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

/** Some readers end a line at these too, and JSON lets them stand as they are. */
const OTHER_BREAKS = /[\u0085\u2028\u2029]/g;

/**
 * One JSON line an entry, on standard output (or `write`), with `fields` on each. Whatever breaks a line stands in a
 * field's value, where JSON keeps it on its line.
 */
export function createLog(
  level: LogLevel,
  write?: (line: string) => void,
  fields: () => object = () => ({}),
): Log {
  const options = {
    level,
    base: null,
    mixin: fields,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const sink = write ?? ((line: string) => process.stdout.write(line));
  return pino(options, { write: (line: string) => sink(onOneLine(withoutSecrets(line))) });
}

/** Tokens also hide inside error messages: whatever has the form of one is struck out. */
export function withoutSecrets(line: string): string {
  return line.replace(SECRET_FORMS, '[secret]');
}

function onOneLine(line: string): string {
  return line.replace(OTHER_BREAKS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
