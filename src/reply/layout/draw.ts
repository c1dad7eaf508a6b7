import type { Block, BlockOf, Reply } from '../reply.ts';

/** How a platform draws each kind of block, in its own pieces. `first`: no heading stands above it yet. */
export type Drawing<Piece> = {
  readonly [Kind in Block['kind']]: (block: BlockOf<Kind>, first: boolean) => Piece[];
};

/** A reply in pieces, in reading order. */
export function drawn<Piece>(reply: Reply, drawing: Drawing<Piece>): Piece[] {
  let headed = false;
  return reply.blocks.flatMap((block) => {
    const first = !headed;
    headed ||= block.kind === 'heading';
    const draw = drawing[block.kind] as (block: Block, first: boolean) => Piece[];
    return draw(block, first);
  });
}
