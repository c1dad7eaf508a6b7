/** A few words that name a sentence: its beginning, as far as it goes without breaking off in the middle of a phrase. */
const LONGEST = 9;

/** Pure. */
export function titleOf(text: string): string {
  const bare = text
    .replace(/^[*•‣▪·–-]\s*/u, '')
    .replace(/["“”„«»‘]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const clause = bare.split(/(?<=\p{L}{3})[,;:—–](?=\s)/u)[0]!;
  const words = (clause.split(' ').length >= 3 ? clause : bare).split(' ');
  let end = Math.min(words.length, LONGEST);
  if (end < words.length) while (end > 3 && JOINT.test(words[end - 1]!)) end--;
  const title = words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:!?…’']+$/u, '');
  return title === '' ? 'Untitled' : title.charAt(0).toUpperCase() + title.slice(1);
}

const JOINT =
  /^(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|its|his|her|their|is|was|were|are|be|than|about|more|over|will|would|has|had|have|been|into|after|before|when|while)$/i;
