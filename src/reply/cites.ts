import type { Block, Cite, Reply, Text } from './reply.ts';

/**
 * The paragraphs that a reply rests on, each once, in the order in which they first appear: numbers where the briefing
 * has one source, `SOURCE:16` where it has several.
 */
export function citesOf(reply: Reply): (number | string)[] {
  return inFigures(citesIn(reply.blocks));
}

/** Every citation, in reading order, as often as it stands there. */
export function citesIn(blocks: readonly Block[]): readonly Cite[] {
  return blocks.flatMap(citesOfBlock);
}

/** Each paragraph once, as other programs read it. */
export function inFigures(cites: readonly Cite[]): (number | string)[] {
  return [
    ...new Set(
      cites.map(({ source, paragraph, name }) => (name === undefined ? paragraph : `${source}:${paragraph}`)),
    ),
  ];
}

function citesOfBlock(block: Block): readonly Cite[] {
  switch (block.kind) {
    case 'text':
    case 'verdict':
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

function citesOfText(text: Text): readonly Cite[] {
  return text.flatMap((span) => (typeof span === 'object' && 'cite' in span ? span.cite : []));
}
