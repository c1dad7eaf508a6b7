/** Pictures of a briefing: a map, a timeline, cards. Drawn beside the answering, never in its way. */
import type { Reply } from '../reply/reply.ts';

export type PictureTheme = 'light' | 'dark';

export type PictureWanted = {
  /** The briefing's id. */
  readonly briefing: string;
  /** `map`, `timeline`, `positions`, `quote:ITEM`, `digest` or `digest:ITEM,ITEM`. */
  readonly picture: string;
  readonly theme: PictureTheme;
  /** The language of what stands beside the briefing's own words, by BCP 47; English where it is left out. */
  readonly locale?: string;
};

export type Picture = {
  /** A file name, different for each picture: `kuril-map-light.png`. */
  readonly name: string;
  /** A PNG. */
  readonly data: Uint8Array;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  /** In CSS pixels; the PNG has twice as many. */
  readonly width: number;
  readonly height: number;
};

export type Drawn =
  /** At least one, in order: two hundred events take several. */
  | { readonly kind: 'drawn'; readonly pictures: readonly Picture[] }
  /** The briefing has nothing to draw, or it has letters for which there is no face, or drawing failed. */
  | { readonly kind: 'none'; readonly why: 'nothing-to-draw' | 'undrawable' | 'failed' };

export interface Pictures {
  /** Never throws: what cannot be drawn is put into words by whoever asked. */
  draw(wanted: PictureWanted): Promise<Drawn>;
  /** Ends what draws. What was asked for and is not drawn yet has failed. */
  close(): Promise<void>;
}

/** The pictures of a reply that came in time, by `pictureKey`. */
export type DrawnPictures = ReadonlyMap<string, readonly Picture[]>;

export function pictureKey(picture: string, briefing: string): string {
  return `${briefing} ${picture}`;
}

/** Draws what stands in a reply; what is not there after `withinMs` is left out, and is put into words. */
export async function drawnIn(
  { blocks }: Pick<Reply, 'blocks'>,
  pictures: Pictures,
  { theme, locale, withinMs }: { theme: PictureTheme; locale: string; withinMs: number },
): Promise<DrawnPictures> {
  const wanted = blocks.filter((block) => block.kind === 'picture');
  const found = new Map<string, readonly Picture[]>();
  const drawing = wanted.map(async ({ picture, briefing }) => {
    const drawn = await pictures.draw({ briefing, picture, theme, locale });
    if (drawn.kind === 'drawn') found.set(pictureKey(picture, briefing), drawn.pictures);
  });
  if (drawing.length > 0) await within(withinMs, Promise.all(drawing));
  // What comes later does not change what was handed out.
  return new Map(found);
}

/** Waits for something, and no longer than that. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  await Promise.race([work, over.promise]);
  clearTimeout(timer);
}
