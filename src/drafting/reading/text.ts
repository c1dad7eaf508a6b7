/** Plain text into paragraphs: its lines, or, where lines are broken at a width, what stands between blank lines. */

/** A line that a program broke has about this many characters; a paragraph seldom ends so often at the same place. */
const BROKEN = { least: 40, most: 100 };

/** Pure. */
export function paragraphsIn(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const blocks = blocksOf(lines);
  const paragraphs = areBroken(blocks) ? blocks.map((block) => block.join(' ')) : blocks.flat();
  return paragraphs.map(clean).filter((line) => line !== '');
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
