/** The briefings that are drawn in the tests, and what of them is compared with approved pictures. */
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import type { Picture, PictureTheme } from '../../src/ports/pictures.ts';
import { silent } from '../kit/log.ts';

const FOLDERS = {
  kuril: '../../briefings/kuril',
  /** A ruling across two continents, a disputed lake, a very long name, a very long quotation. */
  court: '../fixtures/pictures/court',
  /** Forty places on both sides of the antimeridian, most of them close together. */
  storm: '../fixtures/pictures/storm',
  /** Japanese, Korean and Russian script, and a single event. */
  ferry: '../fixtures/pictures/ferry',
  /** No place has coordinates; events that others took the place of. */
  story: '../fixtures/story/day3',
} as const;

export type Drawable = keyof typeof FOLDERS;

export const APPROVED: readonly (readonly [Drawable, string, PictureTheme])[] = [
  ['kuril', 'map', 'light'],
  ['court', 'map', 'dark'],
  ['court', 'positions', 'light'],
  ['court', 'quote:judgment', 'light'],
  ['court', 'digest', 'dark'],
  ['storm', 'map', 'light'],
  ['ferry', 'map', 'dark'],
  ['ferry', 'quote:waits', 'light'],
  ['ferry', 'timeline', 'light'],
  ['story', 'timeline', 'light'],
];

/** What the README shows, as docs/pictures/KIND-THEME.png. */
export const SHOWN: readonly (readonly [Drawable, string, PictureTheme])[] = [
  ['kuril', 'map', 'light'],
  ['kuril', 'map', 'dark'],
  ['kuril', 'timeline', 'light'],
  ['kuril', 'positions', 'light'],
  ['kuril', 'quote:newsham-hedge', 'light'],
  ['kuril', 'digest', 'dark'],
];

export function briefingNamed(name: Drawable): Briefing {
  const loaded = loadBriefing(fileURLToPath(new URL(FOLDERS[name], import.meta.url)));
  if (loaded.kind === 'faults') throw new Error(`${name} has faults: ${JSON.stringify(loaded.faults)}`);
  return loaded.briefing;
}

/** Draws in a thread of its own, one after the other; what cannot be drawn is an error. */
export async function drawnAll(
  wanted: readonly (readonly [Drawable, string, PictureTheme])[],
): Promise<Picture[][]> {
  const briefings = new Map(wanted.map(([name]) => [name, briefingNamed(name)]));
  const log = silent;
  const pictures = createPictures({ briefing: (id) => briefings.get(id as Drawable), log });
  try {
    const found: Picture[][] = [];
    for (const [name, picture, theme] of wanted) {
      const drawn = await pictures.draw({ briefing: name, picture, theme });
      if (drawn.kind === 'none') throw new Error(`${name} ${picture} was not drawn: ${drawn.why}`);
      found.push([...drawn.pictures]);
    }
    return found;
  } finally {
    await pictures.close();
  }
}

export function approvedFile({ name }: Picture): URL {
  return new URL(`../fixtures/pictures/approved/${name}`, import.meta.url);
}
