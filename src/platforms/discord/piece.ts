/** The smallest pieces of a message: lines of text and lists, each within what one text display holds. */
import type { Lines } from '../../reply/layout/controls.ts';
import { rowsOf } from '../../reply/layout/rows.ts';
import type { Priced } from '../../reply/pages.ts';
import type { Text } from '../../reply/reply.ts';
import { splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { countComponents, type Inner } from './components.ts';
import * as limit from './limits.ts';
import { markdown, spanChars } from './spans.ts';

/** Some components that stand together, and what they cost: components, characters, bytes. */
export type Piece = Priced & { readonly components: readonly Inner[] };

export function pieceOf(components: readonly Inner[], leads = false): Piece {
  const chars = components.reduce((sum, part) => sum + (part.type === 10 ? part.content.length + 1 : 0), 0);
  const bytes = Buffer.byteLength(JSON.stringify(components));
  return { components, cost: [countComponents(components), chars, bytes], leads };
}

/** A text display; nothing where there is nothing to read. */
export function textPiece(content: string, leads = false): Piece[] {
  const trimmed = content.trim();
  return trimmed === '' ? [] : [pieceOf([{ type: 10, content: trimmed }], leads)];
}

export function textPieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.PIECE_CHARS, (span) => spanChars(span, say)).flatMap((part) =>
    textPiece(markdown(part, say)),
  );
}

export function listPieces(items: readonly Text[], say: Messages): Piece[] {
  return gather(
    items.flatMap((item) => {
      const [first = '', ...more] = splitText(item, limit.PIECE_CHARS, (span) => spanChars(span, say)).map(
        (text) => markdown(text, say),
      );
      return [bullet(first), ...more];
    }),
  );
}

export function linePieces(lines: readonly Text[], say: Messages): Piece[] {
  return gather(
    lines
      .flatMap((line) => splitText(line, limit.PIECE_CHARS, (span) => spanChars(span, say)))
      .map((text) => markdown(text, say)),
  );
}

function bullet(item: string): string {
  return item.trim() === '' ? '' : `- ${item.trim().replace(/\n+/gu, '\n  ')}`;
}

/** Lines in text displays, as many in each as a piece holds. */
function gather(lines: readonly string[]): Piece[] {
  const known = lines.map((line) => line.trim()).filter((line) => line !== '');
  // A line feed stands between two.
  const rows = rowsOf(known, { room: limit.PIECE_CHARS + 1 }, ({ length }) => length + 1);
  return rows.flatMap((row) => textPiece(row.join('\n')));
}

/** Lines and lists, for what platforms draw alike. */
export function linesIn(say: Messages): Lines<Piece> {
  return { text: (text) => textPieces(text, say), list: (items) => listPieces(items, say) };
}
