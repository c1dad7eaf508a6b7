/** Whether `typed` is `meant` with no more typing errors than a word of that length may have. */
export function isMistyped(typed: string, meant: string): boolean {
  const allowed = editsAllowed(Math.max(typed.length, meant.length));
  return allowed > 0 && editsBetween(typed, meant, allowed) <= allowed;
}

/** In words of four letters and fewer, one letter makes another word. */
function editsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/**
 * How many letters were mistyped: insertions, losses, replacements and neighbours swapped (the optimal string
 * alignment distance). More than `atMost` is told as `atMost + 1`. Most words are unlike: that is found out first.
 */
export function editsBetween(a: string, b: string, atMost: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > from && endOfB > from && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA--;
    endOfB--;
  }
  const [restOfA, restOfB] = [a.slice(from, endOfA), b.slice(from, endOfB)];
  if (atMost === 1) return oneEdit(restOfA, restOfB) ? 1 : 2;
  if (unlike(restOfA, restOfB) > 2 * atMost) return atMost + 1;
  return alignment(restOfA, restOfB, atMost);
}

/** Of what is left between a common beginning and a common end. */
function oneEdit(a: string, b: string): boolean {
  if (a.length < 2 && b.length < 2) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** How many kinds of letters stand in one only: each edit makes at most two such. */
function unlike(a: string, b: string): number {
  let different = lettersOf(a) ^ lettersOf(b);
  let count = 0;
  for (; different !== 0; different &= different - 1) count++;
  return count;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function alignment(a: string, b: string, atMost: number): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const differs = a[row - 1] === b[column - 1] ? 0 : 1;
      let edits = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + differs);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) edits = Math.min(edits, twoAbove[column - 2]! + 1);
      here.push(edits);
      least = Math.min(least, edits);
    }
    if (least > atMost) return atMost + 1;
    twoAbove = above;
    above = here;
  }
  return Math.min(above[b.length]!, atMost + 1);
}
