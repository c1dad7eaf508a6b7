import { oneLine } from '../../reply/clean.ts';
import type { Priced } from '../../reply/pages.ts';
import { plainBlock, plainText, quotedWords } from '../../reply/plain.ts';
import type { Block, BlockOf, Reply, Text } from '../../reply/reply.ts';
import { splitString, splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { plainTextObject, type RichPart, type SlackBlock } from './blocks.ts';
import { type ChoiceRows, choiceRows } from './choices.ts';
import { disarm } from './escape.ts';
import { factPieces } from './facts.ts';
import * as limit from './limits.ts';
import type { SlackPictures } from './render.ts';
import { jsonChars, richElements, smallPrint, spanChars } from './spans.ts';

/** Some blocks that stand together, with the same in words, and what they cost: blocks, characters, words. */
export type Piece = Priced & { readonly blocks: readonly SlackBlock[]; readonly words: string };

/** A piece; `words` is plain text, disarmed here. */
export function pieceOf(blocks: readonly SlackBlock[], words: string, leads = false): Piece {
  const text = disarm(words);
  const chars = JSON.stringify(blocks).length;
  // Two line feeds stand between the words of two pieces.
  return { blocks, words: text, cost: [blocks.length, chars, text === '' ? 0 : text.length + 2], leads };
}

/** A reply in pieces, each small enough for any page. */
export function piecesOf(
  reply: Reply,
  briefing: string,
  say: Messages,
  pictures?: SlackPictures,
  firstId = 0,
): Piece[] {
  const rows = choiceRows(briefing, firstId, say);
  let headed = false;
  return reply.blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      const title = !headed;
      headed = true;
      return headingPieces(block, title, say);
    }
    return blockPieces(block, rows, say, pictures);
  });
}

function blockPieces(
  block: Exclude<Block, BlockOf<'heading'>>,
  rows: ChoiceRows,
  say: Messages,
  pictures?: SlackPictures,
): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text, say);
    case 'quotation':
      return quotationPieces(block, say);
    case 'facts':
      return factPieces(block.facts, say);
    case 'list':
      return listPieces(block.items, say);
    case 'picture':
      return picturePieces(block, say, pictures);
    case 'menu':
      return rows.menu(block);
    case 'buttons':
      return rows.buttons(block.buttons);
    case 'note':
      return notePieces(block.text, say);
  }
}

/** The first heading is the message's title; those after it are set in bold, which is calmer. */
function headingPieces(block: BlockOf<'heading'>, title: boolean, say: Messages): Piece[] {
  const text = oneLine(block.text);
  if (text === '') return [];
  if (title && text.length <= limit.HEADER_CHARS) {
    return [pieceOf([{ type: 'header', text: plainTextObject(text) }], text, true)];
  }
  return splitText([{ bold: text }], limit.PIECE_CHARS, (span) => spanChars(span, say)).map((part) =>
    richPiece(part, say, true),
  );
}

export function textPieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.PIECE_CHARS, (span) => spanChars(span, say))
    .filter((part) => plainText(part, say).trim() !== '')
    .map((part) => richPiece(part, say));
}

function richPiece(text: Text, say: Messages, leads = false): Piece {
  const elements = richElements(text, say);
  return pieceOf([rich([{ type: 'rich_text_section', elements }])], plainText(text, say).trim(), leads);
}

function quotationPieces(block: BlockOf<'quotation'>, say: Messages): Piece[] {
  const by: Text = plainText(block.by, say).trim() === '' ? [say.rendering.directQuotation] : block.by;
  const attribution: Text = ['— ', ...by, ' ', { cite: block.cite }];
  const parts = splitString(quotedWords(block.words), limit.PIECE_CHARS, (span) => spanChars(span, say));
  const quotes = parts.map((part, index) => `“${part}${index === parts.length - 1 ? '”' : ''}`);
  const [only = ''] = quotes;
  if (
    quotes.length === 1 &&
    [only, ...attribution].reduce((sum, span) => addChars(sum, span, say), 0) <= limit.PIECE_CHARS
  ) {
    const source = { type: 'rich_text_section', elements: richElements(attribution, say) } as const;
    return [pieceOf([rich([quotePart(only), source])], plainBlock(block, say))];
  }
  return [
    ...quotes.map((words) => pieceOf([rich([quotePart(words)])], words, true)),
    ...textPieces(attribution, say),
  ];
}

function quotePart(words: string): RichPart {
  return { type: 'rich_text_quote', elements: [{ type: 'text', text: words }] };
}

function addChars(sum: number, span: Text[number], say: Messages): number {
  return sum + spanChars(span, say);
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
  return together(lines, ({ chars }) => chars).map((group) =>
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

/** Neighbours in groups that each stay within a piece. */
export function together<T>(items: readonly T[], charsOf: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const chars = charsOf(item);
    const last = groups.at(-1);
    if (last !== undefined && chars <= room) last.push(item);
    else {
      groups.push([item]);
      room = limit.PIECE_CHARS;
    }
    room -= chars;
  }
  return groups;
}

const ELEMENT_CHARS = 50;

function picturePieces(block: BlockOf<'picture'>, say: Messages, pictures?: SlackPictures): Piece[] {
  const alt = oneLine(block.alt);
  const place = pictures?.(block.picture, block.briefing);
  if (place === undefined || alt === '')
    return alt === '' ? [] : textPieces([say.rendering.inWords(alt)], say);
  const whole = alt.length <= limit.ALT_TEXT_CHARS && jsonChars(alt) <= limit.ALT_TEXT_CHARS;
  const shown = whole ? alt : say.rendering.pictureBelow;
  const image = pieceOf(
    [{ type: 'image', alt_text: shown, ...place }],
    whole ? say.rendering.inWords(alt) : '',
  );
  return whole ? [image] : [image, ...textPieces([say.rendering.inWords(alt)], say)];
}

function notePieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.NOTE_CHARS, (span) => spanChars(span, say))
    .filter((part) => plainText(part, say).trim() !== '')
    .map((part) =>
      pieceOf([{ type: 'context', elements: [smallPrint(part, say)] }], plainText(part, say).trim()),
    );
}

function rich(elements: readonly RichPart[]): SlackBlock {
  return { type: 'rich_text', elements };
}
