/** From a picture's name to what it is drawn from. */
import type { Briefing } from '../briefing/briefing.ts';
import { type DigestFacts, digestFacts } from './facts/digest.ts';
import { type MapFacts, mapFacts } from './facts/map.ts';
import { type MatrixFacts, matrixFacts } from './facts/positions.ts';
import { type QuoteFacts, quoteFacts } from './facts/quote.ts';
import { type TimelineFacts, timelineFacts } from './facts/timeline.ts';
import type { PictureMessages } from './messages.ts';

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
