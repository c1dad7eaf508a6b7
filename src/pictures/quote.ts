/** One direct quotation as a card to share: the words whole, who said them, and where they stand. */
import type { Briefing } from '../briefing/briefing.ts';
import type { Statement } from '../briefing/schema.ts';
import { unbrokenCitation } from '../reply/citation.ts';
import type { Face } from './fonts.ts';
import type { PictureMessages } from './messages.ts';
import { PAGE_WIDTH } from './page.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { wrapped } from './text.ts';
import type { Theme } from './theme.ts';

export type QuoteFacts = {
  /** Verbatim, without marks around the whole. */
  readonly words: string;
  readonly speaker: string;
  /** Their post, where and when it was said. */
  readonly about: readonly string[];
  /** The source and the paragraphs, and the briefing. */
  readonly source: string;
};

/** Undefined for what is not direct speech: a card never puts words in anybody's mouth. */
export function quoteFacts(id: string, briefing: Briefing, say: PictureMessages): QuoteFacts | undefined {
  const statement = briefing.statements.find((one) => one.id === id);
  if (statement === undefined || statement.mode !== 'direct' || statement.text === '') return undefined;
  return {
    words: statement.text.replace(/^["“]([^"“”]*)["”]$/u, '$1').trim(),
    speaker: say.list(statement.speakers.map((speaker) => briefing.nameOf(speaker))),
    about: [postOf(statement, briefing), settingOf(statement, say)].filter((line) => line !== ''),
    source: [briefing.title, sourceOf(statement, briefing)].filter((part) => part !== '').join(' · '),
  };
}

function postOf({ speakers }: Statement, briefing: Briefing): string {
  const [id = '', ...others] = speakers;
  const speaker = briefing.named(id);
  if (others.length > 0 || speaker?.kind !== 'person') return '';
  const { role, organisation } = speaker.item;
  const at = organisation === undefined ? '' : briefing.nameOf(organisation);
  return [role, role.includes(at) ? '' : at].filter((part) => part !== '').join(', ');
}

function settingOf({ setting, when }: Statement, say: PictureMessages): string {
  return [setting ?? '', when === undefined ? '' : say.when(when)].filter((part) => part !== '').join(', ');
}

function sourceOf({ refs }: Statement, briefing: Briefing): string {
  const [ref] = refs;
  const source = ref === undefined ? undefined : briefing.source(ref.source);
  const publisher = source?.publisher;
  return [publisher ?? '', unbrokenCitation(refs)].filter((part) => part !== '').join(' ');
}

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
