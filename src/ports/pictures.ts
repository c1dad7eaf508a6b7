/** Pictures of a briefing: a map, a timeline, cards. Drawn beside the answering, never in its way. */

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
