import type { Block, Reply, Text } from './reply.ts';

/** The paragraphs that a reply rests on, each once, in the order in which they first appear. */
export function citesOf(reply: Reply): number[] {
  return [...new Set(reply.blocks.flatMap(citesOfBlock))];
}

function citesOfBlock(block: Block): readonly number[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return citesOfText(block.text);
    case 'quotation':
      return [...block.cite, ...citesOfText(block.by)];
    case 'facts':
      return block.facts.flatMap((fact) => citesOfText(fact.value));
    case 'list':
      return block.items.flatMap(citesOfText);
    default:
      return [];
  }
}

function citesOfText(text: Text): readonly number[] {
  return text.flatMap((span) => (typeof span === 'object' && 'cite' in span ? span.cite : []));
}
