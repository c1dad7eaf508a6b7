/**
 * How many letters were mistyped: insertions, losses, replacements and neighbours swapped (the optimal string
 * alignment distance). More than `atMost` is told as `atMost + 1`, and costs little to find out.
 */
export function editsBetween(a: string, b: string, atMost: number): number {
  if (a === b) return 0;
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > atMost) return atMost + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const differs = from[row - 1] === to[column - 1] ? 0 : 1;
      let edits = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + differs);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) edits = Math.min(edits, twoAbove[column - 2]! + 1);
      here.push(edits);
    }
    if (Math.min(...here) > atMost) return atMost + 1;
    twoAbove = above;
    above = here;
  }
  return Math.min(above[to.length]!, atMost + 1);
}

/** Whether `typed` is `meant` with as many typing errors as a word of that length may have. */
export function isMistyped(typed: string, meant: string): boolean {
  const allowed = editsAllowed(Math.max(typed.length, meant.length));
  return allowed > 0 && editsBetween(typed, meant, allowed) <= allowed;
}

/** In words of four letters and fewer, one letter makes another word. */
function editsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}
