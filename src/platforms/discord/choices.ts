import { oneLine } from '../../reply/clean.ts';
import { controlId } from '../../reply/control.ts';
import { inFull, labelOf, shorten, toType } from '../../reply/layout/controls.ts';
import { rowsOf } from '../../reply/layout/rows.ts';
import type { BlockOf, Choice } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { Button, Option } from './components.ts';
import * as limit from './limits.ts';
import { linesIn, type Piece, pieceOf } from './piece.ts';

/** Menus and buttons of one reply as rows of controls, their ids unique over all its pages. */
export type ChoiceRows = {
  menu(block: BlockOf<'menu'>): Piece[];
  buttons(buttons: readonly Choice[]): Piece[];
};

export function choiceRows(briefing: string, say: Messages): ChoiceRows {
  const taken = new Set<string>();
  let menus = 0;
  const lines = linesIn(say);
  return {
    menu(block) {
      const inMenu = new Set<string>();
      const { pressed, typed } = sort(block.choices, briefing, inMenu);
      const options = pressed.map(({ choice, id }) => optionOf(choice, id, say));
      const placeholder = shorten(
        oneLine(block.placeholder) || say.rendering.choose,
        limit.PLACEHOLDER_CHARS,
      );
      const rows = rowsOf(options, { most: limit.SELECT_OPTIONS, room: limit.CONTROLS_BYTES }, bytes);
      return [
        ...inFull([block.placeholder], limit.PLACEHOLDER_CHARS, lines, say),
        ...inFull(
          pressed.flatMap(({ choice }) => [choice.label, choice.description ?? '']),
          limit.OPTION_CHARS,
          lines,
          say,
        ),
        ...toType(typed, lines, say),
        ...rows.map((row) => {
          menus += 1;
          const select = { type: 3, custom_id: `menu-${menus}`, placeholder, options: row } as const;
          return pieceOf([{ type: 1, components: [select] }]);
        }),
      ];
    },
    buttons(choices) {
      const { pressed, typed } = sort(choices, briefing, taken);
      const rows = rowsOf(
        pressed.map(({ choice, id }) => buttonOf(choice, id, say)),
        { most: limit.BUTTONS_PER_ROW, room: limit.CONTROLS_BYTES },
        bytes,
      );
      return [
        ...inFull(
          pressed.map(({ choice }) => choice.label),
          limit.BUTTON_LABEL_CHARS,
          lines,
          say,
        ),
        ...toType(typed, lines, say),
        ...rows.map((row) => pieceOf([{ type: 1, components: row }])),
      ];
    },
  };
}

type Pressed = { readonly choice: Choice; readonly id: string };

/** What can be pressed, and what is too long for a control's id and can only be typed. */
function sort(choices: readonly Choice[], briefing: string, taken: Set<string>) {
  const pressed: Pressed[] = [];
  const typed: Choice[] = [];
  for (const choice of choices) {
    const id = freeId(choice, briefing, taken);
    if (id === undefined) typed.push(choice);
    else {
      taken.add(id);
      pressed.push({ choice, id });
    }
  }
  return { pressed, typed };
}

/** The highest number that keeps two controls of one meaning apart (reply/control.ts). */
const MOST_APART = 999;

function freeId(choice: Choice, briefing: string, taken: ReadonlySet<string>): string | undefined {
  const control = {
    briefing: choice.briefing ?? briefing,
    words: choice.says.toWellFormed(),
    action: { kind: 'say' },
  } as const;
  for (let apart = 0; apart <= MOST_APART; apart += 1) {
    const id = apart === 0 ? controlId(control) : controlId(control, apart);
    if (id.length > limit.CUSTOM_ID_CHARS) return undefined;
    if (!taken.has(id)) return id;
  }
  return undefined;
}

function buttonOf(choice: Choice, id: string, say: Messages): Button {
  const style = choice.style === 'primary' ? 1 : choice.style === 'danger' ? 4 : 2;
  return { type: 2, style, label: shorten(labelOf(choice, say), limit.BUTTON_LABEL_CHARS), custom_id: id };
}

function optionOf(choice: Choice, value: string, say: Messages): Option {
  const label = shorten(labelOf(choice, say), limit.OPTION_CHARS);
  const description = shorten(oneLine(choice.description ?? ''), limit.OPTION_CHARS);
  return description === '' ? { label, value } : { label, value, description };
}

function bytes(control: Button | Option): number {
  return Buffer.byteLength(JSON.stringify(control));
}
