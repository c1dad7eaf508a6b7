import type { Environment } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

/** What `node src/main.ts NAME` runs: it gets the words after the name, and answers the process's exit code. */
export type Verb = (args: readonly string[], environment: Environment, say: Messages) => Promise<number>;
