import type { Environment } from '../config.ts';

/** What `node src/main.ts NAME` runs: it gets the words after the name, and answers the process's exit code. */
export type Verb = (args: readonly string[], environment: Environment) => Promise<number>;
