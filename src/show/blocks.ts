/** Small blocks that many answers share. */
import type { Block, Choice, Reply, Text } from '../reply/reply.ts';

/** An answer that may be shown to the channel; blocks that turned out empty are left out. */
export function answered(...blocks: readonly (Block | readonly Block[])[]): Reply {
  return { outcome: 'answered', blocks: blocks.flat(), shareable: true };
}

/** Asks back, or says what one can type: nothing that a channel needs to see. */
export function helped(...blocks: readonly (Block | readonly Block[])[]): Reply {
  return { outcome: 'help', blocks: blocks.flat(), shareable: false };
}

/** The briefing does not have what was asked for. */
export function notCovered(...blocks: readonly (Block | readonly Block[])[]): Reply {
  return { outcome: 'not_covered', blocks: blocks.flat(), shareable: false };
}

/** A view of which the briefing holds nothing: said in a sentence, with the ways on. */
export function nothingThere(sentence: string, ...ways: readonly Choice[]): Reply {
  return notCovered(text(sentence), next(...ways));
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function text(...spans: Text): Block {
  return { kind: 'text', text: spans };
}

export function note(...spans: Text): Block {
  return { kind: 'note', text: spans };
}

/** A list under its heading; nothing where there is nothing to list. */
export function listed(title: string | undefined, items: readonly Text[]): Block[] {
  if (items.length === 0) return [];
  return [...(title === undefined ? [] : [heading(title)]), { kind: 'list', items }];
}

/** Blocks under their heading; nothing where there are none. */
export function under(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

const MOST_BUTTONS = 5;

/** The next sensible questions, the best first, each once; what does not fit in a row is left for other answers. */
export function next(...choices: readonly (Choice | undefined)[]): Block[] {
  const given = choices.filter((choice) => choice !== undefined);
  const once = given.filter((choice, at) => given.findIndex(({ says }) => says === choice.says) === at);
  return once.length === 0 ? [] : [{ kind: 'buttons', buttons: once.slice(0, MOST_BUTTONS) }];
}

/** A picture of the briefing; `alt` says in words what stands in for it where it cannot be shown. */
export function picture(name: string, briefing: string, alt: string): Block {
  return { kind: 'picture', picture: name, briefing, alt };
}

/** One of several: buttons while they fit in a row, else a menu. */
export function oneOf(placeholder: string, choices: readonly Choice[]): Block[] {
  return choices.length <= MOST_BUTTONS ? next(...choices) : menu(placeholder, choices);
}

/** @param types what leads to all of them at once, for those who type; else each is named */
export function menu(placeholder: string, choices: readonly Choice[], types?: string): Block[] {
  if (choices.length === 0) return [];
  return [{ kind: 'menu', placeholder, choices, ...(types === undefined ? {} : { types }) }];
}
