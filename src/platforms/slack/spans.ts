import { unbrokenCitation } from '../../reply/citation.ts';
import { clean } from '../../reply/clean.ts';
import { wallTime } from '../../reply/instant.ts';
import { plainSpan, plainText } from '../../reply/plain.ts';
import type { Span, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { Mrkdwn, PlainText, RichElement, Style } from './blocks.ts';
import { plainTextObject } from './blocks.ts';
import { disarm, escapeControls, isCalm } from './escape.ts';

/** What a rich text element costs beside its text: its braces, type and style. */
const ELEMENT_CHARS = 70;
const DATE_FORMAT = '{date_short_pretty} at {time}';
/** Slack's ids of user groups. */
const GROUP = /^S[A-Z0-9]+$/u;

/** How much of a page a span takes: the larger of what it costs as a block and in the fallback text. */
export function spanChars(span: Span, say: Messages): number {
  const words = plainSpan(span, say);
  return Math.max(jsonChars(words) + ELEMENT_CHARS, disarm(words).length);
}

/** How long a string is in the body as it is sent. */
export function jsonChars(text: string): number {
  return JSON.stringify(text).length - 2;
}

/** A text as rich text elements, none of them empty. Slack reads no markup in them. */
export function richElements(text: Text, say: Messages): RichElement[] {
  const elements: RichElement[] = [];
  for (const element of text.flatMap((span) => richSpan(span, say))) {
    const last = elements.at(-1);
    const joins = last?.type === 'text' && element.type === 'text' && !last.style && !element.style;
    if (joins) elements[elements.length - 1] = { type: 'text', text: last.text + element.text };
    else elements.push(element);
  }
  return elements;
}

/** A text as small print: with Slack's own dates where nothing in it could be read as markup, else letter by letter. */
export function smallPrint(text: Text, say: Messages): PlainText | Mrkdwn {
  const words = plainText(text, say).trim();
  const tokens = text.some((span) => typeof span === 'object' && 'instant' in span);
  if (!tokens || !isCalm(words)) return plainTextObject(words);
  return { type: 'mrkdwn', text: calmText(text, say).trim() };
}

/** A calm text as mrkdwn, without styles. */
export function calmText(text: Text, say: Messages): string {
  return text.map((span) => calmSpan(span, say)).join('');
}

function calmSpan(span: Span, say: Messages): string {
  if (typeof span === 'object' && 'instant' in span) {
    const wall = wallTime(span.instant, span.zone, say);
    return `<!date^${seconds(span.instant)}^${DATE_FORMAT}|${escapeControls(wall)}> (${escapeControls(wall)})`;
  }
  return escapeControls(plainSpan(span, say));
}

function richSpan(span: Span, say: Messages): RichElement[] {
  if (typeof span === 'string') return words(span);
  if ('bold' in span) return words(span.bold, { bold: true });
  if ('italic' in span) return words(span.italic, { italic: true });
  if ('code' in span) return words(span.code, { code: true });
  if ('cite' in span) return span.cite.length === 0 ? [] : words(unbrokenCitation(span.cite));
  if ('instant' in span) return moment(span.instant, span.zone, say);
  if ('group' in span)
    return GROUP.test(span.group)
      ? [{ type: 'usergroup', usergroup_id: span.group }]
      : words(say.rendering.group);
  // Never Slack's own mention of somebody: it would ping them, and is an id where no client draws it (names.ts).
  return words(span.user);
}

/** In the reader's own zone by Slack, and in the zone that it is about in words. */
function moment(instant: number, zone: string, say: Messages): RichElement[] {
  const wall = wallTime(instant, zone, say);
  const token = { type: 'date', timestamp: seconds(instant), format: DATE_FORMAT, fallback: wall } as const;
  return [token, ...words(` (${wall})`)];
}

function words(typed: string, style?: Style): RichElement[] {
  const text = clean(typed);
  if (text === '') return [];
  return [style === undefined ? { type: 'text', text } : { type: 'text', text, style }];
}

function seconds(instant: number): number {
  return Math.floor(instant / 1000);
}
