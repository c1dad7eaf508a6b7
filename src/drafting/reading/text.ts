/** Plain text into paragraphs: its lines, or, where lines are broken at a width, what stands between blank lines. */

/** A line that a program broke has about this many characters; a paragraph seldom ends so often at the same place. */
const BROKEN = { least: 40, most: 100 };

/** A longer line was saved without its line breaks: it becomes several paragraphs, so that each can be cited. */
const LONGEST = 3_000;

/** Pure. */
export function paragraphsIn(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const blocks = blocksOf(lines);
  const paragraphs = areBroken(blocks) ? blocks.map((block) => block.join(' ')) : blocks.flat();
  return paragraphs.flatMap((line) => divided(clean(line))).filter((line) => line !== '');
}

/** Divides what is too long where a sentence ends, else at a space, else between two letters. */
function divided(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > LONGEST) {
    const to = from + endWithin(text.slice(from, from + LONGEST));
    pieces.push(text.slice(from, to).trim());
    from = to;
  }
  return [...pieces, text.slice(from).trim()];
}

function endWithin(window: string): number {
  const half = LONGEST / 2;
  const sentence = [...window.matchAll(/[.?!…。]["”’'»」)\]]*(?=\s)/gu)].at(-1);
  if (sentence && sentence.index > half) return sentence.index + sentence[0].length;
  const space = window.lastIndexOf(' ');
  if (space > half) return space;
  // Not between the two halves of one sign.
  return /[\uD800-\uDBFF]$/.test(window) ? LONGEST - 1 : LONGEST;
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push(line.trim());
  }
  return blocks.filter((block) => block.length > 0);
}

function areBroken(blocks: readonly string[][]): boolean {
  const inner = blocks.flatMap((block) => block.slice(0, -1));
  if (inner.length < 6 || blocks.length < 3) return false;
  const full = inner.filter(({ length }) => length >= BROKEN.least && length <= BROKEN.most);
  const open = inner.filter((line) => !/[.?!:]["”’')]*$/.test(line));
  return full.length > inner.length * 0.8 && open.length > inner.length * 0.6;
}

/** One line without what cannot be seen: spaces of every kind are one space. */
function clean(line: string): string {
  return line
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, (signs) => (/\t/.test(signs) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}
