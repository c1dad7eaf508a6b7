/** The desk's parts, with a note of whether anything was begun that a store which goes down leaves in doubt. */
import type { DeskParts } from './desk-parts.ts';

/** `begin` is called right before whatever may change something or post it. */
export function noted(parts: DeskParts, begin: () => void): DeskParts {
  const { store, postNow } = parts;
  const { subscriptions } = store;
  const begun =
    <A extends readonly unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      begin();
      return act(...args);
    };
  return {
    ...parts,
    postNow: begun(postNow),
    store: {
      ...store,
      forget: begun(store.forget),
      subscriptions: {
        ...subscriptions,
        put: begun(subscriptions.put),
        remove: begun(subscriptions.remove),
      },
    },
  };
}
