/** What a channel has chosen, in words, and what was not understood of it. Pure. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Gets } from '../../ports/choices.ts';
import type { Subscription } from '../../ports/store.ts';
import type { Block, Fact, Reply, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { ReadWords, WayOn } from '../timetable/wish.ts';
import type { ReadChoices } from './choices.ts';
import { simple } from './replies.ts';

export function getsInWords({ kinds, topics }: Gets, briefing: Briefing, say: Messages): string {
  return say.choices.only(
    kinds,
    topics.map((id) => briefing.topic(id)?.name ?? id),
  );
}

/** Nothing where nothing is chosen. */
export function chosenFacts(now: Subscription, briefing: Briefing, say: Messages): Fact[] {
  const comes = comesText(now, say);
  return [
    ...(now.gets === undefined
      ? []
      : [{ label: say.choices.gets, value: [getsInWords(now.gets, briefing, say)] }]),
    ...(comes === undefined ? [] : [{ label: say.choices.comes, value: comes }]),
  ];
}

export function chosenBlocks(now: Subscription, briefing: Briefing, say: Messages): Block[] {
  const gets = now.gets === undefined ? [] : [say.choices.itGets(getsInWords(now.gets, briefing, say))];
  const comes = comesText(now, say);
  const text: Text = [
    ...gets,
    ...(comes === undefined ? [] : [gets.length > 0 ? ' ' : '', say.choices.itComes, ...comes, '.']),
  ];
  return text.length === 0 ? [] : [{ kind: 'text', text }];
}

function comesText({ goes }: Subscription, say: Messages): Text | undefined {
  if (goes === undefined) return undefined;
  const ways: Text[] = [
    ...(goes.thread === undefined ? [] : [[say.choices.inThread]]),
    ...(goes.published === true ? [[say.choices.published]] : []),
    ...(goes.picture === true ? [[say.choices.picture]] : []),
    ...(goes.mention === undefined ? [] : [[say.choices.mention, { code: goes.mention }]]),
  ];
  return ways.flatMap((way, at) => (at === 0 ? way : [', ', ...way]));
}

export function unknownChoice(
  { typed, nearest }: Extract<ReadChoices, { kind: 'unknown' }>,
  briefing: Briefing,
  say: Messages,
): Reply {
  const topics = briefing.topics.map(({ name }) => name).join(', ');
  const near = nearest.flatMap((thing) => (thing.kind === 'topic' ? [thing.item.name] : []));
  const reply = simple(
    'refused',
    [say.choices.unknown(typed)],
    near.map((name) => ({ label: name, says: `subscribe only topic ${name}` })),
  );
  return { ...reply, blocks: [...reply.blocks, { kind: 'note', text: [say.choices.kinds, topics, '.'] }] };
}

/** The ways on from what was not clear, with what was typed besides. */
export function withWords<T extends ReadWords>(read: T, also: string): T {
  const longer = (way: WayOn): WayOn => ({ ...way, words: `${way.words} ${also}` });
  if (also === '') return read;
  if (read.kind === 'several') return { ...read, ways: read.ways.map(longer) };
  return read.kind === 'unknown' ? { ...read, nearest: read.nearest.map(longer) } : read;
}
