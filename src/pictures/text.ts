/** How wide a text is and where its lines break, from the tables of letters alone. */
import widths from './data/widths.json' with { type: 'json' };
import type { Face } from './fonts.ts';

/** Kerning and rounding may add this much to a line. */
const SLACK = 1.015;
const HANGUL = /\p{Script=Hangul}/u;
const HANGUL_EM = 0.93;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const tables = Object.fromEntries(
  Object.entries(widths as unknown as Record<string, Record<string, string>>).map(([face, groups]) => [
    face,
    new Map(
      Object.entries(groups).flatMap(([width, letters]) =>
        [...letters].map((one) => [one, Number(width) / 1000]),
      ),
    ),
  ]),
) as Record<Face, Map<string, number>>;

/** Whether Inter has the letter; others need a face of Noto Sans. */
export function isInInter(character: string): boolean {
  return tables.regular.has(character);
}

/** In pixels, at most a hundredth too much. */
export function widthOf(text: string, face: Face, size: number, tracking = 0): number {
  let em = 0;
  let count = 0;
  for (const character of text) {
    em += tables[face].get(character) ?? (HANGUL.test(character) ? HANGUL_EM : 1);
    count += 1;
  }
  return em * size * SLACK + Math.max(0, count - 1) * tracking;
}

/** Lines no wider than `most`: broken at spaces, between the letters of Chinese and Japanese, and within what is longer. */
export function wrapped(text: string, face: Face, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const joined = line + piece;
    if (widthOf(joined.trimEnd(), face, size) <= most) line = joined;
    else {
      if (line.trim() !== '') lines.push(line.trim());
      const parts = broken(piece.trimStart(), face, size, most);
      line = parts.pop() ?? '';
      lines.push(...parts);
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/**
 * Words with the space after them, and each full-width letter by itself with the marks that must not begin a line. A
 * no-break space is a part of its word.
 */
function pieces(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．・ー」』）]*|(?:\u00a0|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])+[^\S\u00a0]*|[^\S\u00a0]+/gu,
    ) ?? []
  );
}

/** A word that is wider than a line, in parts that are not. */
function broken(word: string, face: Face, size: number, most: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && widthOf((part + segment).trimEnd(), face, size) > most) {
      parts.push(part);
      part = segment;
    } else part += segment;
  }
  return part === '' ? parts : [...parts, part];
}
