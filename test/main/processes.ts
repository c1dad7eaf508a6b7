/** The bot's processes in a file of tests. */
import { afterEach, beforeEach } from 'vitest';
import { type Process, startProcess, temporaryFolder } from './running.ts';

/**
 * One folder for each test, and the processes that it starts: what still runs when it ends is killed. Hooks that close what
 * they talk to are set before this is called, since the last hook to be set runs first.
 */
export function processesOfEachTest() {
  let folder: ReturnType<typeof temporaryFolder>;
  let running: Process[];
  beforeEach(() => {
    folder = temporaryFolder();
    running = [];
  });
  afterEach(async () => {
    for (const { child, ended } of running) {
      child.kill('SIGKILL');
      await ended();
    }
    folder.remove();
  });
  return {
    get folder() {
      return folder;
    },
    start(environment: Record<string, string> = {}): Process {
      const one = startProcess({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'info', ...environment });
      running.push(one);
      return one;
    },
  };
}
