/** Puts a decision into words: items of the briefing as they stand, and the fixed sentences. */
import type { Briefing, Claim, Named } from '../briefing/briefing.ts';
import type { Block, Choice, Fact, Reply, Span, Text } from '../reply/reply.ts';
import { claimBlock, inferredNotes, positionText } from '../show/claims.ts';
import { showWhen } from '../show/when.ts';
import type { Candidate } from './candidates.ts';
import type { Comparison } from './compare.ts';
import type { Entry } from './entries.ts';
import type { Asked } from './intent.ts';
import { SENTENCES } from './sentences.ts';

/** The most buttons under an answer. */
const BUTTONS = 5;

export function shownAnswer(
  first: Candidate,
  more: readonly Candidate[],
  asked: Asked,
  briefing: Briefing,
): Reply {
  const lead = leadOf(first, asked, briefing);
  const { subject } = first.entry;
  return {
    outcome: 'answered',
    blocks: [
      ...(lead === undefined ? [] : [lead]),
      ...blocksOf(first.entry, briefing),
      ...(more.length === 0
        ? []
        : [noteOf([SENTENCES.also]), ...more.flatMap((one) => blocksOf(one.entry, briefing))]),
      ...(subject.kind === 'card' ? [] : inferredNotes([subject.item])),
      ...buttons(nextFrom([first.entry, ...more.map((one) => one.entry)], briefing)),
    ],
    shareable: true,
  };
}

export function shownOverview(briefing: Briefing): Reply {
  const { summary } = briefing;
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'text', text: cited(summary.text, summary.paragraphs) },
      {
        kind: 'list',
        items: briefing.keyPoints.slice(0, 4).map((point) => cited(point.text, point.paragraphs)),
      },
      ...buttons(
        ['people', 'positions', 'deals', 'timeline', 'map'].map((says) => ({ label: capital(says), says })),
      ),
    ],
    shareable: true,
  };
}

export function shownComparison(comparison: Comparison, briefing: Briefing): Reply {
  const facts: Fact[] = comparison.rows.map(({ side, positions }) => ({
    label: briefing.nameOf(side),
    value:
      positions.length === 0
        ? [SENTENCES.sideSilent]
        : positions.flatMap((position, at): Span[] => [
            ...(at === 0 ? [] : [' ']),
            ...positionText(position, briefing),
          ]),
  }));
  const name = briefing.issue(comparison.issue)?.name ?? '';
  return {
    outcome: facts.some((fact) => fact.value[0] !== SENTENCES.sideSilent) ? 'answered' : 'not_covered',
    blocks: [
      { kind: 'text', text: [{ bold: name }] },
      { kind: 'facts', facts },
      ...buttons([
        { label: 'Positions', says: `positions ${name}` },
        { label: 'All positions', says: 'positions' },
      ]),
    ],
    shareable: true,
  };
}

/** An item as it is shown wherever it stands; who or what somebody is, in a line. */
export function blocksOf({ subject, text }: Entry, briefing: Briefing): Block[] {
  return [subject.kind === 'card' ? cardBlock(subject.named, text, briefing) : claimBlock(subject, briefing)];
}

function cardBlock(named: Named, what: string, briefing: Briefing): Block {
  const item = named.item;
  const body =
    'organisation' in item && item.organisation !== undefined
      ? [', ', briefing.nameOf(item.organisation)]
      : [];
  const told = what === item.name ? [] : [': ', what];
  return { kind: 'text', text: [{ bold: item.name }, ...told, ...body, ' ', { cite: item.paragraphs }] };
}

/** The number, the date or the place alone, before the item that gives it. */
function leadOf(first: Candidate, asked: Asked, briefing: Briefing): Block | undefined {
  const { subject, paragraphs } = first.entry;
  // A figure and an event begin with their number and their date.
  if (first.quantity !== undefined && subject.kind !== 'figure')
    return { kind: 'text', text: [{ bold: first.quantity.shown }, ' ', { cite: paragraphs }] };
  if (
    asked.kind === 'when' &&
    subject.kind !== 'card' &&
    subject.kind !== 'event' &&
    'when' in subject.item &&
    subject.item.when !== undefined
  ) {
    return { kind: 'text', text: [{ bold: showWhen(subject.item.when) }, ' ', { cite: paragraphs }] };
  }
  if (asked.kind === 'where' && subject.kind === 'event' && subject.item.place !== undefined) {
    return { kind: 'text', text: [{ bold: briefing.nameOf(subject.item.place) }, ' ', { cite: paragraphs }] };
  }
  return asked.kind === 'whether' ? noteOf([SENTENCES.says]) : undefined;
}

export function cited(text: string, paragraphs: readonly number[]): Span[] {
  return [text, ' ', { cite: paragraphs }];
}

export function noteOf(text: Text): Block {
  return { kind: 'note', text };
}

export function buttons(choices: readonly Choice[]): Block[] {
  return choices.length === 0 ? [] : [{ kind: 'buttons', buttons: choices.slice(0, BUTTONS) }];
}

/** What a reader may want next: who spoke, the topics, the facet. */
export function nextFrom(entries: readonly Entry[], briefing: Briefing): Choice[] {
  const people = new Map<string, Choice>();
  const topics = new Map<string, Choice>();
  const facets = new Map<string, Choice>();
  for (const { subject, voices } of entries) {
    if (subject.kind === 'card') {
      if (subject.named.kind === 'person')
        add(people, subject.named.item.name, `person ${subject.named.item.name}`);
      for (const id of subject.named.item.topics) addTopic(topics, id, briefing);
      continue;
    }
    for (const id of voices) {
      const named = briefing.named(id);
      if (named?.kind === 'person') add(people, named.item.name, `person ${named.item.name}`);
    }
    for (const id of subject.item.topics) addTopic(topics, id, briefing);
    const facet = FACETS[subject.kind];
    if (facet !== undefined) add(facets, capital(facet), facet);
  }
  return [
    ...[...people.values()].slice(0, 2),
    ...[...topics.values()].slice(0, 2),
    ...[...facets.values()].slice(0, 1),
  ];
}

const FACETS: Partial<Record<Claim['kind'], string>> = {
  event: 'timeline',
  deal: 'deals',
  figure: 'figures',
  position: 'positions',
};

function addTopic(topics: Map<string, Choice>, id: string, briefing: Briefing): void {
  const topic = briefing.topic(id);
  if (topic !== undefined) add(topics, topic.name, `topic ${topic.name}`);
}

function add(choices: Map<string, Choice>, label: string, says: string): void {
  choices.set(says, { label, says });
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
