/** Says that the briefing does not answer, why not, and what stands near; never as if it were an answer. */
import type { Briefing, Named } from '../briefing/briefing.ts';
import type { Block, Choice, Reply, Span } from '../reply/reply.ts';
import type { Entry } from './entries.ts';
import type { Why } from './reason.ts';
import { DECLINES, SENTENCES } from './sentences.ts';
import { blocksOf, buttons, nextFrom, noteOf } from './show.ts';

/** How much of a word that was typed is repeated. */
const ECHO = 40;
const TOPICS_OFFERED = 4;
const MATTERS_NAMED = 6;

export function shownDecline(why: Why, related: readonly Entry[], briefing: Briefing): Reply {
  const near: Block[] =
    related.length === 0
      ? []
      : [noteOf([SENTENCES.related]), ...related.flatMap((entry) => blocksOf(entry, briefing))];
  return {
    outcome: 'not_covered',
    blocks: [
      { kind: 'text', text: reason(why) },
      ...spokeAbout(why),
      ...near,
      ...buttons(choices(why, related, briefing)),
    ],
    shareable: false,
  };
}

/** For no question at all: what can be asked. */
export function shownEmpty(briefing: Briefing): Reply {
  return {
    outcome: 'not_covered',
    blocks: [
      { kind: 'text', text: [SENTENCES.empty] },
      ...buttons(briefing.examples.map((example) => ({ label: example, says: `ask ${example}` }))),
    ],
    shareable: false,
  };
}

function reason(why: Why): Span[] {
  switch (why.kind) {
    case 'unknown-name':
      return filled(DECLINES.unknownName, echo(why.typed));
    case 'not-by-them':
      return filled(DECLINES.notByThem, why.who.item.name);
    case 'silent':
      return filled(DECLINES.silentSpeaker, why.who.item.name);
    case 'not-of':
      return filled(DECLINES.notOf, echo(why.typed));
    case 'not-so':
      return filled(DECLINES.notSo, '');
    case 'not-there':
      return filled(DECLINES.notThere, '');
    case 'unsaid':
      return filled(DECLINES.unsaid, why.what);
    case 'elsewhere':
      return filled(DECLINES.elsewhere, '');
  }
}

/** A word as it was typed, in quotation marks and of a bearable length. */
function echo(typed: string): string {
  const letters = Array.from(typed.replace(/[^\p{L}\p{M}\p{N} -]/gu, ''));
  return `‘${letters.slice(0, ECHO).join('')}${letters.length > ECHO ? '…' : ''}’`;
}

function filled(sentence: readonly string[], word: string): Span[] {
  return sentence.map((part) => (part === '{}' ? word : part));
}

function spokeAbout(why: Why): Block[] {
  if (why.kind !== 'not-by-them') return [];
  const matters = why.about.flatMap(({ subject }) =>
    subject.kind === 'statement' ? [[subject.item.about]] : [],
  );
  return [
    noteOf(filled(DECLINES.spokeAbout, why.who.item.name)),
    { kind: 'list', items: matters.slice(0, MATTERS_NAMED) },
  ];
}

function choices(why: Why, related: readonly Entry[], briefing: Briefing): Choice[] {
  if (why.kind === 'not-by-them' || why.kind === 'silent') return cardOf(why.who);
  const next = nextFrom(related, briefing);
  if (next.length > 0) return next;
  return briefing.topics
    .slice(0, TOPICS_OFFERED)
    .map((topic) => ({ label: topic.name, says: `topic ${topic.name}` }));
}

function cardOf(named: Named): Choice[] {
  if (named.kind === 'person') return [{ label: named.item.name, says: `person ${named.item.name}` }];
  return named.kind === 'side' ? [{ label: named.item.name, says: 'positions' }] : [];
}
