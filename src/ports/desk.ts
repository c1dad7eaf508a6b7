import type { Reply } from '../reply/reply.ts';
import type { Ask } from './bot.ts';

/**
 * The digest's front desk: what the commands about a channel's digest ask for. `words` is what was typed after the
 * command's own name. Each answers with a reply; what a person did wrong, and a store that is down, are replies too.
 */
export interface Desk {
  digest(ask: Ask, words: string): Promise<Reply>;
  subscribe(ask: Ask, words: string): Promise<Reply>;
  skip(ask: Ask, words: string): Promise<Reply>;
  pause(ask: Ask): Promise<Reply>;
  resume(ask: Ask): Promise<Reply>;
  unsubscribe(ask: Ask): Promise<Reply>;
  /** What there is to stop, and how; it changes nothing. */
  stop(ask: Ask): Promise<Reply>;
  status(ask: Ask): Promise<Reply>;
  /**
   * The briefing's revision that the channel's last edition showed; undefined where none was posted, or nobody can say.
   * Left out where no bot runs.
   */
  lastRevision?(ask: Ask): Promise<number | undefined>;
  doctor(ask: Ask): Promise<Reply>;
  /** `words` is empty the first time, and the confirmation's words when it was pressed. */
  forget(ask: Ask, words: string): Promise<Reply>;
}
