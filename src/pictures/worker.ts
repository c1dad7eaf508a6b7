/** The thread that draws, which the bot's own never waits for. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from './answer.ts';

/** Whether what is compiled is kept for the next start: a thread does not take that over from the one that starts it. */
export type Started = { readonly keepsCompiled: boolean };

const { keepsCompiled } = workerData as Started;
if (keepsCompiled) enableCompileCache();
const { answer } = await import('./answer.ts');
// A thread that is ended writes nothing down any more.
if (keepsCompiled) flushCompileCache();

parentPort?.on('message', async (asked: Asked) => {
  const answered = await answer(asked);
  const pages = answered.kind === 'drawn' ? answered.pages : [];
  parentPort?.postMessage(
    answered,
    pages.map(({ data }) => data.buffer as ArrayBuffer),
  );
});
