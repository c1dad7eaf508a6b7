import { expect } from 'vitest';
import type { Watched } from './browser.ts';

/** Fails on any console error, and on any request to another host, since the page was opened. */
export function expectNoTrouble({ troubles }: Watched): void {
  expect(troubles).toEqual([]);
}
