import { randomBytes } from 'node:crypto';
import { createBot } from '../bot.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { createChooser } from '../choosing/chooser.ts';
import { type Environment, readConfig } from '../config.ts';
import { noDesk } from '../digest/desk/no-desk.ts';
import { createLog } from '../ops/log.ts';
import type { Bot } from '../ports/bot.ts';
import type { Chooser } from '../ports/chooser.ts';
import { type Messages, messagesFor } from '../show/messages/messages.ts';

/** A bot that needs no token and no store: all that can be read, and a preview of the digest. */
export function readingBot(briefings: readonly Briefing[], chooser?: Chooser): Bot {
  const log = createLog('error', (line) => process.stderr.write(line));
  const desk = noDesk(briefings, messagesFor);
  return createBot({ ...{ briefings, desk, log, reference, messagesFor }, ...(chooser && { chooser }) });
}

/** The operator's own model, where the settings name one. */
export function chooserOf(environment: Environment, say: Messages): Chooser | undefined {
  const read = readConfig(environment, say);
  const settings = read.kind === 'config' ? read.config.model : undefined;
  return settings && createChooser({ settings, elapsed: () => performance.now() });
}

/** Short enough to be read out, long enough not to come twice in a log. */
export function reference(): string {
  return randomBytes(4).toString('hex');
}
