import { oneLine } from '../../reply/clean.ts';
import { controlId } from '../../reply/control.ts';
import { inFull, labelOf, shorten, toType } from '../../reply/layout/controls.ts';
import { rowsOf } from '../../reply/layout/rows.ts';
import { plainChoice, plainChoices } from '../../reply/plain.ts';
import type { BlockOf, Choice } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type Button, type Option, plainTextObject } from './blocks.ts';
import { disarm } from './escape.ts';
import * as limit from './limits.ts';
import { linesIn, type Piece, pieceOf } from './piece.ts';
import { jsonChars } from './spans.ts';

/** Menus and buttons of one reply as rows of controls, their ids unique over all its pages. */
export type ChoiceRows = {
  menu(block: BlockOf<'menu'>): Piece[];
  buttons(buttons: readonly Choice[]): Piece[];
};

export function choiceRows(briefing: string, firstId: number, say: Messages): ChoiceRows {
  let used = firstId;
  const nextId = () => `c-${++used}`;
  const valueFor = (choice: Choice) =>
    controlId({
      briefing: choice.briefing ?? briefing,
      words: choice.says.toWellFormed(),
      action: { kind: 'say' },
    });
  const lines = linesIn(say);
  return {
    menu(block) {
      const { pressed, typed } = sort(distinct(block.choices), limit.OPTION_VALUE_CHARS, valueFor);
      const placeholder = shorten(
        oneLine(block.placeholder) || say.rendering.choose,
        limit.PLACEHOLDER_CHARS,
      );
      const options = pressed.map((choice) => ({ choice, option: optionOf(choice, valueFor(choice), say) }));
      const menus = rowsOf(
        options,
        { most: limit.SELECT_OPTIONS, room: limit.CONTROLS_CHARS },
        ({ choice, option }) => cost(choice, option, say),
      );
      return [
        ...inFull([block.placeholder], limit.PLACEHOLDER_CHARS, lines, say),
        ...inFull(
          pressed.flatMap((choice) => [choice.label, choice.description ?? '']),
          limit.OPTION_LABEL_CHARS,
          lines,
          say,
        ),
        ...toType(typed, lines, say),
        ...menus.map((menu) =>
          pieceOf(
            [
              {
                type: 'actions',
                elements: [
                  {
                    type: 'static_select',
                    action_id: nextId(),
                    placeholder: plainTextObject(placeholder),
                    options: menu.map(({ option }) => option),
                  },
                ],
              },
            ],
            plainChoices(
              menu.map(({ choice }) => asShown(choice)),
              say,
            ),
          ),
        ),
      ];
    },
    buttons(buttons) {
      const { pressed, typed } = sort(distinct(buttons), limit.BUTTON_VALUE_CHARS, valueFor);
      const drawn = pressed.map((choice) => ({
        choice,
        button: buttonOf(choice, valueFor(choice), nextId(), say),
      }));
      const rows = rowsOf(
        drawn,
        { most: limit.BUTTONS_PER_ROW, room: limit.CONTROLS_CHARS },
        ({ choice, button }) => cost(choice, button, say),
      );
      return [
        ...inFull(
          pressed.map((choice) => choice.label),
          limit.BUTTON_LABEL_CHARS,
          lines,
          say,
        ),
        ...toType(typed, lines, say),
        ...rows.map((row) =>
          pieceOf(
            [{ type: 'actions', elements: row.map(({ button }) => button) }],
            plainChoices(
              row.map(({ choice }) => asShown(choice)),
              say,
            ),
          ),
        ),
      ];
    },
  };
}

/** The same choice twice in one row is one choice. */
function distinct(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter((choice) => {
    const key = JSON.stringify([choice.says, choice.label, choice.description]);
    return !seen.has(key) && seen.add(key);
  });
}

/** What can be pressed, and what is too long for a control's value and can only be typed. */
function sort(choices: readonly Choice[], most: number, valueFor: (choice: Choice) => string) {
  const fits = (choice: Choice) => {
    const value = valueFor(choice);
    const dearest = Math.max(jsonChars(value), disarm(value).length);
    return value.length <= most && dearest <= limit.BUTTON_VALUE_CHARS;
  };
  return { pressed: choices.filter(fits), typed: choices.filter((choice) => !fits(choice)) };
}

function optionOf(choice: Choice, value: string, say: Messages): Option {
  const description = oneLine(choice.description ?? '');
  const text = plainTextObject(shorten(labelOf(choice, say), limit.OPTION_LABEL_CHARS));
  if (description === '') return { text, value };
  return { text, value, description: plainTextObject(shorten(description, limit.OPTION_LABEL_CHARS)) };
}

function buttonOf(choice: Choice, value: string, actionId: string, say: Messages): Button {
  const text = plainTextObject(shorten(labelOf(choice, say), limit.BUTTON_LABEL_CHARS));
  const button = { type: 'button', action_id: actionId, text, value } as const;
  return choice.style === undefined ? button : { ...button, style: choice.style };
}

/** A choice with no more of its label and description than the control shows. */
function asShown(choice: Choice): Choice {
  const label = shorten(oneLine(choice.label), limit.OPTION_LABEL_CHARS);
  const description = shorten(oneLine(choice.description ?? ''), limit.OPTION_LABEL_CHARS);
  return { ...choice, label, description };
}

/** A control's characters, or its words' where they are dearer: the words have a third of a page's room. */
function cost(choice: Choice, drawn: Button | Option, say: Messages): number {
  return Math.max(JSON.stringify(drawn).length, 2 * disarm(plainChoice(asShown(choice), say)).length);
}
