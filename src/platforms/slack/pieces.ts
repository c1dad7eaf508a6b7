import { oneLine } from '../../reply/clean.ts';
import type { Priced } from '../../reply/pages.ts';
import { plainBlock, plainText, quotedWords } from '../../reply/plain.ts';
import type { Block, BlockOf, Reply, Text } from '../../reply/reply.ts';
import * as say from '../../reply/sentences.ts';
import { splitString, splitText } from '../../reply/split.ts';
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
export function piecesOf(reply: Reply, briefing: string, pictures?: SlackPictures, firstId = 0): Piece[] {
  const rows = choiceRows(briefing, firstId);
  let headed = false;
  return reply.blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      const title = !headed;
      headed = true;
      return headingPieces(block, title);
    }
    return blockPieces(block, rows, pictures);
  });
}

function blockPieces(
  block: Exclude<Block, BlockOf<'heading'>>,
  rows: ChoiceRows,
  pictures?: SlackPictures,
): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text);
    case 'quotation':
      return quotationPieces(block);
    case 'facts':
      return factPieces(block.facts);
    case 'list':
      return listPieces(block.items);
    case 'picture':
      return picturePieces(block, pictures);
    case 'menu':
      return rows.menu(block);
    case 'buttons':
      return rows.buttons(block.buttons);
    case 'note':
      return notePieces(block.text);
  }
}

/** The first heading is the message's title; those after it are set in bold, which is calmer. */
function headingPieces(block: BlockOf<'heading'>, title: boolean): Piece[] {
  const text = oneLine(block.text);
  if (text === '') return [];
  if (title && text.length <= limit.HEADER_CHARS) {
    return [pieceOf([{ type: 'header', text: plainTextObject(text) }], text, true)];
  }
  return splitText([{ bold: text }], limit.PIECE_CHARS, spanChars).map((part) => richPiece(part, true));
}

export function textPieces(text: Text): Piece[] {
  return splitText(text, limit.PIECE_CHARS, spanChars)
    .filter((part) => plainText(part).trim() !== '')
    .map((part) => richPiece(part));
}

function richPiece(text: Text, leads = false): Piece {
  const elements = richElements(text);
  return pieceOf([rich([{ type: 'rich_text_section', elements }])], plainText(text).trim(), leads);
}

function quotationPieces(block: BlockOf<'quotation'>): Piece[] {
  const by: Text = plainText(block.by).trim() === '' ? [say.DIRECT_QUOTATION] : block.by;
  const attribution: Text = ['— ', ...by, ' ', { cite: block.cite }];
  const parts = splitString(quotedWords(block.words), limit.PIECE_CHARS, spanChars);
  const quotes = parts.map((part, index) => `“${part}${index === parts.length - 1 ? '”' : ''}`);
  const [only = ''] = quotes;
  if (quotes.length === 1 && [only, ...attribution].reduce(addChars, 0) <= limit.PIECE_CHARS) {
    const source = { type: 'rich_text_section', elements: richElements(attribution) } as const;
    return [pieceOf([rich([quotePart(only), source])], plainBlock(block))];
  }
  return [
    ...quotes.map((words) => pieceOf([rich([quotePart(words)])], words, true)),
    ...textPieces(attribution),
  ];
}

function quotePart(words: string): RichPart {
  return { type: 'rich_text_quote', elements: [{ type: 'text', text: words }] };
}

function addChars(sum: number, span: Text[number]): number {
  return sum + spanChars(span);
}

export function listPieces(items: readonly Text[]): Piece[] {
  const lines = items.flatMap((item) =>
    splitText(item, limit.PIECE_CHARS, spanChars)
      .filter((text) => plainText(text).trim() !== '')
      .map((text, part) => ({
        text,
        bulleted: part === 0,
        chars: text.reduce(addChars, ELEMENT_CHARS),
      })),
  );
  return together(lines, ({ chars }) => chars).map((group) =>
    pieceOf([rich(group.map(listPart).reduce(joinLists, []))], group.map(lineInWords).join('\n')),
  );
}

type Line = { readonly text: Text; readonly bulleted: boolean };

/** What goes on from the piece before has no bullet of its own. */
function listPart({ text, bulleted }: Line): RichPart {
  const section = { type: 'rich_text_section', elements: richElements(text) } as const;
  return bulleted ? { type: 'rich_text_list', style: 'bullet', elements: [section] } : section;
}

function joinLists(parts: readonly RichPart[], part: RichPart): RichPart[] {
  const last = parts.at(-1);
  if (last?.type !== 'rich_text_list' || part.type !== 'rich_text_list') return [...parts, part];
  return [...parts.slice(0, -1), { ...last, elements: [...last.elements, ...part.elements] }];
}

function lineInWords({ text, bulleted }: Line): string {
  const words = plainText(text).trim().replaceAll('\n', '\n  ');
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

function picturePieces(block: BlockOf<'picture'>, pictures?: SlackPictures): Piece[] {
  const alt = oneLine(block.alt);
  const place = pictures?.(block.picture, block.briefing);
  if (place === undefined || alt === '') return alt === '' ? [] : textPieces([say.inWords(alt)]);
  const whole = alt.length <= limit.ALT_TEXT_CHARS && jsonChars(alt) <= limit.ALT_TEXT_CHARS;
  const shown = whole ? alt : say.PICTURE_BELOW;
  const image = pieceOf([{ type: 'image', alt_text: shown, ...place }], whole ? say.inWords(alt) : '');
  return whole ? [image] : [image, ...textPieces([say.inWords(alt)])];
}

function notePieces(text: Text): Piece[] {
  return splitText(text, limit.NOTE_CHARS, spanChars)
    .filter((part) => plainText(part).trim() !== '')
    .map((part) => pieceOf([{ type: 'context', elements: [smallPrint(part)] }], plainText(part).trim()));
}

function rich(elements: readonly RichPart[]): SlackBlock {
  return { type: 'rich_text', elements };
}
