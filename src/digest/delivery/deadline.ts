/**
 * Does `work` with a signal that ends with `ending`, or after `ms` milliseconds, whichever is first. Once it is done it
 * holds nothing: `AbortSignal.any` would leave a mark on `ending`, which lives as long as the process, for each call
 * (in Node 20 for good), and its timer would run on.
 */
export async function withDeadline<T>(
  ending: AbortSignal,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const end = () => own.abort(ending.reason);
  const timer = setTimeout(() => own.abort(new DOMException('The deadline passed', 'TimeoutError')), ms);
  if (ending.aborted) end();
  ending.addEventListener('abort', end, { once: true });
  try {
    return await work(own.signal);
  } finally {
    clearTimeout(timer);
    ending.removeEventListener('abort', end);
  }
}
