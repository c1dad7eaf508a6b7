/** What an article says of itself: headline, author, dateline and the day of publication. */
import { datesIn } from '../../words/dates.ts';
import type { Head } from '../article.ts';
import type { Part } from './layout.ts';

/** What a file tells beside the text itself, as the head of an HTML page does. */
export type Told = Partial<Pick<Head, 'headline' | 'author' | 'publisher' | 'url' | 'published'>>;

/** Pure. */
export function headOf(paragraphs: readonly string[], parts: readonly Part[], told: Told): Head {
  const first = (part: Part) => parts.indexOf(part);
  const [headline, byline, date] = [first('headline'), first('byline'), first('date')];
  const body = parts.findIndex((part) => part === 'body' || part === 'bullet');
  const dated = parts.findIndex(
    (part, at) => part === 'body' && at <= body + 8 && datelineOf(paragraphs[at]!) !== undefined,
  );
  const dateline = dated < 0 ? undefined : datelineOf(paragraphs[dated]!);
  const author = byline < 0 ? undefined : authorIn(paragraphs[byline]!);
  const published =
    told.published ??
    dayIn(date < 0 ? undefined : paragraphs[date]) ??
    dayIn(dateline?.whole) ??
    latestDayIn(paragraphs);
  const used = [
    ...(headline >= 0 ? [headline] : []),
    ...(author ? [byline] : []),
    ...(dateline ? [dated] : []),
    ...(date >= 0 ? [date] : []),
  ];
  return {
    ...told,
    ...(headline >= 0 ? { headline: paragraphs[headline]! } : {}),
    ...(author ? { author } : {}),
    ...(dateline ? { dateline: dateline.shown } : {}),
    ...(published ? { published } : {}),
    ...(published && !told.published && date < 0
      ? { publishedWhy: 'The newest day that the text writes out.' }
      : {}),
    paragraphs: [...new Set(used)].sort((a, b) => a - b).map((at) => at + 1),
  };
}

const DATELINE =
  /^((?:\p{Lu}[\p{Lu}.'’-]+)(?:[ ,]+(?:\p{Lu}[\p{Lu}.'’-]+))*)(,\s[^()–—-]{3,40}?)?\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s+/u;

/** 'SEOUL, SOUTH KOREA - …', 'HELSINKI, July 18 (Wire) - …': the place as it stands, and the whole up to its dash. */
export function datelineOf(
  text: string,
): { readonly shown: string; readonly whole: string; readonly end: number } | undefined {
  const match = DATELINE.exec(text);
  return match ? { shown: match[1]!, whole: match[0], end: match[0].length } : undefined;
}

function authorIn(byline: string): string | undefined {
  const [, name] =
    /^(?:by\s+)?(\p{Lu}[\p{L}'’.-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}'’.-]+)*)/u.exec(
      byline.replace(/^by\s/i, ''),
    ) ?? [];
  return name;
}

function dayIn(text: string | undefined): string | undefined {
  for (const { date } of text === undefined ? [] : datesIn(text)) {
    if (
      date.kind !== 'calendar' ||
      date.year === undefined ||
      date.month === undefined ||
      date.day === undefined
    )
      continue;
    return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  }
  return undefined;
}

/** A report tells of days up to its own: the newest that is written out is the nearest that a text gives. */
function latestDayIn(paragraphs: readonly string[]): string | undefined {
  return paragraphs
    .flatMap((text) => dayIn(text) ?? [])
    .sort()
    .at(-1);
}
