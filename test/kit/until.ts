/** Waits for what comes by itself: as long as a loaded machine may take, so that only what never comes fails. */

export const LONGEST_MS = 50_000;
const LOOK_EVERY_MS = 10;

/** Until `look` finds something that is neither false nor undefined; throws with `what` when it never does. */
export async function until<T>(
  look: () => T | false | undefined | Promise<T | false | undefined>,
  what: string,
  longestMs = LONGEST_MS,
): Promise<T> {
  const end = performance.now() + longestMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${longestMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
