/** A digest's card: the briefing, its days, and what the edition leads with. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Ref } from '../briefing/refs.ts';
import { unbrokenCitation } from '../reply/citation.ts';
import { datesOf, isPresent } from './briefing.ts';
import type { PictureMessages } from './messages.ts';
import { header, PAGE_MARGIN, PAGE_WIDTH } from './page.ts';
import type { Mark, Scene } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

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

const TEXT = { face: 'regular', size: 17.5, leading: 25 } as const;
const BULLET = 20;
const GAP = 12;

export function digestScenes(facts: DigestFacts, theme: Theme, say: PictureMessages): Scene[] {
  const head = header({ title: facts.title, lines: [facts.dates] }, theme);
  const marks: Mark[] = [...head.marks];
  let y = head.height + 16;
  for (const point of facts.points) {
    marks.push({ kind: 'circle', x: PAGE_MARGIN + 5, y: y + 13, r: 4, fill: theme.accent });
    for (const text of wrapped(point, TEXT.face, TEXT.size, PAGE_WIDTH - 2 * PAGE_MARGIN - BULLET)) {
      y += TEXT.leading;
      const place = { x: PAGE_MARGIN + BULLET, y: y - 6 };
      marks.push({
        kind: 'text',
        ...place,
        text,
        face: TEXT.face,
        size: TEXT.size,
        fill: theme.ink,
        on: [theme.page],
      });
    }
    y += GAP;
  }
  return [
    {
      width: PAGE_WIDTH,
      height: Math.ceil(y + 10),
      background: theme.page,
      alt: say.digest.alt(facts.title, facts.points),
      marks,
    },
  ];
}
