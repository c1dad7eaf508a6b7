/**
 * A second look at a decision: what the words of a question lead to is held against what the whole question is most
 * like among the phrasings that the briefing holds. The two know different things: words know what a question names
 * that nothing answers, phrasings know in how many ways one thing is asked.
 */
import { shareRef } from '../briefing/refs.ts';
import type { Unsaid } from '../briefing/schema.ts';
import { besideTheSource } from './beside.ts';
import type { Candidate } from './candidates.ts';
import type { Decision } from './decide.ts';
import type { Entry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { quotedIn } from './quoted.ts';
import type { Question } from './read.ts';
import type { Why } from './reason.ts';
import type { Likely } from './samples.ts';
import { speakerOf } from './speaker.ts';
import { isStrict, quantityFor, typeFits, wantedBy } from './types.ts';

/** Likenesses from which on a phrasing outweighs what the words lead to, by what they lead to. */
const OVER_NOTHING = 0.62;
/** Where words and phrasings lead to the same place. */
const WHERE_BOTH_AGREE = 0.3;
const NEARLY_THE_SAME = 0.9;
const NEVER = 2;
const MORE_FOR_A_CARD = 0.12;
/** Where the one strange word is known from other phrasings for that item. */
const OVER_AN_ASKING_WORD = 0.5;
const OVER_ANOTHER_ITEM = 0.6;
const OVER_AN_ANSWER = 0.5;
/** By how much it has to be liker than what it takes the place of. */
const LIKER_THAN_UNSAID = 0.08;
const LIKER_THAN_ITEM = 0.2;
const UNSAID_LIKER_THAN_ITEM = 0.2;
/** Below this a likeness is chance. */
const FAINT = 0.42;

/** `decision` is what the words lead to; `typed` the question as it came. Pure, like the decision itself. */
export function settled(
  decision: Decision,
  typed: string,
  question: Question,
  knowledge: Knowledge,
): Decision {
  if (decision.kind === 'overview' || decision.kind === 'empty' || decision.kind === 'compare')
    return decision;
  const beside = besideTheSource(typed, question.words);
  if (beside !== undefined) return { kind: 'decline', why: beside, related: [] };
  const quoted = quotedIn(question.words, knowledge.entries);
  if (quoted !== undefined) return answeredBy(quoted, 1, question);
  const near = knowledge.samples.nearest(question.words);
  const said = near.find(
    ({ of }) => of.kind === 'said' && mayAnswer(entryOf(of.id, knowledge), question, knowledge),
  );
  const unsaid = near.find(({ of }) => of.kind === 'unsaid');
  return decision.kind === 'answer'
    ? overAnswer(decision, near, said, unsaid, question, knowledge)
    : overDecline(decision, said, unsaid, question, knowledge);
}

/** Responding and reacting are deeds as well as words. */
const SAYS =
  /\b(?:say|says|said|tell|tells|told|comment|comments|commented|quotes?|quoted|words?|according|think|thinks|thought|view|views|opinion)\b/;

type Answer = Extract<Decision, { kind: 'answer' }>;
type Decline = Extract<Decision, { kind: 'decline' }>;

function overAnswer(
  decision: Answer,
  near: readonly Likely[],
  said: Likely | undefined,
  unsaid: Likely | undefined,
  question: Question,
  knowledge: Knowledge,
): Decision {
  const { entry } = decision.first;
  const own =
    near.find(({ of }) => of.kind === 'said' && samePlace(entry, entryOf(of.id, knowledge)))?.likeness ?? 0;
  if (
    unsaid !== undefined &&
    unsaid.likeness >= OVER_AN_ANSWER &&
    unsaid.likeness > own + UNSAID_LIKER_THAN_ITEM
  )
    return declinedFor(unsaid, decision, knowledge);
  const other = entryOf(said?.of.id, knowledge);
  if (said === undefined || other === undefined || samePlace(entry, other)) return decision;
  const liker = said.likeness >= OVER_ANOTHER_ITEM && said.likeness > own + LIKER_THAN_ITEM;
  return liker ? answeredBy(other, said.likeness, question, decision) : decision;
}

function overDecline(
  decision: Decline,
  said: Likely | undefined,
  unsaid: Likely | undefined,
  question: Question,
  knowledge: Knowledge,
): Decision {
  const entry = entryOf(said?.of.id, knowledge);
  const against = unsaid?.likeness ?? 0;
  if (
    said !== undefined &&
    entry !== undefined &&
    said.likeness >= neededOver(decision, said, entry, question, knowledge) &&
    said.likeness >= against + LIKER_THAN_UNSAID &&
    !namesAStranger(question)
  )
    return answeredBy(entry, said.likeness, question);
  return unsaid !== undefined && against >= FAINT ? declinedFor(unsaid, decision, knowledge) : decision;
}

/** How like a sample a question has to be to be answered although the words lead to nothing. */
function neededOver(
  { why, related: [nearest] }: Decline,
  said: Likely,
  entry: Entry,
  { words }: Question,
  knowledge: Knowledge,
): number {
  const more = entry.subject.kind === 'card' ? MORE_FOR_A_CARD : 0;
  const agrees = nearest !== undefined && samePlace(nearest, entry);
  if (agrees && (why.kind === 'not-of' || why.kind === 'not-there')) return WHERE_BOTH_AGREE + more;
  switch (why.kind) {
    case 'not-of':
      return (
        (knowledge.samples.asksWith(said.of.id, why.typed) ? OVER_AN_ASKING_WORD : NEARLY_THE_SAME) + more
      );
    case 'not-by-them':
      return NEARLY_THE_SAME;
    case 'silent':
      return SAYS.test(words) ? NEVER : OVER_AN_ASKING_WORD;
    case 'not-so':
    case 'unknown-name':
      return NEVER;
    default:
      return OVER_NOTHING + more;
  }
}

/** Words are answered by whose they are, a number by a number; who somebody is does not tell what he said. */
function mayAnswer(entry: Entry | undefined, question: Question, knowledge: Knowledge): boolean {
  if (entry === undefined) return false;
  if (isStrict(question.asked)) {
    const wanted = wantedBy(question);
    if (!typeFits(question.asked, entry, wanted, quantityFor(question.asked, entry, wanted))) return false;
  }
  if (question.speech !== 'own' || !SAYS.test(question.words)) return true;
  if (entry.subject.kind === 'card') return false;
  const speaker = speakerOf(question, knowledge);
  return speaker === undefined || !speaker.strict || speaker.ids.some((id) => entry.voices.has(id));
}

function declinedFor(unsaid: Likely, decision: Decision, knowledge: Knowledge): Decision {
  const thing = knowledge.briefing.unsaid.find(({ id }) => id === unsaid.of.id);
  // Whose words are missing, or whom nobody knows here, tells more than what is missing.
  if (thing === undefined || (decision.kind === 'decline' && TELLING.has(decision.why.kind))) return decision;
  return { kind: 'decline', why: { kind: 'unsaid', what: thing.what }, related: relatedTo(thing, knowledge) };
}

const TELLING = new Set<Why['kind']>(['not-by-them', 'silent', 'unknown-name']);

function relatedTo({ near }: Unsaid, knowledge: Knowledge): Entry[] {
  return knowledge.entries.filter((entry) => near.includes(idOf(entry)));
}

function entryOf(id: string | undefined, knowledge: Knowledge): Entry | undefined {
  return knowledge.entries.find((entry) => idOf(entry) === id);
}

function idOf({ subject }: Entry): string {
  return subject.kind === 'card' ? subject.named.item.id : subject.item.id;
}

function samePlace(one: Entry, other: Entry | undefined): boolean {
  if (other === undefined) return false;
  return shareRef(one.refs, other.refs);
}

/** A name that the briefing does not know is what the question is about, however like a sample the rest may be. */
function namesAStranger({ units }: Question): boolean {
  return units.some(({ kind }) => kind === 'unknown-name');
}

function answeredBy(entry: Entry, likeness: number, question: Question, before?: Decision): Decision {
  const first: Candidate = {
    entry,
    score: likeness,
    missing: 0,
    loose: 0,
    covered: 1,
    matters: 1,
    fits: true,
    quantity:
      entry.subject.kind === 'figure' ? quantityFor(question.asked, entry, wantedBy(question)) : undefined,
  };
  const more = before?.kind === 'answer' ? [before.first].filter((one) => !samePlace(one.entry, entry)) : [];
  return { kind: 'answer', first, more };
}
