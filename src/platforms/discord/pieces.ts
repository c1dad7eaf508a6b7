import { oneLine } from '../../reply/clean.ts';
import type { Priced } from '../../reply/pages.ts';
import { plainText, quotedWords } from '../../reply/plain.ts';
import type { Block, BlockOf, Fact, Reply, Text } from '../../reply/reply.ts';
import { splitString, splitText } from '../../reply/split.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type ChoiceRows, choiceRows } from './choices.ts';
import { countComponents, type Inner } from './components.ts';
import { escapeMarkdown } from './escape.ts';
import * as limit from './limits.ts';
import { markdown, markdownLine, spanChars } from './spans.ts';

/** Where Discord finds a picture: on the web, or `attachment://NAME` beside the message. */
export type DiscordPictures = (
  picture: BlockOf<'picture'>['picture'],
  briefing: string,
) => string | undefined;

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

/** A reply in pieces, each small enough for any page. */
export function piecesOf(reply: Reply, briefing: string, say: Messages, pictures?: DiscordPictures): Piece[] {
  const rows = choiceRows(briefing, say);
  let headed = false;
  return reply.blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      const mark = headed ? '###' : '##';
      headed = true;
      return headingPieces(block, mark, say);
    }
    return blockPieces(block, rows, say, pictures);
  });
}

function blockPieces(
  block: Exclude<Block, BlockOf<'heading'>>,
  rows: ChoiceRows,
  say: Messages,
  pictures?: DiscordPictures,
): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text, say);
    case 'quotation':
      return quotationPieces(block, say);
    case 'facts':
      return linePieces(block.facts.map(factText), say);
    case 'list':
      return listPieces(block.items, say);
    case 'picture':
      return picturePieces(block, say, pictures);
    case 'menu':
      return rows.menu(block);
    case 'buttons':
      return rows.buttons(block.buttons);
    case 'note':
      return splitText(block.text, limit.PIECE_CHARS, (span) => spanChars(span, say)).flatMap((part) =>
        textPiece(smallPrint(part, say)),
      );
  }
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

export function textPieces(text: Text, say: Messages): Piece[] {
  return splitText(text, limit.PIECE_CHARS, (span) => spanChars(span, say)).flatMap((part) =>
    textPiece(markdown(part, say)),
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

function linePieces(lines: readonly Text[], say: Messages): Piece[] {
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
  const texts: string[] = [];
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '')) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limit.PIECE_CHARS) {
      texts[texts.length - 1] = `${last}\n${line}`;
    } else texts.push(line);
  }
  return texts.flatMap((text) => textPiece(text));
}

function picturePieces(block: BlockOf<'picture'>, say: Messages, pictures?: DiscordPictures): Piece[] {
  const alt = oneLine(block.alt);
  const url = pictures?.(block.picture, block.briefing);
  const words = alt === '' ? [] : textPieces([say.rendering.inWords(alt)], say);
  if (url === undefined) return words;
  const whole = alt !== '' && alt.length <= limit.MEDIA_DESCRIPTION_CHARS;
  const description = whole ? alt : say.rendering.pictureBelow;
  const gallery = pieceOf([{ type: 12, items: [{ media: { url }, description }] }]);
  return whole ? [gallery] : [gallery, ...words];
}
