/** Where an answer leads: the buttons and the one menu under what is shown of it. */
import type { Briefing } from '../briefing/briefing.ts';
import { type Ref, sameRef } from '../briefing/refs.ts';
import { citesIn } from '../reply/cites.ts';
import type { Block, BlockOf, Choice, Reply } from '../reply/reply.ts';
import { menu } from './blocks.ts';
import { paragraphChoice } from './choices.ts';
import type { Messages } from './messages/messages.ts';
import type { Viewing } from './view.ts';

/** With the controls that share an answer and flag it, which platforms add. */
export const MOST_CONTROLS = 5;

export function isControl({ kind }: Block): boolean {
  return kind === 'buttons' || kind === 'menu';
}

type Ways = {
  readonly buttons: readonly Choice[];
  readonly options: readonly Choice[];
  readonly placeholder: string;
  readonly types: readonly string[];
};

/** Where an answer leads: its buttons, and all its menus as one. */
export function waysOf(blocks: readonly Block[], { briefing, say, leadTo }: Viewing): Ways {
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

/** What a view is of, where a briefing may have nothing of it. */
const SHOWN: Readonly<Record<string, (briefing: Briefing) => readonly unknown[]>> = {
  deals: ({ deals }) => deals,
  figures: ({ figures }) => figures,
  timeline: ({ events }) => events,
  map: ({ places }) => places,
  positions: ({ positions }) => positions,
  topics: ({ topics }) => topics,
  quotes: ({ statements }) => statements.filter(({ mode }) => mode === 'direct'),
};

/** A view of which the briefing has nothing is not offered. */
export function hasSomething(says: string, briefing: Briefing): boolean {
  return !Object.hasOwn(SHOWN, says) || (SHOWN[says]?.(briefing).length ?? 0) > 0;
}

export function controlsUnder(
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
