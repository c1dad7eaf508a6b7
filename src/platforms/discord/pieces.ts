import { oneLine } from '../../reply/clean.ts';
import { drawn } from '../../reply/layout/draw.ts';
import { plainText, quotedWords } from '../../reply/plain.ts';
import type { BlockOf, Fact, Reply, Text } from '../../reply/reply.ts';
import { splitString, splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { choiceRows } from './choices.ts';
import { escapeMarkdown } from './escape.ts';
import * as limit from './limits.ts';
import { linePieces, listPieces, type Piece, pieceOf, textPiece, textPieces } from './piece.ts';
import { markdown, markdownLine, spanChars } from './spans.ts';

/** One of the files that a picture is: on the web, or `attachment://NAME` beside the message; and what it shows. */
export type DiscordPicture = { readonly url: string; readonly alt: string };

/** Where Discord finds a picture. */
export type DiscordPictures = (
  picture: BlockOf<'picture'>['picture'],
  briefing: string,
) => readonly DiscordPicture[] | undefined;

/** A reply in pieces, each small enough for any page. */
export function piecesOf(reply: Reply, briefing: string, say: Messages, pictures?: DiscordPictures): Piece[] {
  const rows = choiceRows(briefing, say);
  return drawn(reply, {
    heading: (block, first) => headingPieces(block, first ? '##' : '###', say),
    text: ({ text }) => textPieces(text, say),
    verdict: ({ text }) => textPieces(text, say),
    quotation: (block) => quotationPieces(block, say),
    facts: ({ facts }) => linePieces(facts.map(factText), say),
    list: ({ items }) => listPieces(items, say),
    picture: (block) => picturePieces(block, say, pictures),
    menu: rows.menu,
    buttons: ({ buttons }) => rows.buttons(buttons),
    note: ({ text }) => notePieces(text, say),
  });
}

function notePieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.PIECE_CHARS, (span) => spanChars(span, say)).flatMap((part) =>
    textPiece(smallPrint(part, say)),
  );
}

/** Each line of a text as small print. */
export function smallPrint(text: Text, say: Messages): string {
  return markdown(text, say)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `-# ${line.trim()}`)
    .join('\n');
}

function headingPieces(block: BlockOf<'heading'>, mark: '##' | '###', say: Messages): Piece[] {
  const text = oneLine(block.text);
  if (text === '') return [];
  const escaped = escapeMarkdown(text);
  if (escaped.length <= limit.HEADING_CHARS) return textPiece(`${mark} ${escaped}`, true);
  return splitText([{ bold: text }], limit.PIECE_CHARS, (span) => spanChars(span, say)).flatMap((part) =>
    textPiece(markdown(part, say), true),
  );
}

function quotationPieces(block: BlockOf<'quotation'>, say: Messages): Piece[] {
  const by: Text = plainText(block.by, say).trim() === '' ? [say.rendering.directQuotation] : block.by;
  const attribution = splitText(['— ', ...by, ' ', { cite: block.cite }], limit.PIECE_CHARS, (span) =>
    spanChars(span, say),
  );
  const parts = splitString(quotedWords(block.words), limit.PIECE_CHARS, quotedChars);
  return [
    ...parts.flatMap((part, index) => {
      const words = `“${escapeMarkdown(part.trim())}${index === parts.length - 1 ? '”' : ''}`;
      return textPiece(words.replace(/^/gmu, '> '), true);
    }),
    ...attribution.flatMap((part) => textPiece(`-# ${markdownLine(part, say)}`)),
  ];
}

/** Every line of a quotation bears its mark. */
function quotedChars(words: string): number {
  return escapeMarkdown(words).length + 2 * words.split('\n').length + 2;
}

function factText(fact: Fact): Text {
  const label = oneLine(fact.label);
  return label === '' ? fact.value : [{ bold: `${label}:` }, ' ', ...fact.value];
}

function picturePieces(block: BlockOf<'picture'>, say: Messages, pictures?: DiscordPictures): Piece[] {
  const found = pictures?.(block.picture, block.briefing) ?? [];
  const alt = oneLine(block.alt);
  if (found.length === 0) return alt === '' ? [] : textPieces([say.rendering.inWords(alt)], say);
  return found.flatMap((picture) => picturePiece(picture, say));
}

function picturePiece({ url, alt: given }: DiscordPicture, say: Messages): Piece[] {
  const alt = oneLine(given);
  const whole = alt !== '' && alt.length <= limit.MEDIA_DESCRIPTION_CHARS;
  const description = whole ? alt : say.rendering.pictureBelow;
  const gallery = pieceOf([{ type: 12, items: [{ media: { url }, description }] }]);
  return whole || alt === '' ? [gallery] : [gallery, ...textPieces([say.rendering.inWords(alt)], say)];
}
