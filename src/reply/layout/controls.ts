/** What controls have in common, whatever the platform: their labels, and the words for what a control cannot hold. */
import type { Messages } from '../../show/messages/messages.ts';
import { oneLine } from '../clean.ts';
import { plainChoice } from '../plain.ts';
import type { Choice, Text } from '../reply.ts';
import { beginning } from '../split.ts';

/** How a platform draws a line and a list. */
export type Lines<Piece> = {
  text(text: Text): Piece[];
  list(items: readonly Text[]): Piece[];
};

/** What stands on a control: never nothing. */
export function labelOf(choice: Choice, say: Messages): string {
  return oneLine(choice.label) || oneLine(choice.says) || say.rendering.show;
}

/** The beginning of a text that is longer than a control shows, marked as such. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${beginning(text, most - 1).trimEnd()}…`;
}

/** What a control can only show the beginning of stands above it in full. */
export function inFull<Piece>(
  texts: readonly string[],
  most: number,
  lines: Lines<Piece>,
  say: Messages,
): Piece[] {
  const long = texts.map(oneLine).filter((text) => text.length > most);
  if (long.length === 0) return [];
  return [...lines.text([say.rendering.inFull]), ...lines.list(long.map((text) => [text]))];
}

/** What is too long for a control can still be typed. */
export function toType<Piece>(choices: readonly Choice[], lines: Lines<Piece>, say: Messages): Piece[] {
  if (choices.length === 0) return [];
  return [
    ...lines.text([say.rendering.alsoType]),
    ...lines.list(choices.map((choice) => [plainChoice(choice, say)])),
  ];
}
