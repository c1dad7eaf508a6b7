import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withDeadline } from '../../src/digest/delivery/deadline.ts';

const HOUR = 3_600_000;

test('work that has a deadline hears when the process stops, when its time is over, and when it began too late', async () => {
  const stopping = new AbortController();
  const stopped = withDeadline(stopping.signal, HOUR, ended);
  stopping.abort(new Error('stopping'));
  expect(await stopped).toMatchObject({ message: 'stopping' });
  expect(await withDeadline(stopping.signal, HOUR, async (signal) => signal.aborted)).toBe(true);
  expect(await withDeadline(new AbortController().signal, 1, ended)).toMatchObject({ name: 'TimeoutError' });
});

test('when the work is done or has failed, nothing is held and nothing ends it any more', async () => {
  const stopping = new AbortController();
  const signals: AbortSignal[] = [];
  const done = await withDeadline(stopping.signal, 20, async (signal) => signals.push(signal));
  const failing = withDeadline(stopping.signal, 20, async (signal) => {
    signals.push(signal);
    throw new Error('a failure');
  });
  await expect(failing).rejects.toThrow('a failure');
  expect(done).toBe(1);
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  await sleep(40);
  stopping.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
});

async function ended(signal: AbortSignal): Promise<unknown> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return signal.reason;
}
