/** What the real Slack refuses in a message or a view, beyond its blocks. */
const MOST_BLOCKS = 50;
const MOST_VIEW_BLOCKS = 100;
const MOST_TEXT = 40_000;

/** Why a message's text and blocks are refused: Slack's error and one line for each reason; empty when they are not. */
export function messageErrors(body: Readonly<Record<string, unknown>>): string[] {
  const blocks = body.blocks;
  const text = body.text;
  if (blocks === undefined && (typeof text !== 'string' || text === '')) return ['no_text'];
  if (text !== undefined && typeof text !== 'string') return ['invalid_arguments: text is not a string'];
  if (typeof text === 'string' && text.length > MOST_TEXT) return ['msg_too_long'];
  if (blocks === undefined) return [];
  return blocksErrors(blocks, MOST_BLOCKS);
}

export function viewErrors(view: unknown): string[] {
  if (typeof view !== 'object' || view === null) return ['invalid_arguments: view is not an object'];
  const { type, blocks } = view as Record<string, unknown>;
  if (type !== 'home' && type !== 'modal') return ['invalid_arguments: unknown type of view'];
  return blocksErrors(blocks, MOST_VIEW_BLOCKS);
}

function blocksErrors(blocks: unknown, most: number): string[] {
  if (!Array.isArray(blocks)) return ['invalid_blocks_format'];
  if (blocks.length > most) return [`invalid_blocks: more than ${most} blocks`];
  return [];
}
