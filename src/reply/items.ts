import type { Block, Text } from './reply.ts';

/** The ids of the items that blocks show, each once, in reading order. */
export function itemsIn(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(itemsOfBlock))];
}

function itemsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'verdict':
    case 'note':
      return itemsOfText(block.text);
    case 'quotation':
      return [...(block.item === undefined ? [] : [block.item]), ...itemsOfText(block.by)];
    case 'facts':
      return block.facts.flatMap((fact) => itemsOfText(fact.value));
    case 'list':
      return block.items.flatMap(itemsOfText);
    default:
      return [];
  }
}

function itemsOfText(text: Text): string[] {
  return text.flatMap((span) =>
    typeof span === 'object' && 'cite' in span && span.item !== undefined ? [span.item] : [],
  );
}
