import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../ports/log.ts';

const MOST_CHARS = 300;

/**
 * Slack's SDKs' log as ours. Their debug lines hold whole payloads with tokens and what people wrote: those are
 * dropped, whatever our own level is.
 */
export function sdkLogger(log: Log): Logger {
  const say =
    (level: 'debug' | 'warn') =>
    (...said: unknown[]) =>
      log[level]({ sdk: said.map(brief).join(' ').slice(0, MOST_CHARS) }, "Slack's SDK says something");
  return {
    debug: () => {},
    info: say('debug'),
    warn: say('warn'),
    error: say('warn'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** An error's name and sentence, never its fields: they hold requests. */
function brief(said: unknown): string {
  if (said instanceof Error) return `${said.name}: ${said.message}`;
  return typeof said === 'string' ? said : typeof said;
}
