/**
 * Draws what is asked for most before anybody asks: the first map takes a few hundred milliseconds, most of them for
 * reading the world's coasts, the next thousand take none.
 */
import { setTimeout } from 'node:timers/promises';
import type { Pictures, PictureTheme, PictureWanted } from '../ports/pictures.ts';

/** The start is over then, and what fell due has been seen to. */
const AFTER_MS = 15_000;
const WANTED = ['map', 'timeline', 'positions'];
/** More would not stay in memory. */
const MOST = 60;

/** One after the other, so that whoever asks meanwhile waits for one picture at most. Ends early by the signal. */
export async function drawAhead(
  pictures: Pictures,
  briefings: readonly string[],
  themes: readonly PictureTheme[],
  { signal, afterMs = AFTER_MS }: { readonly signal: AbortSignal; readonly afterMs?: number },
): Promise<void> {
  const wanted = briefings.flatMap((briefing) =>
    themes.flatMap((theme) => WANTED.map((picture): PictureWanted => ({ briefing, picture, theme }))),
  );
  // The timer alone keeps no process alive.
  if (afterMs > 0) await setTimeout(afterMs, undefined, { signal, ref: false }).catch(() => undefined);
  for (const one of wanted.slice(0, MOST)) {
    if (signal.aborted) return;
    await pictures.draw(one);
  }
}
