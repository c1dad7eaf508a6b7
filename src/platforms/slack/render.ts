import { type Pages, pack } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { PictureName, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type PicturePlace, plainTextObject, type SlackBlock, type SlackBody } from './blocks.ts';
import { footOf, footRow, pageControls } from './controls.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf } from './piece.ts';
import { piecesOf } from './pieces.ts';

/** One of the files that a picture is: where Slack finds it, and what it shows. */
export type SlackPicture = { readonly place: PicturePlace; readonly alt: string };

/** What a renderer may be given besides: where a picture is to be found. Without it a picture is shown in words. */
export type SlackPictures = (picture: PictureName, briefing: string) => readonly SlackPicture[] | undefined;

/**
 * A reply as the bodies of Slack messages, each within Slack's limits, nothing lost. `text` holds the words of that
 * page for notifications and screen readers.
 *
 * Controls carry their meaning (reply/control.ts) in a button's `value` or the chosen option's `value`; their
 * `action_id` matches `ACTION_ID` and is unique in the message.
 */
export function renderSlack(reply: Reply, rendering: Rendering, pictures?: SlackPictures): Pages<SlackBody> {
  const pieces = piecesOf(reply, rendering.briefing, rendering.say, pictures);
  if (pieces.length === 0) pieces.push(emptyPiece(rendering.say));
  const foot = footOf(reply, rendering);
  const under = footRow(foot);
  const room = [limit.BLOCKS_PER_MESSAGE, limit.MESSAGE_CHARS, limit.TEXT_CHARS];
  const single = pack(pieces, less(room, under?.cost));
  const [only] = single;
  if (single.length === 1 && only !== undefined) {
    return { pages: [body(under === undefined ? only : [...only, under])], paging: 'controls' };
  }
  const paged = pageControls(rendering, foot);
  const pages = pack(pieces, less(room, paged.cost));
  const bodies = pages.map((page, index) => body([...page, ...paged.controls(index + 1, pages.length)]));
  return { pages: bodies as [SlackBody, ...SlackBody[]], paging: paged.paging };
}

/** The blocks of the App Home: the replies one below the other. What does not fit is named in a last line. */
export function renderSlackHome(
  replies: readonly { readonly reply: Reply; readonly rendering: Rendering }[],
  say: Messages,
  pictures?: SlackPictures,
): readonly SlackBlock[] {
  let nth = 0;
  const pieces = replies.flatMap(({ reply, rendering }, index) => {
    const made = piecesOf(reply, rendering.briefing, say, pictures, nth);
    nth += made.length * limit.BUTTONS_PER_ROW;
    return index === 0 ? made : [pieceOf([{ type: 'divider' }], ''), ...made];
  });
  const [fitting = [], ...rest] = pack(pieces, [limit.BLOCKS_PER_VIEW - 1, limit.VIEW_CHARS]);
  const blocks = fitting.flatMap((piece) => piece.blocks);
  if (rest.length === 0 && blocks.length > 0) return blocks;
  const words = blocks.length === 0 ? say.rendering.emptyReply : say.rendering.moreThanFits;
  return [...blocks, { type: 'context', elements: [plainTextObject(words)] }];
}

function body(pieces: readonly Piece[]): SlackBody {
  const words = pieces.map((piece) => piece.words).filter((part) => part !== '');
  return { text: words.join('\n\n'), blocks: pieces.flatMap((piece) => piece.blocks) };
}

function emptyPiece(say: Messages): Piece {
  return pieceOf(
    [{ type: 'context', elements: [plainTextObject(say.rendering.emptyReply)] }],
    say.rendering.emptyReply,
  );
}

function less(room: readonly number[], cost: readonly number[] | undefined): number[] {
  return room.map((value, index) => value - (cost?.[index] ?? 0));
}
