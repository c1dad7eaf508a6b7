import { oneLine } from '../../reply/clean.ts';
import { rowsOf } from '../../reply/layout/rows.ts';
import { plainText } from '../../reply/plain.ts';
import type { BlockOf, Fact, Span, Text } from '../../reply/reply.ts';
import { splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { Mrkdwn } from './blocks.ts';
import { escapeControls, isCalm } from './escape.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf } from './piece.ts';
import { calmText, richElements, spanChars } from './spans.ts';

/**
 * Facts that are short or held against each other stand in Slack's two columns, if they are calm; others, line by line,
 * where nothing in them can act.
 */
export function factPieces({ facts, sideBySide }: BlockOf<'facts'>, say: Messages): Piece[] {
  const most = sideBySide ? limit.FIELD_CHARS : limit.COLUMN_CHARS;
  const known = facts.filter(
    (fact) => oneLine(fact.label) !== '' || plainText(fact.value, say).trim() !== '',
  );
  return known.length > 1 && known.every((fact) => fitsColumn(fact, most, say))
    ? columns(known, say)
    : lines(known, say);
}

function fitsColumn(fact: Fact, most: number, say: Messages): boolean {
  const words = `${fact.label} ${plainText(fact.value, say)}`;
  if (field(fact, say).text.length > limit.FIELD_CHARS) return false;
  const styled = fact.value.some((span) => typeof span === 'object' && STYLES.some((style) => style in span));
  return words.length <= most && isCalm(words) && !styled && oneLine(fact.label) !== '';
}

const STYLES = ['bold', 'italic', 'code'];

function columns(facts: readonly Fact[], say: Messages): Piece[] {
  const priced = facts.map((fact) => ({ fact, drawn: field(fact, say) }));
  const room = { room: limit.PIECE_CHARS, most: limit.FIELDS_PER_SECTION };
  return rowsOf(priced, room, ({ drawn }) => drawn.text.length).map((some) =>
    pieceOf(
      [{ type: 'section', fields: some.map(({ drawn }) => drawn) }],
      some.map(({ fact }) => inWords(fact, say)).join('\n'),
    ),
  );
}

function field(fact: Fact, say: Messages): Mrkdwn {
  const label = `*${escapeControls(oneLine(fact.label))}*`;
  return { type: 'mrkdwn', text: `${label}\n${calmText(fact.value, say).trim()}`.trim() };
}

function lines(facts: readonly Fact[], say: Messages): Piece[] {
  const rows = facts.flatMap((fact) =>
    splitText(line(fact), limit.PIECE_CHARS, (span) => spanChars(span, say)).filter(
      (row) => plainText(row, say).trim() !== '',
    ),
  );
  const priced = rows.map((row) => ({
    row,
    chars: row.reduce((sum, span) => sum + spanChars(span, say), 2),
  }));
  return rowsOf(priced, { room: limit.PIECE_CHARS }, ({ chars }) => chars).map((group) => {
    const text: Span[] = group.flatMap(({ row }, index) => (index === 0 ? row : ['\n', ...row]));
    const blocks = [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: richElements(text, say) }],
      } as const,
    ];
    return pieceOf(blocks, plainText(text, say).trim());
  });
}

function line(fact: Fact): Text {
  const label = oneLine(fact.label);
  return label === '' ? fact.value : [{ bold: label }, ': ', ...fact.value];
}

function inWords(fact: Fact, say: Messages): string {
  return plainText(line(fact), say).trim();
}
