import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';
import type { Stopping } from './stopping.ts';

/**
 * What `node src/main.ts NAME` runs: it gets the words after the name, and answers the process's exit code. `stopping`
 * is there for the bot itself, which runs until it is asked to end.
 */
export type Verb = (
  args: readonly string[],
  environment: Environment,
  say: Messages,
  stopping?: Stopping,
) => Promise<number>;
