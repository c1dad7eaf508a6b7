/** Reasons as they stand in the store: JSON, `{"code":"missed","graceMs":21600000}`. */
import type { Reason } from '../ports/reasons.ts';

export function reasonWritten(reason: Reason): string {
  return JSON.stringify(reason);
}

/** What is no reason of ours was written by an earlier version, in words. */
export function reasonRead(written: string | null): Reason {
  if (written === null) return { code: 'words', words: '' };
  if (!written.startsWith('{"code":')) return { code: 'words', words: written };
  return JSON.parse(written) as Reason;
}
