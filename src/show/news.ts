/** News and corrections of a briefing, as lines of a list. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { News } from '../briefing/news.ts';
import type { Block, Fact, Reply, Text } from '../reply/reply.ts';
import { cite, claimAsSaid, claimLine } from './claims.ts';
import type { Messages } from './messages/messages.ts';

/** What happened to an item, and what it says now. */
export function newsText({ kind, id }: News, briefing: Briefing, say: Messages): Text {
  const mark = { bold: say.story.kinds[kind] };
  const claim = briefing.claim(id);
  if (claim !== undefined) return [mark, ': ', ...claimLine(claim, briefing, say)];
  const named = briefing.named(id);
  if (named === undefined) return [mark, ': ', briefing.summary.text, ' ', cite(briefing.summary)];
  const { item } = named;
  const what = 'role' in item ? item.role : 'what' in item ? item.what : '';
  return [mark, ': ', { bold: item.name }, ...(what === '' ? [] : [`: ${what}`]), ' ', cite(item)];
}

/** What was said, what is right, and why. */
export function correctionBlocks(correction: Claim, briefing: Briefing, say: Messages): Block[] {
  const { corrects } = correction.item;
  const wrong = corrects === undefined ? undefined : briefing.claim(corrects.item);
  if (corrects === undefined || wrong === undefined) return [];
  const facts: Fact[] = [
    { label: say.story.saidBefore, value: claimAsSaid(wrong, briefing, say) },
    { label: say.story.right, value: claimAsSaid(correction, briefing, say) },
    { label: say.story.why, value: [corrects.why] },
  ];
  return [{ kind: 'facts', facts }];
}

/** What stands under a message that showed something wrong. */
export function correctionReply(corrections: readonly Claim[], briefing: Briefing, say: Messages): Reply {
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'heading', text: say.story.correctionOf(corrections.length) },
      ...corrections.flatMap((one) => correctionBlocks(one, briefing, say)),
      { kind: 'buttons', buttons: [say.views.corrections] },
    ],
    shareable: false,
  };
}

/** What is put at the head of that message itself. */
export function correctionLine(corrections: readonly Claim[], briefing: Briefing, say: Messages): Text {
  return corrections.flatMap(
    (one, at): Text => [
      ...(at === 0 ? [] : ['\n']),
      { bold: say.story.corrected },
      ': ',
      ...claimAsSaid(one, briefing, say),
      say.story.corrects(one.item.corrects?.why ?? ''),
    ],
  );
}
