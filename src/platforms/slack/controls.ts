import { type Control, controlId } from '../../reply/control.ts';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import { type Button, plainTextObject, type SlackBlock } from './blocks.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf } from './piece.ts';
import { jsonChars } from './spans.ts';

/** Every `action_id` that our messages carry. */
export const ACTION_ID = /^c-(?:[0-9]+|next|previous|share)$/u;

/** The button that shares the answer, or the sentence that says how to, where the button's value would be too long. */
export function shareRow(rendering: Rendering): Piece {
  const button = shareButton(rendering);
  return button === undefined ? noteOf(rendering.say.rendering.shareByMention) : pieceOf([row([button])], '');
}

/** The foot of each page of several, what the largest of them costs, and whether pages lead to each other. */
export function pageControls(
  rendering: Rendering,
  shares: boolean,
): {
  readonly cost: readonly number[];
  readonly paging: Pages<unknown>['paging'];
  controls(page: number, pages: number): Piece[];
} {
  const turns = pageButton(rendering, LAST_PAGE, 'next') !== undefined;
  const controls = (page: number, pages: number) => {
    const buttons = turns
      ? [
          page > 1 ? pageButton(rendering, page - 1, 'previous') : undefined,
          page < pages ? pageButton(rendering, page + 1, 'next') : undefined,
          shares ? shareButton(rendering) : undefined,
        ].filter((button) => button !== undefined)
      : [];
    const foot = [noteOf(rendering.say.rendering.pageOf(page, pages))];
    if (buttons.length > 0) foot.push(pieceOf([row(buttons)], ''));
    if (!turns && shares && page === pages) foot.push(noteOf(rendering.say.rendering.shareByMention));
    return foot;
  };
  const largest = turns ? controls(LAST_PAGE - 1, LAST_PAGE) : controls(LAST_PAGE, LAST_PAGE);
  const cost = largest.reduce(
    (sum, piece) => sum.map((value, index) => value + (piece.cost[index] ?? 0)),
    [0, 0, 0],
  );
  return { cost, paging: turns ? 'controls' : 'all-at-once', controls };
}

/** The highest page number that a control can name (reply/control.ts). */
const LAST_PAGE = 9999;

function pageButton(rendering: Rendering, page: number, direction: 'next' | 'previous'): Button | undefined {
  const label =
    direction === 'next' ? rendering.say.rendering.nextPage : rendering.say.rendering.previousPage;
  return button(rendering, { kind: 'page', page }, `c-${direction}`, label);
}

function shareButton(rendering: Rendering): Button | undefined {
  return button(rendering, { kind: 'share' }, 'c-share', rendering.say.rendering.share);
}

function button(
  { briefing, words }: Rendering,
  action: Control['action'],
  actionId: string,
  label: string,
): Button | undefined {
  const value = controlId({ briefing, words: words.toWellFormed(), action });
  if (value.length > limit.BUTTON_VALUE_CHARS || jsonChars(value) > limit.BUTTON_VALUE_CHARS)
    return undefined;
  return { type: 'button', action_id: actionId, text: plainTextObject(label), value };
}

function row(buttons: readonly Button[]): SlackBlock {
  return { type: 'actions', elements: buttons };
}

function noteOf(sentence: string): Piece {
  return pieceOf([{ type: 'context', elements: [plainTextObject(sentence)] }], sentence);
}
