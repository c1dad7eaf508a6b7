/** One short reference for all that follows from one thing: a command, a control, a delivery. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Follow } from '../ports/log.ts';

export type Trace = {
  readonly follow: Follow;
  /** The reference of what is under way; a new one where nothing is. */
  reference(): string;
  /** What each line of the log bears. */
  fields(): { readonly ref?: string };
};

/** `make` makes a reference, new each time. What follows from something else keeps that one's. */
export function createTrace(make: () => string): Trace {
  const underWay = new AsyncLocalStorage<string>();
  return {
    follow: (act, ref) => (underWay.getStore() === undefined ? underWay.run(ref ?? make(), act) : act()),
    reference: () => underWay.getStore() ?? make(),
    fields() {
      const ref = underWay.getStore();
      return ref === undefined ? {} : { ref };
    },
  };
}
