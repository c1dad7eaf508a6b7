/** One direct quotation as a card to share. */
import type { QuoteFacts } from './facts/quote.ts';
import type { Face } from './fonts.ts';
import type { PictureMessages } from './messages.ts';
import { PAGE_WIDTH } from './page.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

const PADDING = 44;
const BAR = 6;
const SIZES = [34, 30, 27, 24, 22];
const LEADING = 1.34;
const MOST_WORDS_HEIGHT = 430;
const SPEAKER = { face: 'bold', size: 21, leading: 27 } as const;
const ABOUT = { face: 'regular', size: 16, leading: 22 } as const;
const SOURCE = { face: 'regular', size: 14, leading: 19 } as const;

/** One card; two or more where even the smallest type does not hold the words. Nothing is cut. */
export function quoteScenes(facts: QuoteFacts, theme: Theme, say: PictureMessages): Scene[] {
  const room = PAGE_WIDTH - 2 * PADDING;
  const setIn = (size: number) => {
    const lines = wrapped(`“${facts.words}”`, 'semibold', size, room);
    return { size, lines, most: Math.max(1, Math.floor(MOST_WORDS_HEIGHT / (size * LEADING))) };
  };
  const tried = SIZES.map(setIn);
  const { size, lines, most } =
    tried.find((one) => one.lines.length <= one.most) ?? tried.at(-1) ?? setIn(22);
  const cards = Math.ceil(lines.length / most);
  const each = Math.ceil(lines.length / cards);
  return Array.from({ length: cards }, (_, card) =>
    cardOf(lines.slice(card * each, (card + 1) * each), size, card + 1, cards, facts, theme, say),
  );
}

function cardOf(
  lines: readonly string[],
  size: number,
  card: number,
  cards: number,
  facts: QuoteFacts,
  theme: Theme,
  say: PictureMessages,
): Scene {
  const room = PAGE_WIDTH - 2 * PADDING;
  const marks: Mark[] = [];
  let y = PADDING - size * 0.3;
  // Shared by itself, a later card would look like a beginning.
  if (card > 1) {
    y += ABOUT.size;
    marks.push(line(say.quote.continuing, y, 'italic', ABOUT.size, theme.quiet, theme));
    y += ABOUT.leading / 2;
  }
  for (const text of lines) {
    y += size * LEADING;
    marks.push(line(text, y - size * 0.3, 'semibold', size, theme.ink, theme));
  }
  if (card < cards) {
    y += 26;
    marks.push(line(say.quote.continued, y, 'italic', ABOUT.size, theme.quiet, theme));
  }
  y += 24;
  put(wrapped(facts.speaker, SPEAKER.face, SPEAKER.size, room), SPEAKER, theme.ink);
  for (const about of facts.about) put(wrapped(about, ABOUT.face, ABOUT.size, room), ABOUT, theme.quiet);
  y += 12;
  const part = cards === 1 ? '' : `${say.part(card, cards)} · `;
  put(wrapped(`${part}${facts.source}`, SOURCE.face, SOURCE.size, room), SOURCE, theme.quiet);
  const height = Math.ceil(y + PADDING * 0.7);
  const bar: Mark = { kind: 'rect', box: { x: 0, y: 0, w: BAR, h: height }, fill: theme.dot };
  return {
    width: PAGE_WIDTH,
    height,
    background: theme.page,
    alt: altOf(facts, card, cards, say),
    marks: [bar, ...marks],
  };

  function put(
    texts: readonly string[],
    look: typeof SPEAKER | typeof ABOUT | typeof SOURCE,
    fill: string,
  ): void {
    for (const text of texts) {
      y += look.leading;
      marks.push(line(text, y - 5, look.face, look.size, fill, theme));
    }
  }
}

/** The whole of the words, on each card. */
function altOf(
  { words, speaker, about, source }: QuoteFacts,
  card: number,
  cards: number,
  say: PictureMessages,
): string {
  const alt = say.quote.alt(words, [speaker, ...about, source].join(', '));
  return cards === 1 ? alt : say.altPart(alt, card, cards);
}

function line(text: string, y: number, face: Face, size: number, fill: string, theme: Theme): TextMark {
  return { kind: 'text', x: PADDING, y, text, face, size, fill, on: [theme.page] };
}
