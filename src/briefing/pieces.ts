/** A list's file cut into its items' own texts, so that one of them can be read, changed and located alone. */
import { CORE_SCHEMA, load } from 'js-yaml';

export type Piece = {
  readonly text: string;
  /** The line, counted from 1, and the character, counted from 0, at which it begins. */
  readonly line: number;
  readonly start: number;
};

/**
 * Pure. What stands before the first item belongs to none; comments after an item belong to it. `undefined` where the
 * file is not written as a plain list at the margin.
 */
export function piecesOf(text: string): readonly Piece[] | undefined {
  const pieces: { start: number; line: number }[] = [];
  let start = 0;
  let line = 1;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const sign = text[start];
    if (sign === '-') {
      if (text[start + 1] !== ' ') return undefined;
      pieces.push({ start, line });
    } else if (sign === ' ' ? pieces.length === 0 && !isBlank(text, start, end) : !isEmpty(sign))
      return undefined;
    if (end < 0) break;
    start = end + 1;
    line += 1;
  }
  return pieces.map((piece, at) => ({ ...piece, text: text.slice(piece.start, pieces[at + 1]?.start) }));
}

/** A comment or a line end. */
function isEmpty(sign: string | undefined): boolean {
  return sign === '#' || sign === '\n' || sign === '\r';
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end < 0 ? undefined : end).trim() === '';
}

/** The values of items by their texts. */
export type ReadPieces = Map<string, object>;

/** Several versions of the longest briefing; with more, all are forgotten. */
const MOST_PIECES = 60_000;

/**
 * What a file says. With `read`, an item whose text is as it was before is the same object as then.
 * @throws YAMLException where its syntax is broken.
 */
export function loadYaml(text: string, read?: ReadPieces): unknown {
  const pieces = read === undefined ? [] : (piecesOf(text) ?? []);
  if (read === undefined || pieces.length === 0) return load(text, { schema: CORE_SCHEMA });
  if (read.size > MOST_PIECES) read.clear();
  const items: unknown[] = [];
  for (const piece of pieces) {
    const item = read.get(piece.text) ?? alone(piece.text);
    // An alias of something in another item, or a mistake: all of it is read as one.
    if (item === undefined) return load(text, { schema: CORE_SCHEMA });
    read.set(piece.text, item);
    items.push(item);
  }
  return items;
}

function alone(text: string): object | undefined {
  try {
    const list: unknown = load(text, { schema: CORE_SCHEMA });
    if (!Array.isArray(list) || list.length !== 1) return undefined;
    const [item] = list;
    return typeof item === 'object' && item !== null ? item : undefined;
  } catch {
    return undefined;
  }
}
