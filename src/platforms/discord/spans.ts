import { unbrokenCitation } from '../../reply/citation.ts';
import { clean } from '../../reply/clean.ts';
import { wallTime } from '../../reply/instant.ts';
import type { Span, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { escapeMarkdown, WORD_JOINER } from './escape.ts';

/** Discord's ids: snowflakes. */
const USER = /^[0-9]{17,20}$/u;

/** A text in Discord's markdown, with no markup but our own. */
export function markdown(text: Text, say: Messages): string {
  let result = '';
  let afterMark = false;
  for (const span of text) {
    const bare = markdownSpan(span, say);
    if (bare === '') continue;
    const part = numbersLine(result) && /^[.)]/u.test(bare) ? `\\${bare}` : bare;
    const styled = typeof span === 'object' && ('bold' in span || 'italic' in span || 'code' in span);
    result += styled && afterMark ? WORD_JOINER + part : part;
    afterMark = styled;
  }
  return result;
}

/** Whether a full stop after this would make it an item of a numbered list. */
function numbersLine(text: string): boolean {
  return /(?:^|\n)[^\S\n]*\d+$/u.test(text);
}

/** A text on one line: what markup for one line (headings, small print) can hold. */
export function markdownLine(text: Text, say: Messages): string {
  return markdown(text, say)
    .replace(/\s*\n\s*/gu, ' ')
    .trim();
}

/** How much of a text display a span takes. */
export function spanChars(span: Span, say: Messages): number {
  return markdownSpan(span, say).length + 1;
}

function markdownSpan(span: Span, say: Messages): string {
  if (typeof span === 'string') return escapeMarkdown(clean(span));
  if ('bold' in span) return byLine(span.bold, (words) => `**${escapeMarkdown(words)}**`);
  if ('italic' in span) return byLine(span.italic, (words) => `*${escapeMarkdown(words)}*`);
  if ('code' in span) return byLine(span.code, code);
  if ('cite' in span) return span.cite.length === 0 ? '' : `\\${unbrokenCitation(span.cite)}`;
  if ('instant' in span) {
    return `<t:${Math.floor(span.instant / 1000)}:f> (${escapeMarkdown(wallTime(span.instant, span.zone, say))})`;
  }
  if ('group' in span) return USER.test(span.group) ? `<@&${span.group}>` : say.rendering.group;
  return USER.test(span.user) ? `<@${span.user}>` : escapeMarkdown(clean(span.user));
}

/** Discord ends a style at the end of a line, and allows no space just inside it. */
function byLine(typed: string, style: (words: string) => string): string {
  return clean(typed).replace(/\S(?:.*\S)?/gu, style);
}

/** Code has no escapes; what holds the mark itself is shown as it is. */
function code(words: string): string {
  return words.includes('`') ? escapeMarkdown(words) : `\`${words}\``;
}
