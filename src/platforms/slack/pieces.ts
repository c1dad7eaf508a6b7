import { oneLine } from '../../reply/clean.ts';
import { drawn } from '../../reply/layout/draw.ts';
import { plainBlock, plainText, quotedWords } from '../../reply/plain.ts';
import type { BlockOf, Reply, Text } from '../../reply/reply.ts';
import { splitString, splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { plainTextObject, type RichPart } from './blocks.ts';
import { choiceRows } from './choices.ts';
import { factPieces } from './facts.ts';
import * as limit from './limits.ts';
import { addChars, listPieces, type Piece, pieceOf, rich, richPiece, textPieces } from './piece.ts';
import type { SlackPicture, SlackPictures } from './render.ts';
import { jsonChars, richElements, smallPrint, spanChars } from './spans.ts';

/** A reply in pieces, each small enough for any page. */
export function piecesOf(
  reply: Reply,
  briefing: string,
  say: Messages,
  pictures?: SlackPictures,
  firstId = 0,
): Piece[] {
  const rows = choiceRows(briefing, firstId, say);
  return drawn(reply, {
    heading: (block, first) => headingPieces(block, first, say),
    text: ({ text }) => textPieces(text, say),
    verdict: ({ text }) => textPieces(text, say),
    quotation: (block) => quotationPieces(block, say),
    facts: (block) => factPieces(block, say),
    list: ({ items }) => listPieces(items, say),
    picture: (block) => picturePieces(block, say, pictures),
    menu: rows.menu,
    buttons: ({ buttons }) => rows.buttons(buttons),
    note: ({ text }) => notePieces(text, say),
  });
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

function picturePieces(block: BlockOf<'picture'>, say: Messages, pictures?: SlackPictures): Piece[] {
  const found = pictures?.(block.picture, block.briefing) ?? [];
  const alt = oneLine(block.alt);
  if (found.length === 0) return alt === '' ? [] : textPieces([say.rendering.inWords(alt)], say);
  return found.flatMap((picture) => picturePiece(picture, say));
}

function picturePiece({ place, alt: given }: SlackPicture, say: Messages): Piece[] {
  const alt = oneLine(given);
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
