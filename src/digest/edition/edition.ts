/** An edition: what one channel reads on one day. Pure: the briefing, what this channel has had, and the date. */

import type { Briefing } from '../../briefing/briefing.ts';
import type { Gets } from '../../ports/choices.ts';
import type { Reason } from '../../ports/reasons.ts';
import type { RevisionItems, Subscription } from '../../ports/store.ts';
import type { Block, Choice, Reply, Text } from '../../reply/reply.ts';
import { cite, claimLine, claimText } from '../../show/claims.ts';
import { marked } from '../../show/inferred.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { shownReasons } from '../../show/view.ts';
import { type Change, changesSince } from './changes.ts';
import { type Spotlight, spotlightsOf, type Turn, turnOf, turnsOf } from './spotlight.ts';
import { showSpotlight } from './spotlight-blocks.ts';
import { claimsOf, wantsChange } from './wanted.ts';

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
  /** What the channel chose to get; left out, everything. */
  readonly gets?: Gets | undefined;
  /** Whether it comes so rarely that it looks back on the time since the last: several things, in short. */
  readonly recap?: boolean;
  /** Whether it comes with the digest's picture card. */
  readonly picture?: boolean | undefined;
};

/** What a recap tells besides its first thing. */
const MORE_IN_RECAP = 4;

export type Edition =
  | {
      readonly kind: 'edition';
      readonly reply: Reply;
      /** The ids of the items that it puts first; for the ledger. */
      readonly spotlights: readonly string[];
      /** The briefing's revision that this edition shows; for the ledger. */
      readonly revision: number;
      /** True when, with this edition, the channel has had everything. */
      readonly allShown: boolean;
    }
  /** Everything has been shown, nothing has changed, and the channel asked for quiet then: the slot is skipped. */
  | { readonly kind: 'quiet'; readonly why: Reason };

/** The same ask makes the same edition, so that a preview is what goes out. */
export function makeEdition(ask: EditionOf, say: Messages): Edition {
  const { briefing, had, whenAllShown, gets } = ask;
  const all = spotlightsOf(briefing, gets);
  const turn = turnOf(all, had.spotlights);
  const news = newsOf(ask);
  if (turn.kind === 'all-shown' && had.revision !== undefined && news.kind === 'none') {
    if (turn.total === 0 && gets !== undefined) return { kind: 'quiet', why: { code: 'nothing-chosen' } };
    if (whenAllShown === 'go-quiet') return { kind: 'quiet', why: { code: 'all-shown', total: turn.total } };
  }
  const first = spotlightOf(turn, whenAllShown);
  const isFirst = had.revision === undefined && had.spotlights.length === 0;
  const more =
    first === undefined || isFirst || ask.recap !== true
      ? []
      : turnsOf(all, [...had.spotlights, first.id], MORE_IN_RECAP);
  const shown: Shown = { isFirst, turn, news, more, ...(first && { first }) };
  const last = turn.kind === 'next' ? turn.place + more.length : more.length + 1;
  return {
    kind: 'edition',
    reply: replyOf(ask, shown, say),
    spotlights: first === undefined ? [] : [first, ...more].map(({ id }) => id),
    revision: briefing.revision.number,
    allShown: first === undefined || last >= turn.total,
  };
}

/** What is decided before it is put into words. */
type Shown = {
  readonly isFirst: boolean;
  readonly turn: Turn;
  readonly news: News;
  readonly first?: Spotlight;
  /** What a recap tells besides. */
  readonly more: readonly Spotlight[];
};

type News =
  /** The briefing is as it was, or nothing that the channel chose has changed: `others` counts what else has. */
  | { readonly kind: 'none'; readonly others: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly others: number };

function newsOf({ briefing, had, previousItems, gets }: EditionOf): News {
  if (had.revision === undefined || had.revision === briefing.revision.number)
    return { kind: 'none', others: 0 };
  if (previousItems === undefined) return { kind: 'unknown' };
  const all = changesSince(previousItems, briefing);
  const changes = all.filter((change) => wantsChange(change, gets));
  const others = all.length - changes.length;
  return gets !== undefined && changes.length === 0
    ? { kind: 'none', others }
    : { kind: 'changes', changes, others };
}

function spotlightOf(turn: Turn, whenAllShown: Subscription['whenAllShown']): Spotlight | undefined {
  if (turn.kind === 'next') return turn.spotlight;
  return whenAllShown === 'start-over' ? turn.first : undefined;
}

/**
 * The first edition tells the key points in full. From then on what is new comes first; without news one thing that the
 * channel has not had, and one line of background: never the same list again. A recap tells several things in short.
 */
function replyOf(ask: EditionOf, shown: Shown, say: Messages): Reply {
  const { briefing, date, gets } = ask;
  const { isFirst, news, more } = shown;
  const first = shown.first === undefined ? undefined : showSpotlight(shown.first, briefing, say);
  const plain = isFirst || news.kind !== 'none' || more.length > 0 || gets !== undefined;
  const content: Block[] = [
    { kind: 'heading', text: briefing.title },
    { kind: 'text', text: [{ bold: say.edition.datedAbout(date, say.time.dates(briefing.dates)) }] },
    ...(isFirst ? keyPointBlocks(briefing, gets, say) : []),
    ...changeBlocks(briefing, news, say),
    ...(first?.blocks ?? []),
    ...recapBlocks(more, briefing, say),
    ...(plain ? [] : backgroundLine(ask, shown.first, say)),
    ...(ask.picture === true ? [cardOf(shown, briefing, say)] : []),
    { kind: 'note', text: standing(ask, shown, say) },
  ];
  const reasons = first === undefined ? [] : shownReasons(content, first.reasons, say);
  const why = reasons.length === 0 ? undefined : whyOf(first?.more, say);
  const buttons = buttonsOf(ask, shown, first?.more, why, say);
  return { outcome: 'answered', blocks: [...content, { kind: 'buttons', buttons }], shareable: false };
}

/** Each thing in its own lines, as it stands in a list of changes. */
function recapBlocks(more: readonly Spotlight[], briefing: Briefing, say: Messages): Block[] {
  if (more.length === 0) return [];
  const items = more.flatMap((one) => claimsOf(one).slice(0, one.of.kind === 'positions' ? undefined : 1));
  return [
    { kind: 'heading', text: say.edition.recap },
    { kind: 'list', items: items.map((claim) => claimLine(claim, briefing, say)) },
  ];
}

/** What the edition leads with, as a picture; what somebody said stays out of it, where it would be cut. */
function cardOf({ first, more }: Shown, briefing: Briefing, say: Messages): Block {
  const told = [...(first === undefined ? [] : [first]), ...more].flatMap((one) => claimsOf(one).slice(0, 1));
  const ids = told.filter(({ kind }) => kind !== 'statement').map(({ item }) => item.id);
  const picture = ids.length === 0 ? 'digest' : `digest:${ids.join(',')}`;
  return { kind: 'picture', picture, briefing: briefing.id, alt: say.edition.card(briefing.title) };
}

/** A channel that chose what it gets has the summary alone. */
function keyPointBlocks(briefing: Briefing, gets: Gets | undefined, say: Messages): Block[] {
  const { summary, keyPoints } = briefing;
  const points = (gets === undefined ? briefing.present(keyPoints) : []).map(
    (point): Text => [marked(point), ' ', cite(point)],
  );
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

function changeBlocks(briefing: Briefing, news: News, say: Messages): Block[] {
  if (news.kind === 'none') return [];
  const heading: Block = { kind: 'heading', text: say.edition.changedHeading };
  const { number, date } = briefing.revision;
  if (news.kind === 'unknown')
    return [heading, { kind: 'text', text: [say.edition.changedUnknown(number, date)] }];
  const { changes } = news;
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
function standing({ whenAllShown }: EditionOf, { turn, more }: Shown, say: Messages): Text {
  if (turn.total === 0) return [say.edition.nothingYet];
  if (turn.kind !== 'next' && whenAllShown === 'start-over') return say.edition.over(turn.total);
  const last = turn.kind === 'next' ? turn.place + more.length : turn.total;
  if (turn.kind === 'next' && last < turn.total)
    return more.length === 0
      ? say.edition.place(turn.place, turn.total)
      : say.edition.places(turn.place, last, turn.total);
  return whenAllShown === 'start-over'
    ? say.edition.lastThenOver(turn.total)
    : say.edition.lastThenQuiet(turn.total);
}

/** What the channel's choice has left out is one of them. */
function buttonsOf(
  { briefing, date, gets }: EditionOf,
  { news }: Shown,
  more: Choice | undefined,
  why: Choice | undefined,
  say: Messages,
): Choice[] {
  const day = Temporal.PlainDate.from('1970-01-01').until(date).days;
  const example = briefing.examples[day % Math.max(1, briefing.examples.length)];
  const others = news.kind === 'unknown' ? 0 : news.others;
  const left = others > 0 ? say.edition.otherChanges(others) : say.edition.theRest;
  return [
    ...(more === undefined ? [] : [more]),
    ...(why === undefined ? [] : [why]),
    ...(gets === undefined ? [] : [left]),
    ...(why === undefined && gets === undefined ? [{ label: say.edition.people, says: 'people' }] : []),
    ...(example === undefined ? [] : [{ label: example, says: `ask ${example}` }]),
    ...(gets === undefined ? [{ label: say.edition.allPositions, says: 'positions' }] : []),
    { label: say.edition.pause, says: 'pause' },
  ];
}
