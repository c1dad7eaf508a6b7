/** How often a property is tried: a share of it in `npm test`, all of it among the long tests, which run its file too. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly thorough: boolean;
  }
}

const SHARE = 3;

export function runs(all: number): number {
  return inject('thorough') ? all : Math.ceil(all / SHARE);
}
