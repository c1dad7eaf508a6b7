/** How the process comes to its end: asked to by a signal, or by a bug that nobody caught. */
import { inspect } from 'node:util';
import type { Log } from '../ports/log.ts';

/** Why it ends, and with which exit code: a crash is a failure, so that a supervisor starts it again. */
export type End =
  | { readonly kind: 'asked'; readonly signal: NodeJS.Signals; readonly code: 0 }
  | { readonly kind: 'crashed'; readonly error: unknown; readonly code: 1 };

export type Stopping = {
  /** Resolves once, when the process is to end. */
  readonly asked: Promise<End>;
  isAsked(): boolean;
  /** From now on somebody closes in order what is open, and says in a log why. */
  takeOver(): void;
};

/** A second signal means: at once. */
const AT_ONCE = 130;
/** What a supervisor usually grants before it kills is 10 s; whatever hangs is left behind before that. */
export const DEADLINE_MS = 9_500;

/** Listens from the first moment, before anything that takes time is loaded: as process 1 a signal nobody hears is lost. */
export function listenForStop(): Stopping {
  let ending = false;
  let isHeard = false;
  const { promise, resolve } = Promise.withResolvers<End>();
  const end = (why: End) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(why.code), DEADLINE_MS).unref();
    resolve(why);
  };
  process.on('uncaughtException', (error) => {
    if (isHeard) end({ kind: 'crashed', error, code: 1 });
    else fail(error);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(AT_ONCE));
      end({ kind: 'asked', signal, code: 0 });
    });
  }
  return {
    asked: promise,
    isAsked: () => ending,
    takeOver: () => {
      isHeard = true;
    },
  };
}

/** Where nothing is open and no log is there yet. Without it Node would end with 0, and without a word. */
export function fail(error: unknown): never {
  process.stderr.write(`${inspect(error)}\n`);
  process.exit(1);
}

/** Says in the log why it ends; a rejection that nobody caught is logged, and ends nothing. */
export function logEnd(stopping: Stopping, log: Log): void {
  stopping.takeOver();
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'A promise was rejected and nobody caught it'),
  );
  void stopping.asked.then((end) => {
    if (end.kind === 'asked') log.info({ signal: end.signal }, 'Stopping');
    else log.error({ err: end.error }, 'A bug that nobody caught: stopping');
  });
}
