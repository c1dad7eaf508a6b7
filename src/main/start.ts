/**
 * `npm start`: opens the port of health before anything that takes time is loaded, so that whoever looks after the
 * process hears at once that it lives. It is ready once all else is up.
 */
import { setImmediate } from 'node:timers/promises';
import { readOpsPort } from '../config.ts';
import { STARTING } from '../ops/health.ts';
import { openOps } from './listening.ts';
import { listenForStop } from './stopping.ts';
import type { Verb } from './verb.ts';

/** The most of what is loaded, in pieces: between them whoever asks is answered. */
const PIECES = [
  () => import('../words/nations.ts'),
  () => import('../briefing/load.ts'),
  () => import('../store/create.ts'),
  () => import('../digest/desk/desk.ts'),
  () => import('../bot.ts'),
];

export const start: Verb = async (_args, environment, say, stopping = listenForStop()) => {
  const ops = await openOps(readOpsPort(environment, say), [STARTING], say);
  for (const load of PIECES) {
    await setImmediate();
    await load();
  }
  const { running } = await import('./running.ts');
  return running(environment, say, stopping, ops);
};
