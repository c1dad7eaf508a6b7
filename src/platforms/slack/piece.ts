/** The smallest pieces of a message: lines of text and lists, each within what one block holds. */

import type { Lines } from '../../reply/layout/controls.ts';
import { rowsOf } from '../../reply/layout/rows.ts';
import type { Priced } from '../../reply/pages.ts';
import { plainText } from '../../reply/plain.ts';
import type { Text } from '../../reply/reply.ts';
import { splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { RichPart, SlackBlock } from './blocks.ts';
import { disarm } from './escape.ts';
import * as limit from './limits.ts';
import { richElements, spanChars } from './spans.ts';

/** Some blocks that stand together, with the same in words, and what they cost: blocks, characters, words. */
export type Piece = Priced & { readonly blocks: readonly SlackBlock[]; readonly words: string };

/** A piece; `words` is plain text, disarmed here. */
export function pieceOf(blocks: readonly SlackBlock[], words: string, leads = false): Piece {
  const text = disarm(words);
  const chars = JSON.stringify(blocks).length;
  // Two line feeds stand between the words of two pieces.
  return { blocks, words: text, cost: [blocks.length, chars, text === '' ? 0 : text.length + 2], leads };
}

export function textPieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.PIECE_CHARS, (span) => spanChars(span, say))
    .filter((part) => plainText(part, say).trim() !== '')
    .map((part) => richPiece(part, say));
}

export function richPiece(text: Text, say: Messages, leads = false): Piece {
  const elements = richElements(text, say);
  return pieceOf([rich([{ type: 'rich_text_section', elements }])], plainText(text, say).trim(), leads);
}

export function listPieces(items: readonly Text[], say: Messages): Piece[] {
  const lines = items.flatMap((item) =>
    splitText(item, limit.PIECE_CHARS, (span) => spanChars(span, say))
      .filter((text) => plainText(text, say).trim() !== '')
      .map((text, part) => ({
        text,
        bulleted: part === 0,
        chars: text.reduce((sum, span) => addChars(sum, span, say), ELEMENT_CHARS),
      })),
  );
  return rowsOf(lines, { room: limit.PIECE_CHARS }, ({ chars }) => chars).map((group) =>
    pieceOf(
      [rich(group.map((item) => listPart(item, say)).reduce(joinLists, []))],
      group.map((item) => lineInWords(item, say)).join('\n'),
    ),
  );
}

type Line = { readonly text: Text; readonly bulleted: boolean };

/** What goes on from the piece before has no bullet of its own. */
function listPart({ text, bulleted }: Line, say: Messages): RichPart {
  const section = { type: 'rich_text_section', elements: richElements(text, say) } as const;
  return bulleted ? { type: 'rich_text_list', style: 'bullet', elements: [section] } : section;
}

function joinLists(parts: readonly RichPart[], part: RichPart): RichPart[] {
  const last = parts.at(-1);
  if (last?.type !== 'rich_text_list' || part.type !== 'rich_text_list') return [...parts, part];
  return [...parts.slice(0, -1), { ...last, elements: [...last.elements, ...part.elements] }];
}

function lineInWords({ text, bulleted }: Line, say: Messages): string {
  const words = plainText(text, say).trim().replaceAll('\n', '\n  ');
  return bulleted ? `• ${words}` : words;
}

const ELEMENT_CHARS = 50;

export function addChars(sum: number, span: Text[number], say: Messages): number {
  return sum + spanChars(span, say);
}

export function rich(elements: readonly RichPart[]): SlackBlock {
  return { type: 'rich_text', elements };
}

/** Lines and lists, for what platforms draw alike. */
export function linesIn(say: Messages): Lines<Piece> {
  return { text: (text) => textPieces(text, say), list: (items) => listPieces(items, say) };
}
