/** An item as it is shown wherever it stands, what it calls itself, and the way to what rests on its paragraph. */
import { entryOf, type Item } from '../ask/decision.ts';
import type { Briefing, Named } from '../briefing/briefing.ts';
import type { Block, Choice, Span } from '../reply/reply.ts';
import { text } from './blocks.ts';
import { paragraphChoice } from './choices.ts';
import { cite, claimBlock } from './claims.ts';
import type { Messages } from './messages/messages.ts';

/** An item as it is shown wherever it stands; who or what somebody is, in a line. */
export function itemBlock(item: Item, briefing: Briefing, say: Messages): Block {
  return item.kind === 'card' ? cardBlock(item.named, briefing) : claimBlock(item, briefing, say);
}

function cardBlock({ kind, item }: Named, briefing: Briefing): Block {
  const what = kind === 'person' ? item.role : kind === 'side' ? item.name : item.what;
  const body = kind === 'person' ? item.organisation : undefined;
  return text(
    { bold: item.name },
    ...(what === item.name || what === '' ? [] : [': ', what]),
    ...(body === undefined ? [] : [', ', briefing.nameOf(body)]),
    ' ',
    cite(item),
  );
}

export function citeOf(item: Item): Span {
  return cite(entryOf(item));
}

/** What came near, for programs. */
export function nearOf(items: readonly Item[]) {
  return items.map((item) => ({ id: entryOf(item).id, cites: entryOf(item).refs }));
}

/** What an item calls itself, in a few words of its own. */
export function headlineOf(item: Item, briefing: Briefing): string {
  switch (item.kind) {
    case 'card':
      return item.named.item.name;
    case 'statement': {
      const who = item.item.speakers.map((id) => briefing.nameOf(id)).join(', ');
      return item.item.about === undefined ? who : `${who}: ${item.item.about}`;
    }
    case 'position':
      return `${briefing.nameOf(item.item.side)}: ${briefing.issue(item.item.issue)?.name ?? ''}`;
    case 'figure':
      return `${item.item.shown}: ${item.item.of}`;
    case 'event':
    case 'deal':
    case 'background':
      return item.item.title;
    default:
      return item.item.text;
  }
}

/** One tap from an item that is only named to all that rests on its first paragraph. */
export function tapsTo(items: readonly Item[], briefing: Briefing): Choice[] {
  return items.flatMap((item) => {
    const [ref] = entryOf(item).refs ?? [];
    return ref === undefined ? [] : [paragraphChoice(ref, briefing)];
  });
}
