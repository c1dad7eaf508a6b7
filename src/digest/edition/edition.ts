/** An edition: what one channel reads on one day. Pure: the briefing, what this channel has had, and the date. */

import type { Briefing } from '../../briefing/briefing.ts';
import type { Inferred } from '../../briefing/schema.ts';
import type { RevisionItems, Subscription } from '../../ports/store.ts';
import type { Block, Choice, Reply, Text } from '../../reply/reply.ts';
import { cite, claimLine } from '../../show/claims.ts';
import type { Messages } from '../../show/messages/messages.ts';
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

/** The news of the day stands before the key points, which a daily reader knows. */
function replyOf(
  ask: EditionOf,
  turn: Turn,
  spotlight: Spotlight | undefined,
  changed: boolean,
  say: Messages,
): Reply {
  const { briefing, date } = ask;
  const { summary, keyPoints } = briefing;
  const shown = spotlight === undefined ? undefined : showSpotlight(spotlight, briefing, say);
  const opening: Text = [{ bold: say.edition.dated(date) }, ' ', summary.text, ' ', cite(summary)];
  const blocks: Block[] = [
    { kind: 'heading', text: briefing.title },
    { kind: 'text', text: opening },
    ...(changed ? changeBlocks(ask, say) : []),
    ...(shown?.blocks ?? []),
    { kind: 'note', text: standing(ask, turn, say) },
    ...keyPointBlocks(
      briefing.present(keyPoints).map((point) => [point.text, ' ', cite(point)]),
      say,
    ),
    ...ours([summary, ...keyPoints], say),
    { kind: 'buttons', buttons: buttonsOf(ask, shown?.more, say) },
  ];
  return { outcome: 'answered', blocks, shareable: false };
}

function keyPointBlocks(items: readonly Text[], say: Messages): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: say.edition.keyPoints },
    { kind: 'list', items },
  ];
}

/** What in the lines of every day is inferred, in one line: the reasons are a `source N` away. */
function ours(items: readonly { readonly inferred: readonly Inferred[] }[], say: Messages): Block[] {
  const inferred = items.flatMap((item) => item.inferred.map(({ says }) => says));
  return inferred.length === 0 ? [] : [{ kind: 'note', text: [say.claims.inferred([...new Set(inferred)])] }];
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
    { kind: 'list', items: changes.map((change) => changeText(change, briefing, say)) },
  ];
}

function changeText(change: Change, briefing: Briefing, say: Messages): Text {
  const mark = { bold: say.edition.marks[change.kind] };
  if (change.kind === 'removed') return [mark, ': ', say.edition.gone(change.was)];
  if (change.of !== 'summary') return [mark, ': ', ...claimLine(change.of, briefing, say)];
  const { summary } = briefing;
  return [mark, ': ', summary.text, ' ', cite(summary)];
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

function buttonsOf({ briefing, date }: EditionOf, more: Choice | undefined, say: Messages): Choice[] {
  const day = Temporal.PlainDate.from('1970-01-01').until(date).days;
  const example = briefing.examples[day % Math.max(1, briefing.examples.length)];
  return [
    ...(more === undefined ? [] : [more]),
    { label: say.edition.people, says: 'people' },
    ...(example === undefined ? [] : [{ label: example, says: `ask ${example}` }]),
    { label: say.edition.allPositions, says: 'positions' },
    { label: say.edition.pause, says: 'pause' },
  ];
}
