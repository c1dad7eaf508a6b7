/**
 * Controls (line feed aside), bidi overrides and isolates, and half surrogates: what could rewrite a terminal, turn
 * a line around or break an encoding. Joiners and direction marks stay: emoji families and names need them.
 */
/** A first, quick look, which takes whole pairs of surrogates along: most texts have none of all these. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/;
const UNFIT_ALL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** The text with nothing in it that acts instead of being read. Line breaks stay, as `\n`. */
export function clean(text: string): string {
  if (!UNFIT.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNFIT_ALL, '');
}

/** The text cleaned and on one line, without space around it: labels, headings. */
export function oneLine(text: string): string {
  const cleaned = clean(text);
  return (/[^\S ]| {2}/.test(cleaned) ? cleaned.replace(/\s+/gu, ' ') : cleaned).trim();
}
