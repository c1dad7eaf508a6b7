/** News and corrections of a briefing, as lines of a list. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { News } from '../briefing/news.ts';
import type { Block, Fact, Text } from '../reply/reply.ts';
import { cite, claimLine } from './claims.ts';
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
    { label: say.story.saidBefore, value: [wrong.item.text, ' ', cite(wrong.item)] },
    { label: say.story.right, value: [correction.item.text, ' ', cite(correction.item)] },
    { label: say.story.why, value: [corrects.why] },
  ];
  return [{ kind: 'facts', facts }];
}
