import type { Span, Text } from './reply.ts';

/** How much of a platform's limit a span takes, escaping included; a string's beginning never takes more than the whole. */
export type Measure = (span: Span) => number;

/**
 * A text in pieces that each measure at most `max`, nothing lost, cut where a reader would: at a line, a sentence, a
 * word, and only then between two characters as people count them.
 */
export function splitText(text: Text, max: number, measure: Measure): Text[] {
  if (text.reduce((sum, span) => sum + measure(span), 0) <= max) return [text];
  const pieces: Span[][] = [];
  let piece: Span[] = [];
  let room = max;
  const flush = () => {
    if (piece.length > 0) pieces.push(piece);
    piece = [];
    room = max;
  };
  for (const span of text.flatMap(divideCites).filter((each) => measure(each) > 0 && each !== '')) {
    let rest: Span | undefined = span;
    while (rest !== undefined) {
      const size: number = measure(rest);
      if (size <= room) {
        piece.push(rest);
        room -= size;
        rest = undefined;
        continue;
      }
      const cut: readonly [Span, Span] | undefined = cutSpan(rest, room, measure, piece.length === 0);
      if (cut !== undefined) {
        piece.push(cut[0]);
        rest = cut[1];
      } else if (piece.length === 0) {
        piece.push(rest);
        rest = undefined;
      }
      flush();
    }
  }
  flush();
  return pieces;
}

/** A string in pieces that each measure at most `max`. */
export function splitString(text: string, max: number, measure: (text: string) => number): string[] {
  const inWords: Measure = (span) => (typeof span === 'string' ? measure(span) : 0);
  return splitText([text], max, inWords).map((piece) => piece.join(''));
}

/** The longest beginning of `text` with at most `max` UTF-16 units, never half a character. */
export function beginning(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, characterStart(text, max));
}

const MOST_CITES = 40;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function divideCites(span: Span): Span[] {
  if (typeof span === 'string' || !('cite' in span) || span.cite.length <= MOST_CITES) return [span];
  const parts: Span[] = [];
  for (let from = 0; from < span.cite.length; from += MOST_CITES) {
    parts.push({ cite: span.cite.slice(from, from + MOST_CITES) });
  }
  return parts;
}

function cutSpan(span: Span, room: number, measure: Measure, must: boolean): [Span, Span] | undefined {
  if (typeof span === 'string') return cutWords(span, (words) => words, room, measure, must);
  if ('bold' in span) return cutWords(span.bold, (bold) => ({ bold }), room, measure, must);
  if ('italic' in span) return cutWords(span.italic, (italic) => ({ italic }), room, measure, must);
  if ('code' in span) return cutWords(span.code, (code) => ({ code }), room, measure, must);
  return undefined;
}

function cutWords(
  words: string,
  wrap: (words: string) => Span,
  room: number,
  measure: Measure,
  must: boolean,
): [Span, Span] | undefined {
  const most = longestThatFits(words, room, (part) => measure(wrap(part)) <= room);
  const at = seam(words, most, must);
  return at === 0 || at === words.length ? undefined : [wrap(words.slice(0, at)), wrap(words.slice(at))];
}

/** How many units of `words` fit, by halving; none takes less than one of the room. */
function longestThatFits(words: string, room: number, fits: (part: string) => boolean): number {
  let low = 0;
  let high = Math.min(words.length, room);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(words.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to cut at or before `most`; 0 for nowhere, unless a cut must be. */
function seam(words: string, most: number, must: boolean): number {
  const window = words.slice(0, most);
  for (const boundary of [/\n(?=[^\n]*$)/u, /[.!?。！？]["”»)\]]*\s?(?=[^.!?。！？]*$)/u, /\s(?=\S*$)/u]) {
    const found = boundary.exec(window);
    if (found !== null && found.index + found[0].length > most / 2) return found.index + found[0].length;
  }
  const space = window.search(/\s\S*$/u);
  if (space > 0) return space + 1;
  return must ? characterStart(words, most) : 0;
}

/** The start of the character (grapheme, else code point) that stands at `most`; at least one code point on. */
function characterStart(words: string, most: number): number {
  const from = safeStart(words, most);
  const near = words.slice(from, most + NEAR);
  const start = from + (graphemes.segment(near).containing(most - from)?.index ?? most - from);
  if (start > 0) return start;
  const first = (words.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  const splits = most > 0 && /[\ud800-\udbff]/u.test(words.charAt(most - 1));
  return Math.max(first, splits ? most - 1 : most);
}

/** Where to begin looking for characters: at a space or letter that begins one for certain, if one is near. */
function safeStart(words: string, most: number): number {
  for (let at = most - 1; at >= 0 && at > most - NEAR; at -= 1) {
    if (words.charCodeAt(at) < 0x80) return at;
  }
  return 0;
}

const NEAR = 200;
