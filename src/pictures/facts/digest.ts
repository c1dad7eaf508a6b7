/** What a digest's card tells: the briefing, its days, and what the edition leads with. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Ref } from '../../briefing/refs.ts';
import { unbrokenCitation } from '../../reply/citation.ts';
import type { PictureMessages } from '../messages.ts';
import { datesOf, isPresent } from './briefing.ts';

export type DigestFacts = {
  readonly title: string;
  readonly dates: string;
  readonly points: readonly string[];
};

const MOST_POINTS = 3;

/** `items` are what the edition tells, by their ids; without them the key points are shown, the weightiest first. */
export function digestFacts(
  items: readonly string[],
  briefing: Briefing,
  say: PictureMessages,
): DigestFacts | undefined {
  const named = items.flatMap((id) => {
    const claim = briefing.claim(id);
    return claim === undefined ? [] : claim.kind === 'statement' ? [] : [pointOf(claim.item)];
  });
  const key = briefing.keyPoints.filter(({ id }) => isPresent(id, briefing)).map(pointOf);
  const points = (items.length > 0 ? named : key).filter((text) => text !== '');
  const shown = points.length > 0 ? points.slice(0, MOST_POINTS) : [briefing.summary.text.trim()];
  return { title: briefing.title, dates: datesOf(briefing.dates, say), points: shown };
}

function pointOf({ text, refs }: { readonly text: string; readonly refs: readonly Ref[] }): string {
  return text === '' ? '' : `${text} ${unbrokenCitation(refs)}`;
}
