/** An edition: what one channel reads on one day. Pure: the briefing, what this channel has had, and the date. */

import type { Briefing } from '../../briefing/briefing.ts';
import type { RevisionItems, Subscription } from '../../ports/store.ts';
import type { Block, Choice, Reply, Text } from '../../reply/reply.ts';
import { cite, claimLine, claimText, marked } from '../../show/claims.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { shownReasons } from '../../show/view.ts';
import { type Change, changesSince } from './changes.ts';
import { type Spotlight, spotlightsOf, type Turn, turnOf } from './spotlight.ts';
import { showSpotlight } from './spotlight-blocks.ts';

export { itemsOfRevision } from './changes.ts';

/** What goes into an edition. */
export type EditionOf = {
  readonly briefing: Briefing;
  /** The slot's local date, 'YYYY-MM-DD'. */
  readonly date: string;
  /** What the channel has had: `HistoryStore.had`. */
  readonly had: { readonly spotlights: readonly string[]; readonly revision?: number };
  /** What the briefing said at `had.revision`: `RevisionStore.items`; left out where that is not known. */
  readonly previousItems?: RevisionItems | undefined;
  readonly whenAllShown: Subscription['whenAllShown'];
};

export type Edition =
  | {
      readonly kind: 'edition';
      readonly reply: Reply;
      /** The id of the item that the spotlight fell on; for the ledger. */
      readonly spotlight?: string;
      /** The briefing's revision that this edition shows; for the ledger. */
      readonly revision: number;
      /** True when, with this edition, the channel has had everything. */
      readonly allShown: boolean;
    }
  /** Everything has been shown, nothing has changed, and the channel asked for quiet then: the slot is skipped. */
  | { readonly kind: 'quiet'; readonly why: string };

/** The same ask makes the same edition, so that a preview is what goes out. */
export function makeEdition(ask: EditionOf, say: Messages): Edition {
  const { briefing, had, whenAllShown } = ask;
  const turn = turnOf(spotlightsOf(briefing), had.spotlights);
  const changed = had.revision !== undefined && had.revision !== briefing.revision.number;
  if (turn.kind === 'all-shown' && whenAllShown === 'go-quiet' && had.revision !== undefined && !changed)
    return { kind: 'quiet', why: say.edition.quiet(turn.total) };
  const spotlight = spotlightOf(turn, whenAllShown);
  return {
    kind: 'edition',
    reply: replyOf(ask, turn, spotlight, changed, say),
    ...(spotlight === undefined ? {} : { spotlight: spotlight.id }),
    revision: briefing.revision.number,
    allShown: turn.kind === 'next' ? turn.place === turn.total : turn.total < 2 || spotlight === undefined,
  };
}

function spotlightOf(turn: Turn, whenAllShown: Subscription['whenAllShown']): Spotlight | undefined {
  if (turn.kind === 'next') return turn.spotlight;
  return whenAllShown === 'start-over' ? turn.first : undefined;
}

/**
 * The first edition tells the key points in full. From then on what is new comes first; without news one thing that the
 * channel has not had, and one line of background: never the same list again.
 */
function replyOf(
  ask: EditionOf,
  turn: Turn,
  spotlight: Spotlight | undefined,
  changed: boolean,
  say: Messages,
): Reply {
  const { briefing, date, had } = ask;
  const shown = spotlight === undefined ? undefined : showSpotlight(spotlight, briefing, say);
  const isFirst = had.revision === undefined && had.spotlights.length === 0;
  const content: Block[] = [
    { kind: 'heading', text: briefing.title },
    { kind: 'text', text: [{ bold: say.edition.datedAbout(date, say.time.dates(briefing.dates)) }] },
    ...(isFirst ? keyPointBlocks(briefing, say) : []),
    ...(changed ? changeBlocks(ask, say) : []),
    ...(shown?.blocks ?? []),
    ...(isFirst || changed ? [] : backgroundLine(ask, spotlight, say)),
    { kind: 'note', text: standing(ask, turn, say) },
  ];
  const reasons = shown === undefined ? [] : shownReasons(content, shown.reasons, say);
  const why = reasons.length === 0 ? undefined : whyOf(shown?.more, say);
  const blocks: Block[] = [...content, { kind: 'buttons', buttons: buttonsOf(ask, shown?.more, why, say) }];
  return { outcome: 'answered', blocks, shareable: false };
}

function keyPointBlocks(briefing: Briefing, say: Messages): Block[] {
  const { summary, keyPoints } = briefing;
  const points = briefing.present(keyPoints).map((point): Text => [marked(point), ' ', cite(point)]);
  return [
    { kind: 'text', text: [marked(summary), ' ', cite(summary)] },
    ...(points.length === 0
      ? []
      : [
          { kind: 'heading', text: say.edition.keyPoints } as const,
          { kind: 'list', items: points } as const,
        ]),
  ];
}

/** Another line each day; none where the day's own thing, yesterday's or tomorrow's is that very one. */
function backgroundLine(
  { briefing, had }: EditionOf,
  spotlight: Spotlight | undefined,
  say: Messages,
): Block[] {
  const background = briefing.present(briefing.background);
  const item = background.length < 2 ? undefined : background[had.spotlights.length % background.length];
  if (item === undefined) return [];
  const today = spotlight === undefined ? [] : [spotlight.id];
  const turn = turnOf(spotlightsOf(briefing), [...had.spotlights, ...today]);
  const tomorrow = turn.kind === 'next' ? turn.spotlight.id : turn.first?.id;
  if ([had.spotlights.at(-1), ...today, tomorrow].includes(`background:${item.id}`)) return [];
  return [{ kind: 'text', text: claimText({ kind: 'background', item }, briefing, say) }];
}

function whyOf(more: Choice | undefined, say: Messages): Choice | undefined {
  return more === undefined ? undefined : { label: say.view.why, says: `${more.says} (why)` };
}

function changeBlocks({ briefing, previousItems }: EditionOf, say: Messages): Block[] {
  const heading: Block = { kind: 'heading', text: say.edition.changedHeading };
  const { number, date } = briefing.revision;
  if (previousItems === undefined) {
    return [heading, { kind: 'text', text: [say.edition.changedUnknown(number, date)] }];
  }
  const changes = changesSince(previousItems, briefing);
  if (changes.length === 0)
    return [heading, { kind: 'text', text: [say.edition.changedNothing(number, date)] }];
  return [
    heading,
    { kind: 'text', text: [say.edition.changed(number, date, changes.length)] },
    ...quotedFirst(changes, briefing, say),
  ];
}

/** What somebody said stands before what is told. */
function quotedFirst(changes: readonly Change[], briefing: Briefing, say: Messages): Block[] {
  const isSaid = (change: Change) =>
    change.kind !== 'removed' &&
    change.of !== 'summary' &&
    change.of.kind === 'statement' &&
    change.of.item.mode === 'direct';
  const ordered = [...changes.filter(isSaid), ...changes.filter((change) => !isSaid(change))];
  return [{ kind: 'list', items: ordered.map((change) => changeText(change, briefing, say)) }];
}

function changeText(change: Change, briefing: Briefing, say: Messages): Text {
  const mark = { bold: say.edition.marks[change.kind] };
  if (change.kind === 'removed') return [mark, ': ', say.edition.gone(change.was)];
  if (change.of !== 'summary') return [mark, ': ', ...claimLine(change.of, briefing, say)];
  const { summary } = briefing;
  return [mark, ': ', marked(summary), ' ', cite(summary)];
}

/** Where the channel is in the round. */
function standing({ whenAllShown }: EditionOf, turn: Turn, say: Messages): Text {
  if (turn.kind === 'next' && turn.place < turn.total) return say.edition.place(turn.place, turn.total);
  if (turn.kind === 'next' || whenAllShown === 'go-quiet') {
    return whenAllShown === 'start-over'
      ? say.edition.lastThenOver(turn.total)
      : say.edition.lastThenQuiet(turn.total);
  }
  return say.edition.over(turn.total);
}

function buttonsOf(
  { briefing, date }: EditionOf,
  more: Choice | undefined,
  why: Choice | undefined,
  say: Messages,
): Choice[] {
  const day = Temporal.PlainDate.from('1970-01-01').until(date).days;
  const example = briefing.examples[day % Math.max(1, briefing.examples.length)];
  return [
    ...(more === undefined ? [] : [more]),
    ...(why === undefined ? [] : [why]),
    ...(why === undefined ? [{ label: say.edition.people, says: 'people' }] : []),
    ...(example === undefined ? [] : [{ label: example, says: `ask ${example}` }]),
    { label: say.edition.allPositions, says: 'positions' },
    { label: say.edition.pause, says: 'pause' },
  ];
}
