/**
 * How much of an answer is shown: what it begins with, all of it, or why its marked words are inferred. An answer is
 * always made whole; this is the one place that leaves something out, and the one that says so.
 */

import type { Briefing } from '../briefing/briefing.ts';
import { type Ref, sameRef } from '../briefing/refs.ts';
import { citesIn } from '../reply/cites.ts';
import { plain, plainBlock } from '../reply/plain.ts';
import type { Block, BlockOf, Choice, Reason, Reply } from '../reply/reply.ts';
import { heading, menu, note } from './blocks.ts';
import { paragraphChoice } from './choices.ts';
import { reasonsOf } from './inferred.ts';
import type { Messages } from './messages/messages.ts';

export type View = 'first' | 'all' | 'why';

/** The most characters of a first view, its controls in words included, unless its first item alone is longer. */
export const FIRST_VIEW_CHARS = 900;
/** With the controls that share an answer and flag it, which platforms add. */
export const MOST_CONTROLS = 5;

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

export function isControl({ kind }: Block): boolean {
  return kind === 'buttons' || kind === 'menu';
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
  for (let count = units.length; ; count--) {
    const shown = [...joined(units.slice(0, count)), ...closing];
    const isAll = countOf(shown) >= countOf(whole) && count === units.length;
    const drawn = withControls(shown, isAll);
    const length = plain({ outcome: 'answered', shareable: false, blocks: drawn }, say).length;
    if (length <= FIRST_VIEW_CHARS || count <= leastOf(units)) return drawn;
  }
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

type Ways = {
  readonly buttons: readonly Choice[];
  readonly options: readonly Choice[];
  readonly placeholder: string;
  readonly types: readonly string[];
};

/** Where an answer leads: its buttons, and all its menus as one. */
function waysOf(blocks: readonly Block[], { briefing, say, leadTo }: Viewing): Ways {
  const here = new Set([leadTo('all'), leadTo('first')]);
  const leads = ({ says }: Choice) => !here.has(says) && hasSomething(says, briefing);
  const menus = blocks.filter((block) => block.kind === 'menu');
  return {
    buttons: once(blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))).filter(leads),
    options: once(menus.flatMap(({ choices }) => choices)).filter(leads),
    types: menus.flatMap(
      ({ types, choices }) => types ?? choices.filter(leads).map(({ says, types = says }) => types),
    ),
    placeholder: menus.length === 1 ? menus[0]!.placeholder : say.view.more,
  };
}

function once(choices: readonly Choice[]): Choice[] {
  return choices.filter((choice, at) => choices.findIndex(({ says }) => says === choice.says) === at);
}

/** A view of which the briefing has nothing is not offered. */
function hasSomething(says: string, briefing: Briefing): boolean {
  switch (says) {
    case 'deals':
      return briefing.deals.length > 0;
    case 'figures':
      return briefing.figures.length > 0;
    case 'timeline':
      return briefing.events.length > 0;
    case 'map':
      return briefing.places.length > 0;
    case 'positions':
      return briefing.positions.length > 0;
    case 'topics':
      return briefing.topics.length > 0;
    case 'quotes':
      return briefing.statements.some(({ mode }) => mode === 'direct');
    default:
      return true;
  }
}

function controlsUnder(
  shown: readonly Block[],
  ways: Ways & {
    readonly more: string | undefined;
    readonly isMarked: boolean;
    readonly sources: boolean;
    readonly mostButtons: number;
    readonly viewing: Viewing;
  },
): Block[] {
  const { leadTo, briefing, say } = ways.viewing;
  const more = ways.more === undefined ? [] : [{ label: ways.more, says: leadTo('all') }];
  const why = ways.isMarked ? [{ label: say.view.why, says: leadTo('why') }] : [];
  const room = Math.max(0, ways.mostButtons - more.length - why.length);
  const buttons = [...more, ...ways.buttons.slice(0, room), ...why];
  const pressed = new Set(buttons.map(({ says }) => says));
  const sources = ways.sources ? sourcesOf(shown, briefing, say) : [];
  const options = ways.options.filter(({ says }) => !pressed.has(says));
  return [
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    ...(options.length === 0
      ? sources
      : menu(
          ways.placeholder,
          [...options.slice(0, MOST_OPTIONS - sources.length), ...sources.flatMap(allAtOnce)],
          [
            ...ways.types.filter((words) => !pressed.has(words)),
            ...sources.map(({ types = '' }) => types),
          ].join(' · '),
        )),
  ];
}

/** Slack's and Discord's menus differ in how much they hold: beyond this a menu is no choice. */
const MOST_OPTIONS = 100;

/** How many buttons an answer has of its own, beside those that share and flag it. */
export function buttonsIn({ outcome, shareable }: Reply): number {
  const isFlagged = outcome === 'answered' || outcome === 'not_covered';
  return MOST_CONTROLS - (shareable ? 1 : 0) - (isFlagged ? 1 : 0);
}

/** One menu that leads to the paragraphs that the lines above rest on. */
function sourcesOf(shown: readonly Block[], briefing: Briefing, say: Messages): BlockOf<'menu'>[] {
  const cites = citesIn(shown);
  const refs = briefing.refs.filter((ref) => cites.some((cite) => sameRef(cite, ref)));
  if (refs.length === 0) return [];
  const choices = refs.map((ref) => paragraphChoice(ref, briefing));
  const bySource = [...Map.groupBy(refs, ({ source }) => source).values()];
  const numbers = (its: readonly Ref[]) => inRanges(its.map(({ paragraph }) => paragraph));
  const label = bySource
    .map((its) => `${its[0]!.name === undefined ? '' : `${its[0]!.name} `}¶\u00a0${numbers(its)}`)
    .join('; ');
  const types = bySource
    .map(
      (its) =>
        `${its[0]!.name === undefined ? '' : `${its[0]!.source.replaceAll('-', ' ')} `}${numbers(its)}`,
    )
    .join(' ');
  const placeholder =
    label.length <= LONGEST_LABEL ? say.view.sources(label) : say.view.sourcesOf(choices.length);
  return [{ kind: 'menu', placeholder, choices, types: `source ${types}` }];
}

/** What fits on a menu's option, in its words and in what it carries. */
const LONGEST_LABEL = 50;

/** '3-5, 8': in order, neighbours as one range. */
function inRanges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]}-${run.at(-1)}`)).join(', ');
}

/** A menu of paragraphs as one option of another; more than an option carries stays with the lines themselves. */
function allAtOnce({ placeholder, types = '' }: BlockOf<'menu'>): Choice[] {
  return types.length <= LONGEST_LABEL ? [{ label: placeholder, says: types }] : [];
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
