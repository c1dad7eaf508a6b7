import { oneLine } from '../../reply/clean.ts';
import { plainText } from '../../reply/plain.ts';
import type { Fact, Span, Text } from '../../reply/reply.ts';
import { splitText } from '../../reply/split.ts';
import type { Mrkdwn } from './blocks.ts';
import { escapeControls, isCalm } from './escape.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf, together } from './pieces.ts';
import { calmText, richElements, spanChars } from './spans.ts';

/** Short and calm facts stand in Slack's two columns; others, line by line, where nothing in them can act. */
export function factPieces(facts: readonly Fact[]): Piece[] {
  const known = facts.filter((fact) => oneLine(fact.label) !== '' || plainText(fact.value).trim() !== '');
  return known.length > 1 && known.every(fitsColumn) ? columns(known) : lines(known);
}

function fitsColumn(fact: Fact): boolean {
  const words = `${fact.label} ${plainText(fact.value)}`;
  const styled = fact.value.some((span) => typeof span === 'object' && STYLES.some((style) => style in span));
  return words.length <= limit.COLUMN_CHARS && isCalm(words) && !styled && oneLine(fact.label) !== '';
}

const STYLES = ['bold', 'italic', 'code'];

function columns(facts: readonly Fact[]): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < facts.length; from += limit.FIELDS_PER_SECTION) {
    const some = facts.slice(from, from + limit.FIELDS_PER_SECTION);
    pieces.push(pieceOf([{ type: 'section', fields: some.map(field) }], some.map(inWords).join('\n')));
  }
  return pieces;
}

function field(fact: Fact): Mrkdwn {
  const label = `*${escapeControls(oneLine(fact.label))}*`;
  return { type: 'mrkdwn', text: `${label}\n${calmText(fact.value).trim()}`.trim() };
}

function lines(facts: readonly Fact[]): Piece[] {
  const rows = facts.flatMap((fact) => splitText(line(fact), limit.PIECE_CHARS, spanChars));
  const priced = rows.map((row) => ({ row, chars: row.reduce((sum, span) => sum + spanChars(span), 2) }));
  return together(priced, ({ chars }) => chars).map((group) => {
    const text: Span[] = group.flatMap(({ row }, index) => (index === 0 ? row : ['\n', ...row]));
    const blocks = [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: richElements(text) }],
      } as const,
    ];
    return pieceOf(blocks, plainText(text).trim());
  });
}

function line(fact: Fact): Text {
  const label = oneLine(fact.label);
  return label === '' ? fact.value : [{ bold: label }, ': ', ...fact.value];
}

function inWords(fact: Fact): string {
  return plainText(line(fact)).trim();
}
