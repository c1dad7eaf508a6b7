import { controlId } from '../../reply/control.ts';
import { type Pages, pack } from '../../reply/pages.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { type ActionRow, type Button, type DiscordBody, type Inner, IS_COMPONENTS_V2 } from './components.ts';
import * as limit from './limits.ts';
import { type Piece, pieceOf, textPiece } from './piece.ts';
import { type DiscordPictures, piecesOf, smallPrint } from './pieces.ts';

/** A calm blue beside every answer. */
const ACCENT = 0x4a6fa5;

/**
 * A reply as the bodies of Discord messages (components v2), each within Discord's limits, nothing lost.
 *
 * Controls carry their meaning (reply/control.ts) in a button's `custom_id` or the chosen option's value; a menu's own
 * `custom_id` is `menu-N`. Whether only the asker sees it is for the sender to say: `ephemeral(body)`.
 */
export function renderDiscord(
  reply: Reply,
  rendering: Rendering,
  pictures?: DiscordPictures,
): Pages<DiscordBody> {
  const pieces = piecesOf(reply, rendering.briefing, rendering.say, pictures);
  if (pieces.length === 0) pieces.push(...note(rendering.say.rendering.emptyReply, rendering.say));
  const shares = reply.shareable && rendering.audience === 'asker';
  const { sharedBy, say } = rendering;
  const share = shares ? navButton(rendering, { kind: 'share' }, say.rendering.share) : undefined;
  const back =
    sharedBy && navButton({ ...rendering, words: sharedBy }, { kind: 'take-back' }, say.rendering.takeBack);
  const flag =
    reply.flag &&
    sharedBy === undefined &&
    navButton({ ...rendering, words: reply.flag.says }, { kind: 'say' }, reply.flag.label);
  const under: Nav = [back || share, flag || undefined];
  const hint =
    shares && share === undefined ? note(rendering.say.rendering.shareByMention, rendering.say) : [];
  const turns =
    navButton(rendering, { kind: 'page', page: LAST_PAGE }, rendering.say.rendering.nextPage) !== undefined;

  const single = pack(pieces, roomBeside(hint, under));
  const [only] = single;
  if (single.length === 1 && only !== undefined) {
    return { pages: [body(only, hint, under)], paging: 'controls' };
  }
  const navigation = (page: number, pages: number) => [
    turns && page > 1
      ? navButton(rendering, { kind: 'page', page: page - 1 }, rendering.say.rendering.previousPage)
      : undefined,
    turns && page < pages
      ? navButton(rendering, { kind: 'page', page: page + 1 }, rendering.say.rendering.nextPage)
      : undefined,
    ...under,
  ];
  const foot = (page: number, pages: number) => [
    ...hint,
    ...note(rendering.say.rendering.pageOf(page, pages), rendering.say),
  ];
  const room = roomBeside(foot(LAST_PAGE, LAST_PAGE), navigation(LAST_PAGE - 1, LAST_PAGE));
  const pages = pack(pieces, room).map((page, index, all) =>
    body(page, foot(index + 1, all.length), navigation(index + 1, all.length)),
  );
  return { pages: pages as [DiscordBody, ...DiscordBody[]], paging: turns ? 'controls' : 'all-at-once' };
}

/** The highest page number that a control can name (reply/control.ts). */
const LAST_PAGE = 9999;

type Nav = readonly (Button | undefined)[];

/** What a message has left beside its foot and navigation: components, characters, bytes. */
function roomBeside(foot: readonly Piece[], navigation: Nav): number[] {
  const fixed = pieceOf([...foot.flatMap((piece) => piece.components), ...rowOf(navigation)]);
  const [components = 0, chars = 0, bytes = 0] = fixed.cost;
  return [
    limit.COMPONENTS_PER_MESSAGE - 1 - components,
    limit.TEXT_CHARS - chars,
    limit.BODY_BYTES - limit.ENVELOPE_BYTES - bytes,
  ];
}

function body(pieces: readonly Piece[], foot: readonly Piece[], navigation: Nav): DiscordBody {
  const components = [...joined(pieces), ...foot.flatMap((piece) => piece.components)];
  return {
    flags: IS_COMPONENTS_V2,
    allowed_mentions: { parse: [] },
    components: [{ type: 17, accent_color: ACCENT, components }, ...rowOf(navigation)],
  };
}

/** A heading shares a text display with what it leads: closer together, and one component fewer. */
function joined(pieces: readonly Piece[]): Inner[] {
  const result: Inner[] = [];
  let leads = false;
  for (const piece of pieces) {
    const last = result.at(-1);
    const [first, ...rest] = piece.components;
    if (leads && last?.type === 10 && first?.type === 10) {
      result[result.length - 1] = { type: 10, content: `${last.content}\n${first.content}` };
      result.push(...rest);
    } else result.push(...piece.components);
    leads = piece.leads === true;
  }
  return result;
}

function rowOf(navigation: Nav): ActionRow[] {
  const buttons = navigation.filter((button) => button !== undefined);
  return buttons.length === 0 ? [] : [{ type: 1, components: buttons }];
}

function navButton(
  { briefing, words }: Rendering,
  action: Parameters<typeof controlId>[0]['action'],
  label: string,
): Button | undefined {
  const id = controlId({ briefing, words: words.toWellFormed(), action });
  return id.length > limit.CUSTOM_ID_CHARS ? undefined : { type: 2, style: 2, label, custom_id: id };
}

function note(sentence: string, say: Messages): Piece[] {
  return textPiece(smallPrint([sentence], say));
}
