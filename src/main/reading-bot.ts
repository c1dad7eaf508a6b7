import { randomBytes } from 'node:crypto';
import { createBot } from '../bot.ts';
import type { Briefing } from '../briefing/briefing.ts';
import { noDesk } from '../digest/desk/no-desk.ts';
import { createLog } from '../ops/log.ts';
import type { Bot } from '../ports/bot.ts';
import { messagesFor } from '../show/messages/messages.ts';

/** A bot that needs no token and no store: all that can be read, and a preview of the digest. */
export function readingBot(briefings: readonly Briefing[]): Bot {
  const log = createLog('error', (line) => process.stderr.write(line));
  return createBot({ briefings, desk: noDesk(briefings, messagesFor), log, reference, messagesFor });
}

/** Short enough to be read out, long enough not to come twice in a log. */
export function reference(): string {
  return randomBytes(4).toString('hex');
}
