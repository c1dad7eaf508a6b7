/** A few words that name a sentence: its beginning, as far as it goes without breaking off in the middle of a phrase. */
const LONGEST = 9;

/** Pure. */
export function titleOf(text: string): string {
  const bare = text
    .replace(/^[*•‣▪·–-]\s*/u, '')
    .replace(/["“”„«»‘]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:after|since|following|before|when|which|that|who|and|but|because|while)\s+(?=\S+\s)/i, '');
  const clause = bare.split(/(?<=\p{L}{3})[,;:—–](?=\s)/u)[0]!;
  const words = (clause.split(' ').length >= 3 ? clause : bare).split(' ');
  let end = Math.min(words.length, LONGEST);
  if (end < words.length) while (end > 3 && isJoint(words[end - 1]!)) end--;
  const title = words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:!?…’']+$/u, '');
  return title === '' ? 'Untitled' : title.charAt(0).toUpperCase() + title.slice(1);
}

/** A small word with which no phrase ends. */
export function isJoint(word: string): boolean {
  return JOINT.test(word);
}

const JOINT =
  /^(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|its|his|her|their|is|was|were|are|be|than|about|more|over|will|would|has|had|have|been|into|after|before|when|while|one|near|between|against|during|through|under)$/i;
