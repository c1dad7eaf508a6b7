/** What each paragraph of an article is: its headline, a byline, a caption, a heading, or a part of the text itself. */

export type Part =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'caption'
  | 'heading'
  | 'credit'
  | 'date'
  | 'bullet'
  | 'furniture'
  | 'duplicate'
  | 'body';

export type Laid = {
  readonly parts: readonly Part[];
  /** Of each duplicate, the paragraph that says the same, by index; both count from 1. */
  readonly same: ReadonlyMap<number, number>;
};

/** Pure. `known` are parts that the file itself tells, as HTML does of a caption, by index from 0. */
export function layOut(paragraphs: readonly string[], known: ReadonlyMap<number, Part> = new Map()): Laid {
  const same = duplicatesIn(paragraphs);
  const firstBody = paragraphs.findIndex((text, at) => !known.has(at) && isRunning(text));
  const captions = new Set(
    [...same.keys()]
      .filter((number) => paragraphs[number - 1] !== paragraphs[same.get(number)! - 1])
      .map((number) => same.get(number)!),
  );
  const parts = paragraphs.map((text, at): Part => {
    const told = known.get(at);
    if (told) return told;
    if (same.has(at + 1)) return 'duplicate';
    if (FURNITURE.test(text)) return 'furniture';
    if (CAPTION.test(text)) return 'caption';
    if (CREDIT.test(text)) return 'credit';
    if (DATE_LINE.test(text)) return 'date';
    if (BYLINE.test(text) || (at <= Math.max(firstBody, 3) && isBylineAlone(text))) return 'byline';
    if (/^[*•‣▪·]\s|^[-–]\s\p{Lu}/u.test(text)) return 'bullet';
    if (captions.has(at + 1)) return 'caption';
    if (isRunning(text)) return 'body';
    if (firstBody < 0) return at === 0 ? 'headline' : 'body';
    if (at < firstBody)
      return at === 0 ||
        !paragraphs.slice(0, at).some((it, before) => !known.has(before) && isHeadingLike(it))
        ? 'headline'
        : 'standfirst';
    return isHeadingLike(text) ? 'heading' : 'body';
  });
  return { parts, same };
}

/** A text that goes on to a full stop, or is too long for a heading. */
function isRunning(text: string): boolean {
  return /[.?!…:]["”’'»)\]]*$/.test(text) && text.split(' ').length > 4
    ? true
    : text.split(' ').length > 32 || /[.!?]["”’']$/.test(text);
}

function isHeadingLike(text: string): boolean {
  return (
    (text.split(' ').length <= 32 && !/[.;:]["”’']?$/.test(text) && !/^["“‘'«„「]/.test(text)) ||
    text.split(' ').length <= 4
  );
}

const FURNITURE =
  /^(?:advertisement|related(?:\s(?:stories|articles|links))?|read more.*|more on this story|share(?: this)?(?: article)?|sign up.*|subscribe.*|follow us.*|image source.*|getty images|click here.*|watch:.*|listen:.*|most read|recommended|topics|comments?|\d+ comments?|this article is more than .*)$/i;
const CAPTION =
  /^(?:caption|picture|photo|photograph|image|file photo|pictured)\s*[:–—-]|\b(?:picture|photo|photograph|image|credit)(?:\scredit)?:\s[^.]{2,60}\.?$/i;
const CREDIT =
  /^\(?(?:additional\s)?(?:reporting|editing|writing|compiled|edited|written)\s(?:by|and)\b|contributed to this (?:report|article|story)\.?\)?$|^\(?©|^copyright\b|^\(?[$€£¥]1\s=/i;
const DATE_LINE =
  /^(?:published|updated|last updated|posted|first published|date)\b.{0,60}\d|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.?\s+\d{1,2},?)\s+\d{4}(?:[,\s]+\d{1,2}[:.]\d{2}.{0,12})?$/iu;
const BYLINE = /^(?:By|BY|by)\s+\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+(?:(?:,|\sand|\sin)\s.{2,60})?$/u;

/** Fiona Castell, Industrial Correspondent. */
function isBylineAlone(text: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,2}(?:\s(?:in|at)\s\p{Lu}\p{L}+|,\s.*\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter)\b.*)$/u.test(
    text,
  );
}

/** A paragraph that stands twice, or is the cut-off beginning of another. */
function duplicatesIn(paragraphs: readonly string[]): Map<number, number> {
  const same = new Map<number, number>();
  const whole = new Map<string, number>();
  const begins = new Map<string, number>();
  for (const [at, text] of paragraphs.entries()) {
    if (text.length >= START) begins.set(text.slice(0, START), begins.get(text.slice(0, START)) ?? at + 1);
    if (text.length < START) continue;
    const first = whole.get(text);
    if (first === undefined) whole.set(text, at + 1);
    else same.set(at + 1, first);
  }
  for (const [at, text] of paragraphs.entries()) {
    if (same.has(at + 1) || text.length < START || /[.?!]["”’]?$/.test(text)) continue;
    const near = [at, at + 2].find(
      (other) =>
        other >= 1 &&
        other !== at + 1 &&
        (paragraphs[other - 1]?.length ?? 0) > text.length &&
        paragraphs[other - 1]!.startsWith(text),
    );
    if (near !== undefined) same.set(at + 1, near);
  }
  return same;
}

/** Shorter paragraphs may well be alike: a heading, an answer. */
const START = 25;
