/** Below the map: the names behind its numbers, and the places that lie beyond it. */
import type { PictureMessages } from '../messages.ts';
import { PAGE_MARGIN, PAGE_WIDTH } from '../page.ts';
import type { Mark } from '../scene.ts';
import { wrapped } from '../text.ts';
import type { Theme } from '../theme.ts';
import type { Sited } from './sited.ts';

export type KeyEntry = { readonly number: number; readonly places: readonly Sited[] };

const SIZE = 14;
const LEADING = 19;
const NUMBER_WIDTH = 28;
const COLUMN_GAP = 24;
const PADDING = 12;

export function keyRows(
  key: readonly KeyEntry[],
  away: readonly string[],
  top: number,
  theme: Theme,
  say: PictureMessages,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (key.length === 0 && away.length === 0) return { marks: [], height: 0 };
  const columnWidth = (PAGE_WIDTH - 2 * PAGE_MARGIN - COLUMN_GAP) / 2;
  const half = Math.ceil(key.length / 2);
  const marks: Mark[] = [{ kind: 'rect', box: { x: 0, y: top, w: PAGE_WIDTH, h: 1 }, fill: theme.rule }];
  const columns = [key.slice(0, half), key.slice(half)].map((entries, column) => {
    const x = PAGE_MARGIN + column * (columnWidth + COLUMN_GAP);
    let y = top + PADDING;
    for (const { number, places } of entries) {
      marks.push(text(String(number), x, y + LEADING - 5, 'bold'));
      for (const line of wrapped(namesOf(places), 'regular', SIZE, columnWidth - NUMBER_WIDTH)) {
        y += LEADING;
        marks.push(text(line, x + NUMBER_WIDTH, y - 5, 'regular'));
      }
    }
    return y;
  });
  let y = Math.max(top + PADDING, ...columns);
  if (away.length > 0) {
    const sentence = `${say.map.beyond}${away.join('; ')}.`;
    for (const line of wrapped(sentence, 'regular', SIZE, PAGE_WIDTH - 2 * PAGE_MARGIN)) {
      y += LEADING;
      marks.push(text(line, PAGE_MARGIN, y - 5, 'regular'));
    }
  }
  return { marks, height: y + PADDING - top };

  function text(words: string, x: number, at: number, face: 'bold' | 'regular'): Mark {
    return { kind: 'text', x, y: at, text: words, face, size: SIZE, fill: theme.ink, on: [theme.page] };
  }
}

function namesOf(places: readonly Sited[]): string {
  return places
    .map(({ names, dates }) => [names.join(' / '), dates].filter((part) => part !== undefined).join(', '))
    .join(' · ');
}
