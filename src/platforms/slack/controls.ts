import { type Control, controlId } from '../../reply/control.ts';
import type { Pages } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import { type Button, plainTextObject, type SlackBlock } from './blocks.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf } from './piece.ts';
import { jsonChars } from './spans.ts';

/** Every `action_id` that our messages carry. */
export const ACTION_ID = /^c-(?:[0-9]+|next|previous|share|back|flag)$/u;

/** What stands under an answer as a whole: sharing it or taking it back, and saying that it is wrong. */
export type Foot = { readonly buttons: readonly Button[]; readonly hint?: string };

/** A hint instead of a button whose value would be too long. */
export function footOf({ shareable, flag }: Reply, rendering: Rendering): Foot {
  const { sharedBy, audience, say } = rendering;
  if (sharedBy !== undefined) return { buttons: present([backButton(rendering, sharedBy)]) };
  const flagged = flag && button({ ...rendering, words: flag.says }, { kind: 'say' }, 'c-flag', flag.label);
  if (!shareable || audience !== 'asker') return { buttons: present([flagged]) };
  const share = button(rendering, { kind: 'share' }, 'c-share', say.rendering.share);
  const hint = share === undefined ? { hint: say.rendering.shareByMention } : {};
  return { buttons: present([share, flagged]), ...hint };
}

/** The foot of a single page. */
export function footRow({ buttons, hint }: Foot): Piece | undefined {
  const words = hint === undefined ? [] : [noteBlock(hint)];
  const blocks = [...words, ...(buttons.length === 0 ? [] : [row(buttons)])];
  return blocks.length === 0 ? undefined : pieceOf(blocks, hint ?? '');
}

function present(buttons: readonly (Button | undefined)[]): Button[] {
  return buttons.filter((one) => one !== undefined);
}

/** The foot of each page of several, what the largest of them costs, and whether pages lead to each other. */
export function pageControls(
  rendering: Rendering,
  under: Foot,
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
          ...under.buttons,
        ].filter((button) => button !== undefined)
      : page === pages
        ? under.buttons
        : [];
    const foot = [noteOf(rendering.say.rendering.pageOf(page, pages))];
    if (buttons.length > 0) foot.push(pieceOf([row(buttons)], ''));
    if (!turns && under.hint !== undefined && page === pages) foot.push(noteOf(under.hint));
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

function backButton(rendering: Rendering, sharedBy: string): Button | undefined {
  const by = { ...rendering, words: sharedBy };
  return button(by, { kind: 'take-back' }, 'c-back', rendering.say.rendering.takeBack);
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
  return pieceOf([noteBlock(sentence)], sentence);
}

function noteBlock(sentence: string): SlackBlock {
  return { type: 'context', elements: [plainTextObject(sentence)] };
}
