/** A digest's card. */
import type { DigestFacts } from './facts/digest.ts';
import type { PictureMessages } from './messages.ts';
import { header, PAGE_MARGIN, PAGE_WIDTH } from './page.ts';
import type { Mark, Scene } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

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
