import type { Log } from '../ports/log.ts';

/** What a supervisor usually grants before it kills is 10 s; this leaves room to close the store. */
const STOP_WITHIN_MS = 8_000;
/** A second signal means: at once. */
const AT_ONCE = 130;

/** Waits for SIGTERM or SIGINT, and says within how many ms all has to end. A bug that nobody caught is logged. */
export function untilStopped(log: Log): Promise<number> {
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'A promise was rejected and nobody caught it'),
  );
  return new Promise((resolve) => {
    process.once('uncaughtException', (error) => {
      log.error({ err: error }, 'A bug that nobody caught: stopping');
      process.exitCode = 1;
      resolve(STOP_WITHIN_MS);
    });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        log.info({ signal }, 'Stopping');
        process.once(signal, () => process.exit(AT_ONCE));
        resolve(STOP_WITHIN_MS);
      });
    }
  });
}
