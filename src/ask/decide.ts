/** Decides what answers a question, or why nothing does. Pure: it knows no wording. */
import { keyOf } from '../briefing/refs.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { cardFor } from './card.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import type { Entry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';
import { refusalOf, type Why } from './reason.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { isStrict } from './types.ts';

export type Decision =
  | { readonly kind: 'answer'; readonly first: Candidate; readonly more: readonly Candidate[] }
  | { readonly kind: 'compare'; readonly comparison: Comparison }
  | { readonly kind: 'overview' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'decline'; readonly why: Why; readonly related: readonly Entry[] };

/** How many items may stand under the one that answers, or under a refusal. */
const MORE = 2;
/** How many everyday words of a question its answer may lack, and how many others it must then have. */
const PASSED_OVER = 1;
const ENOUGH = 2;
/** Who acts is told at the beginning of a sentence. */
const OPENING_WORDS = 4;
/** Kinds of question in which every word counts. */
const EXACT = new Set<Question['asked']['kind']>(['who', 'why', 'whether']);
/** An item that answers less than this share of the best one's score does not belong to the answer. */
const BELONGS = 0.68;

export function decide(question: Question, knowledge: Knowledge): Decision {
  const matters = question.units.filter((unit) => unit.kind !== 'light');
  if (question.asked.kind === 'overview') return { kind: 'overview' };
  if (question.units.length === 0) return { kind: 'empty' };
  const comparison = comparisonOf(question, knowledge);
  if (comparison !== undefined) return { kind: 'compare', comparison };
  if (matters.length === 0) return declined({ kind: 'elsewhere' }, []);
  const card = cardFor(question, matters, knowledge);
  if (card !== undefined) {
    return asksForUnsaidName(question, card)
      ? declined({ kind: 'not-there' }, [card.entry])
      : { kind: 'answer', first: card, more: [] };
  }
  const speaker = speakerOf(question, knowledge);
  const bound = speaker !== undefined && question.speech === 'own';
  if (asksForRole(question) || asksForOthersWords(question, speaker !== undefined)) {
    return {
      kind: 'decline',
      ...refusalOf(question, { matters, all: [], own: [], speaker: undefined }, knowledge),
    };
  }
  const stranger = question.units.find(
    (unit) => unit.kind === 'unknown-name' && !unit.focus && !unit.setting,
  );
  if (question.speech === 'own' && speaker === undefined && stranger !== undefined)
    return declined({ kind: 'unknown-name', typed: stranger.typed }, []);
  const all = candidatesFor(question, knowledge, undefined);
  const own =
    speaker === undefined
      ? []
      : candidatesFor(question, knowledge, speaker.unit).filter((one) => speaks(one.entry, speaker.ids));
  // A stance or a plan is best told by whose it is; a number, a date or a place by whoever gives it.
  const first = bound || (question.speech === 'deed' && !isStrict(question.asked)) ? [own] : [];
  const rest = bound ? all.filter((one) => isTheirDeed(one.entry, speaker)) : all;
  const pools = bound && speaker.strict ? first : [...first, rest];
  for (const pool of pools) {
    const best = pool.find((one) => answers(one, question, matters));
    if (best === undefined) continue;
    if (isFalsePremise(question, matters, best)) return declined({ kind: 'not-so' }, [best.entry]);
    return { kind: 'answer', first: best, more: belonging(best, pool, question, matters) };
  }
  return { kind: 'decline', ...refusalOf(question, { matters, all, own, speaker }, knowledge) };
}

/** What a country announced, held or did may stand for what it said, where the source tells it in its own voice. */
function isTheirDeed({ subject, text }: Entry, speaker: Speaker): boolean {
  if (subject.kind === 'statement' || subject.kind === 'position' || subject.kind === 'card') return false;
  const opening = text.split(' ').slice(0, OPENING_WORDS).join(' ').toLowerCase();
  return speaker.names.some((name) => opening.includes(name));
}

/** 'What is the name of the aide': the source calls him by his role alone; so too a place by what it is. */
function asksForUnsaidName({ words }: Question, { entry }: Candidate): boolean {
  const { subject } = entry;
  if (subject.kind !== 'card' || !/\b(?:name|names|named|called)\b/.test(words)) return false;
  if (subject.named.kind === 'person') return subject.named.item.unnamed;
  return subject.named.kind === 'place' && !words.includes(subject.named.item.name.toLowerCase());
}

/** 'Who is the foreign minister': only somebody's card tells, and there was none. */
function asksForRole({ asked, words }: Question): boolean {
  return asked.kind === 'identity' && asked.of === 'who' && ROLE.test(words);
}

const ROLE =
  /\b(?:minister|premier|president|vice president|mayor|governor|head|chief|boss|ceo|chairman|director|founder|secretary|ambassador|emperor|king|queen|king|leader|owner|wife|husband|son|daughter|author|editor|translator|interpreter|general|commander|manager)(?: (?:of|at|for|in) .*)?$/;

/** 'What did the police say': somebody whom the briefing does not know as a speaker. */
function asksForOthersWords({ asked, speech, words, units }: Question, known: boolean): boolean {
  if (known || speech !== 'own' || asked.kind !== 'what') return false;
  const who =
    /\b(?:did|does|do|has|have) (?:the |a |an |any |some )?([a-z ]+?) (?:say|said|think|tell|told|comment|commented|believe|argue|feel)\b/.exec(
      words,
    )?.[1];
  return (
    who !== undefined && units.some((unit) => unit.kind === 'matter' && who.split(' ').includes(unit.words))
  );
}

/** An item answers when it leaves nothing open, is of the kind asked for, and has more in common than the backdrop. */
function answers(one: Candidate, question: Question, matters: readonly Unit[]): boolean {
  if (one.missing > 0 || one.loose > PASSED_OVER) return false;
  if (one.loose > 0 && (isStrict(question.asked) || EXACT.has(question.asked.kind))) return false;
  if (one.loose > 0 && (one.matters === 0 || one.covered < ENOUGH)) return false;
  const { kind } = question.asked;
  if (
    (isStrict(question.asked) || kind === 'who' || (kind === 'identity' && question.asked.of === 'who')) &&
    !one.fits
  )
    return false;
  if (one.entry.subject.kind === 'card' && !(CARDS.has(kind) && one.covered > 0)) return false;
  if (kind === 'amount') return one.covered > 0;
  // Somebody's name alone says nothing about what is asked of him.
  if ((kind === 'whether' || kind === 'when') && one.matters === 0 && !ONLY_NAMED.test(question.words)) {
    return matters.some((unit) => unit.kind === 'number');
  }
  return one.covered > 0 || matters.length <= 2 || question.speech === 'own' || isStrict(question.asked);
}

/** 'Is Novatek mentioned': here the name is all that is asked. */
const ONLY_NAMED =
  /\b(?:mention|mentioned|appear|appears|included?|involved|named|anything|something|speak|spoke|talk|talked|say|said)\b/;

/** Kinds of question that who or what somebody or something is may answer. */
const CARDS = new Set<Question['asked']['kind']>(['where', 'who', 'identity']);

function speaks(entry: Entry, ids: readonly string[]): boolean {
  const { subject } = entry;
  if (subject.kind !== 'statement' && subject.kind !== 'position') return false;
  return ids.some((id) => entry.voices.has(id));
}

const TAKES_FOR_GRANTED = new Set<Question['asked']['kind']>([
  'who',
  'when',
  'where',
  'why',
  'count',
  'amount',
]);

/** A question that takes for granted what the source denies: 'who signed the treaty' where none was agreed. */
function isFalsePremise(question: Question, matters: readonly Unit[], best: Candidate): boolean {
  if (question.negative || question.speech === 'own' || !TAKES_FOR_GRANTED.has(question.asked.kind))
    return false;
  return matters.some(
    (unit) => unit.ids.length === 0 && [...unit.keys].some((key) => best.entry.denied.has(key)),
  );
}

function belonging(
  best: Candidate,
  pool: readonly Candidate[],
  question: Question,
  matters: readonly Unit[],
): Candidate[] {
  const shown = new Set(best.entry.refs.map(keyOf));
  const more: Candidate[] = [];
  for (const one of pool) {
    if (more.length === MORE) break;
    const { subject, refs } = one.entry;
    if (one === best || subject.kind === 'key-point' || subject.kind === 'card') continue;
    if (one.score < best.score * BELONGS || !answers(one, question, matters)) continue;
    if (refs.some((ref) => shown.has(keyOf(ref))) && subject.kind !== 'statement') continue;
    more.push(one);
    for (const ref of refs) shown.add(keyOf(ref));
  }
  return more;
}

function declined(why: Why, related: readonly Entry[]): Decision {
  return { kind: 'decline', why, related };
}
