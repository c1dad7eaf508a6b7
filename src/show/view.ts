/**
 * How much of an answer is shown: what it begins with, all of it, or why its marked words are inferred. An answer is
 * always made whole; this is the one place that leaves something out, and the one that says so.
 */

import type { Briefing } from '../briefing/briefing.ts';
import { plain, plainBlock } from '../reply/plain.ts';
import type { Block, Reason, Reply } from '../reply/reply.ts';
import { heading, note } from './blocks.ts';
import { reasonsOf } from './inferred.ts';
import type { Messages } from './messages/messages.ts';
import { buttonsIn, controlsUnder, isControl, waysOf } from './ways.ts';

export type View = 'first' | 'all' | 'why';

/** The most characters of a first view, its controls in words included, unless its first item alone is longer. */
export const FIRST_VIEW_CHARS = 900;

export type Viewing = {
  readonly view: View;
  /** The words that lead to a view of this answer. */
  readonly leadTo: (view: View) => string;
  readonly briefing: Briefing;
  readonly say: Messages;
};

/** Pure. What is neither answered nor asked back is shown as it is. */
export function viewed(reply: Reply, viewing: Viewing): Reply {
  const { brief = {}, ...whole } = reply;
  if (whole.outcome === 'refused' || whole.outcome === 'done') return whole;
  const content = whole.blocks.filter(isContent);
  const reasons = reasonsFor(whole.blocks, content, viewing);
  if (viewing.view === 'why')
    return { ...whole, shareable: false, blocks: whyBlocks(content, reasons, viewing) };

  const ways = waysOf(brief.blocks?.some(isControl) ? brief.blocks : whole.blocks, viewing);
  const withControls = (shown: readonly Block[], isAll: boolean) => [
    ...shown,
    ...controlsUnder(shown, {
      ...ways,
      more: isAll ? undefined : (brief.more ?? viewing.say.view.showAll(countOf(content))),
      isMarked: shownReasons(shown, reasons, viewing.say).length > 0,
      sources: brief.sources ?? true,
      mostButtons: buttonsIn(whole),
      viewing,
    }),
  ];
  if (viewing.view === 'all') return { ...whole, blocks: withControls(content, true) };
  return {
    ...whole,
    blocks: firstThatFits(brief.blocks?.filter(isContent) ?? content, content, withControls, viewing),
  };
}

/** The answer's own reasons; of what is marked besides, those of whichever item says it. */
function reasonsFor(
  blocks: readonly Block[],
  content: readonly Block[],
  { briefing, say }: Viewing,
): Reason[] {
  const own = blocks.flatMap((block) => (block.kind === 'note' ? (block.reasons ?? []) : []));
  const known = new Set(own.map(({ says }) => says));
  const { people, organisations, sides, places, summary, claims } = briefing;
  const items = [
    summary,
    ...people,
    ...organisations,
    ...sides,
    ...places,
    ...claims.map(({ item }) => item),
  ];
  const others = reasonsOf(items, say).filter(({ says }) => !known.has(says));
  return [...own, ...shownReasons(content, others, say)];
}

function isContent(block: Block): boolean {
  return !isControl(block) && !(block.kind === 'note' && block.reasons !== undefined);
}

/** As many units as fit with the controls that are then needed; the first is shown however long it is. */
function firstThatFits(
  blocks: readonly Block[],
  whole: readonly Block[],
  withControls: (shown: readonly Block[], isAll: boolean) => readonly Block[],
  { say }: Viewing,
): readonly Block[] {
  const closing = blocks.at(-1)?.kind === 'note' && blocks.length > 1 ? blocks.slice(-1) : [];
  const units = blocks.slice(0, blocks.length - closing.length).flatMap(unitsOf);
  for (let count = mostThatCouldFit(units, say); ; count--) {
    const shown = [...joined(units.slice(0, count)), ...closing];
    const isAll = countOf(shown) >= countOf(whole) && count === units.length;
    const drawn = withControls(shown, isAll);
    const length = plain({ outcome: 'answered', shareable: false, blocks: drawn }, say).length;
    if (length <= FIRST_VIEW_CHARS || count <= leastOf(units)) return drawn;
  }
}

/** Of a list of thousands nobody draws all to see that it is too long: more units are never shorter. */
function mostThatCouldFit(units: readonly Block[], say: Messages): number {
  for (let count = 2 * leastOf(units); count < units.length; count *= 2) {
    const blocks = joined(units.slice(0, count));
    if (plain({ outcome: 'answered', shareable: false, blocks }, say).length > FIRST_VIEW_CHARS) return count;
  }
  return units.length;
}

/** Up to the first that says something: a heading or a verdict alone is no answer. */
function leastOf(units: readonly Block[]): number {
  return Math.max(
    1,
    units.findIndex(({ kind }) => kind !== 'heading' && kind !== 'note' && kind !== 'verdict') + 1,
  );
}

/** What is shown as a whole or not at all: a block, or a line of a list. */
function unitsOf(block: Block): Block[] {
  if (block.kind === 'list') return block.items.map((item) => ({ ...block, items: [item] }));
  if (block.kind === 'facts') return block.facts.map((fact) => ({ ...block, facts: [fact] }));
  return [block];
}

/** Units as blocks again; a heading or a note that leads to nothing any more is left out. */
function joined(units: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  for (const unit of units) {
    const last = blocks.at(-1);
    if (last?.kind === 'list' && unit.kind === 'list')
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...unit.items] };
    else if (last?.kind === 'facts' && unit.kind === 'facts')
      blocks[blocks.length - 1] = { ...last, facts: [...last.facts, ...unit.facts] };
    else blocks.push(unit);
  }
  while (blocks.length > 1 && ['heading', 'note'].includes(blocks.at(-1)!.kind)) blocks.pop();
  return blocks;
}

/** How many things an answer tells: headings and small print are none. */
function countOf(blocks: readonly Block[]): number {
  return blocks.flatMap(unitsOf).filter(({ kind }) => kind !== 'heading' && kind !== 'note').length;
}

function whyBlocks(content: readonly Block[], reasons: readonly Reason[], { say, leadTo }: Viewing): Block[] {
  const byReason = Map.groupBy(shownReasons(content, reasons, say), ({ why }) => why);
  const items = [...byReason].map(([why, its]) => [
    say.claims.inferredLine(
      its.map(({ says }) => says),
      why,
    ),
  ]);
  return [
    heading(say.view.whyTitle),
    note(say.view.whyThis),
    { kind: 'list', items },
    { kind: 'buttons', buttons: [{ label: say.view.back, says: leadTo('first') }] },
  ];
}

/** The reasons for what stands marked in some blocks. */
export function shownReasons(blocks: readonly Block[], reasons: readonly Reason[], say: Messages): Reason[] {
  const words = blocks.map((block) => plainBlock(block, say)).join('\n');
  return reasons.filter(({ marks }) => marks.some((mark) => words.includes(mark)));
}
