/**
 * Files that no newsroom and no browser saves: nested without end, or of more signs than words. What reads the format
 * would take minutes over them, so they are read as the text that they hold.
 */

/** Twice what the largest news pages have, and five times as deep. */
const MOST_TAGS = 40_000;
const DEEPEST = 250;
/** Each of these begins another piece of text, and no page's element has so many. */
const MOST_BREAKS = 100_000;

/** Pure. */
export function isWildHtml(html: string): boolean {
  if ((html.match(/[<>&]/g)?.length ?? 0) > MOST_BREAKS) return true;
  let [depth, tags] = [0, 0];
  for (const [, close, name = ''] of html.matchAll(TAG)) {
    if (++tags > MOST_TAGS) return true;
    if (LEVEL.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (close ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Pure. The text between the tags; what is a block begins a line. */
export function textOfWildHtml(html: string): string {
  let text = '';
  let from = 0;
  for (const match of html.matchAll(TAG)) {
    const [tag, close, name = ''] = match;
    if (match.index < from) continue;
    text += html.slice(from, match.index) + (INLINE.test(name) ? '' : '\n');
    from = match.index + tag.length;
    if (!close && UNSHOWN.test(name)) {
      const end = html.indexOf(`</${name}`, from);
      from = end < 0 ? html.length : end;
    }
  }
  return text + html.slice(from);
}

const TAG = /<(\/?)([a-z!][^\s/>]*)?[^>]*>?/gi;
/** What holds nothing, or ends where the next of its kind begins, makes a page no deeper. */
const LEVEL = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option'.split(
    ' ',
  ),
);
const INLINE = /^(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/i;
const UNSHOWN = /^(?:script|style|template|noscript|svg)$/i;

const LONGEST_MARKDOWN = 500_000;
const MOST_SIGNS = 20_000;
const MOST_SIGNS_IN_BLOCK = 1_000;

/** Pure. */
export function isWildMarkdown(text: string): boolean {
  if (text.length > LONGEST_MARKDOWN || NESTED.test(text)) return true;
  const counts = text.split(/\n[ \t]*\n/).map((block) => block.match(SIGN)?.length ?? 0);
  return (
    counts.some((count) => count > MOST_SIGNS_IN_BLOCK) ||
    counts.reduce((sum, count) => sum + count, 0) > MOST_SIGNS
  );
}

/** A line that begins with the marks of twenty quotations and lists, each in the other. */
const NESTED = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){20}/m;
const SIGN = /[*_`~[\]<&!\\]/g;
