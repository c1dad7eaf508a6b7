/**
 * What stands between quotation marks: double and single, guillemets, German and Japanese marks. An apostrophe is none.
 * A quotation that is not closed at its paragraph's end and is opened again in the next runs on there.
 */

export type Quote = {
  readonly paragraph: number;
  /** With its marks. */
  readonly start: number;
  readonly end: number;
  /** Without them, and without spaces at its ends. */
  readonly inner: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly closed: boolean;
  /** It goes on from the paragraph before, whose quotation was left open. */
  readonly continues: boolean;
};

/** Pure; in the order of the text. Paragraphs are counted from 1. */
export function quotesIn(paragraphs: readonly string[]): Quote[] {
  const reversed = /»\p{L}/u.test(paragraphs.find((text) => /[«»]/.test(text)) ?? '');
  let before: Quote | undefined;
  return paragraphs.flatMap((text, index) => {
    const quotes = quotesOf(text, index + 1, reversed, before);
    before = quotes.at(-1) ?? (text.trim() === '' ? before : undefined);
    return quotes;
  });
}

function quotesOf(text: string, paragraph: number, reversed: boolean, before: Quote | undefined): Quote[] {
  const quotes: Quote[] = [];
  let at = 0;
  while (at < text.length) {
    const start = nextOpening(text, at, reversed);
    if (start === undefined) break;
    const close = closingOf(text, start, reversed);
    const end = close === undefined ? text.length : close + 1;
    const inner = trimmed(text, start + 1, close ?? text.length);
    const continues =
      quotes.length === 0 &&
      text.slice(0, start).trim() === '' &&
      before?.closed === false &&
      before.paragraph === paragraph - 1;
    if (inner.end > inner.start)
      quotes.push({
        paragraph,
        start,
        end,
        inner,
        text: text.slice(inner.start, inner.end),
        closed: close !== undefined,
        continues,
      });
    at = end;
  }
  return quotes;
}

function nextOpening(text: string, from: number, reversed: boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (OPENERS.test(text[at]!) && opens(text, at, reversed)) return at;
  }
  return undefined;
}

function opens(text: string, at: number, reversed: boolean): boolean {
  const [before, mark, after] = [text[at - 1] ?? ' ', text[at]!, text[at + 1] ?? ' '];
  if (mark === '«') return !reversed;
  if (mark === '»') return reversed;
  if ('“„‟「『‹'.includes(mark)) return true;
  const free = /[\s([{—–/\-“‘"…]/.test(before);
  if (mark === '"') return free && /\S/.test(after);
  // A single mark: not before the letters that an apostrophe stands for ('em, 'til), nor before a year ('84).
  if (!free || !/\S/.test(after)) return false;
  return !ELIDED.test(text.slice(at + 1, at + 8));
}

function closingOf(text: string, start: number, reversed: boolean): number | undefined {
  const mark = text[start]!;
  if (mark === '‘' || mark === "'" || mark === '‚') return closingSingle(text, start);
  const closers = mark === '»' || mark === '«' ? (reversed ? '«' : '»') : (CLOSERS[mark] ?? '"');
  for (let at = start + 1; at < text.length; at++) {
    if (!closers.includes(text[at]!)) continue;
    // Inches and minutes are no closing marks, where a real one follows.
    if (text[at] === '"' && /\d/.test(text[at - 1]!) && /^\s?[xX×]|^\s\d/.test(text.slice(at + 1, at + 4)))
      continue;
    return at;
  }
  return undefined;
}

/**
 * A closing single mark looks like an apostrophe. One after a sign, or before one, closes; one that follows an s and
 * stands before another word may be a genitive (the workers' rights), unless nothing after it can close.
 */
function closingSingle(text: string, start: number): number | undefined {
  const closer = text[start] === "'" ? "'" : '’';
  let genitive: number | undefined;
  for (let at = start + 2; at < text.length; at++) {
    const mark = text[at]!;
    if (genitive !== undefined && (mark === '‘' || (mark === "'" && opens(text, at, false)))) return genitive;
    const [before, after] = [text[at - 1]!, text[at + 1] ?? ' '];
    if (mark !== closer || /[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) continue;
    if (/[.,?!…—–;:)\]]/.test(before) || /[.,?!…;:)\]—–]/.test(after) || at === text.length - 1) return at;
    if (!/[sS]/.test(before) && !DROPPED.test(text.slice(Math.max(0, at - 6), at))) return at;
    genitive ??= at;
  }
  return genitive;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

const OPENERS = /["“„‟«»「『‹‘‚']/;
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '‟': '”"',
  '„': '“”"',
  '「': '」',
  '『': '』',
  '‹': '›',
};
const ELIDED = /^(?:em|til|tis|twas|cause|bout|round|n|cos|tude)\b|^\d\ds?\b/i;
/** goin', an', o': letters left off at a word's end. */
const DROPPED = /(?:\w{2}in|\ban|\bo|\bth|\bol)$/;
