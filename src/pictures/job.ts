/** From a picture's name to what it is drawn from, and from that to scenes. */
import type { Briefing } from '../briefing/briefing.ts';
import type { PictureTheme } from '../ports/pictures.ts';
import { type DigestFacts, digestFacts, digestScenes } from './digest.ts';
import { type MapFacts, mapFacts } from './map/facts.ts';
import { mapScene } from './map/map.ts';
import { type MatrixFacts, matrixFacts, matrixScenes } from './matrix.ts';
import type { PictureMessages } from './messages.ts';
import { type QuoteFacts, quoteFacts, quoteScenes } from './quote.ts';
import type { Scene } from './scene.ts';
import { THEMES } from './theme.ts';
import { type TimelineFacts, timelineFacts, timelineScenes } from './timeline.ts';

/** Plain data, which goes to the worker. */
export type Job =
  | { readonly kind: 'map'; readonly facts: MapFacts }
  | { readonly kind: 'timeline'; readonly facts: TimelineFacts }
  | { readonly kind: 'positions'; readonly facts: MatrixFacts }
  | { readonly kind: 'quote'; readonly facts: QuoteFacts }
  | { readonly kind: 'digest'; readonly facts: DigestFacts };

/** Undefined where the briefing has nothing of the kind, or the name names nothing. */
export function jobOf(picture: string, briefing: Briefing, say: PictureMessages): Job | undefined {
  const [kind = '', items = ''] = picture.split(':', 2);
  switch (kind) {
    case 'map':
      return made('map', mapFacts(briefing, say));
    case 'timeline':
      return made('timeline', timelineFacts(briefing, say));
    case 'positions':
      return made('positions', matrixFacts(briefing, say));
    case 'quote':
      return made('quote', quoteFacts(items, briefing, say));
    case 'digest':
      return made('digest', digestFacts(items.split(',').filter(Boolean), briefing, say));
    default:
      return undefined;
  }
}

function made<K extends Job['kind'], F>(kind: K, facts: F | undefined): { kind: K; facts: F } | undefined {
  return facts === undefined ? undefined : { kind, facts };
}

export function scenesOf(job: Job, theme: PictureTheme, say: PictureMessages): Scene[] {
  const colors = THEMES[theme];
  switch (job.kind) {
    case 'map':
      return [mapScene(job.facts, colors, say)];
    case 'timeline':
      return timelineScenes(job.facts, colors, say);
    case 'positions':
      return matrixScenes(job.facts, colors, say);
    case 'quote':
      return quoteScenes(job.facts, colors, say);
    case 'digest':
      return digestScenes(job.facts, colors, say);
  }
}
