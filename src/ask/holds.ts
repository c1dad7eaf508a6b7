/** Whether an item holds a value of the kind that a question asks for: a number, a day, a place, somebody. */
import { isDayName } from '../words/dates/calendar.ts';
import { datesIn } from '../words/dates.ts';
import { nationKeys } from '../words/nations.ts';
import { type Quantity, quantitiesIn } from '../words/numbers.ts';
import { tokensOf } from '../words/tokens.ts';
import { somebodyElse } from './actor.ts';
import { ownKeys } from './own-keys.ts';
import type { Question } from './read.ts';
import { type Entry, idsIn, type Ready } from './ready.ts';
import { fill } from './slots/fill.ts';
import { type Slot, type SlotKind, slotOf } from './slots/slot.ts';
import { PREPOSITIONS } from './verdict/vocabulary.ts';

/** Kinds of question that only an item with such a value answers. */
const STRICT = new Set<string>([
  'count',
  'sum',
  'share',
  'age',
  'distance',
  'duration',
  'when',
  'where',
  'who',
]);

export function isStrict(question: Question): boolean {
  return STRICT.has(question.asked) || asksName(question) || slotAlone(question) !== undefined;
}

type Held = { readonly quantities: readonly Quantity[]; readonly dated: boolean };
const HELD = new WeakMap<Entry, Held>();

function heldBy(entry: Entry): Held {
  const known = HELD.get(entry);
  if (known !== undefined) return known;
  const { item } = entry;
  const told =
    item.kind === 'figure' ? `${item.item.shown}. ` : item.kind === 'deal' ? `${item.item.sum ?? ''}. ` : '';
  const held = {
    quantities: quantitiesIn(`${told}${entry.text}`),
    dated:
      (item.kind !== 'card' && 'when' in item.item && item.item.when !== undefined) ||
      datesIn(entry.text).length > 0,
  };
  HELD.set(entry, held);
  return held;
}

/** Undefined where the kind of question asks for no such value. */
export function holds(entry: Entry, question: Question, ready: Ready): boolean | undefined {
  const { asked } = question;
  if (asksName(question)) return namesIt(entry, question, ready);
  const alone = slotAlone(question);
  if (alone !== undefined)
    return entry.item.kind !== 'card' && fill(alone, entry.item, ready.briefing) !== undefined;
  switch (asked) {
    case 'count':
      return heldBy(entry).quantities.some(
        (one) => COUNTS.has(one.kind) && isNew(one.shown, question) && isCounted(one, entry, question, ready),
      );
    case 'sum':
      return heldBy(entry).quantities.some(({ kind }) =>
        asksMoney(question) ? kind === 'money' : !NO_AMOUNT.has(kind),
      );
    case 'share':
      return heldBy(entry).quantities.some(({ kind }) => kind === 'percent' || kind === 'share');
    case 'age':
      return heldBy(entry).quantities.some(({ kind }) => kind === 'age');
    case 'distance':
      return heldBy(entry).quantities.some(({ kind }) => !noSize(question).has(kind));
    case 'duration':
      return heldBy(entry).quantities.some(
        ({ kind, unit }) => kind === 'duration' && (unitAsked(question) ?? unit) === unit,
      );
    case 'when':
      return heldBy(entry).dated || heldBy(entry).quantities.some(({ kind }) => kind === 'time-of-day');
    case 'where':
      return placesIn(entry, question, ready);
    case 'who':
      return somebodyElse(entry, question, ready);
    default:
      return undefined;
  }
}

/** What is no size: of how large something is a number may tell, of how tall somebody is only a measure. */
function noSize({ words }: Question): ReadonlySet<string> {
  if (/\bhow (?:big|large)\b|\bsize\b/u.test(words)) return NO_NUMBER;
  if (/\bhow (?:high|low)\b/u.test(words)) return NO_LEVEL;
  return /\bhow far\b/u.test(words) ? NO_EXTENT : NO_MEASURE;
}

/** 'How high is the dividend' asks for an amount as well as for a measure. */
const NO_LEVEL = new Set(['time-of-day', 'score', 'ordinal', 'age', 'duration']);
const NO_NUMBER = new Set(['percent', 'time-of-day', 'score', 'ordinal', 'age']);
const NO_EXTENT = new Set(['time-of-day', 'score', 'ordinal', 'age', 'count', 'share']);
const NO_MEASURE = new Set([...NO_EXTENT, 'percent', 'money', 'duration']);

/** 'How much' alone asks for any amount: 'how much rain', 'by how much did it rise'. */
function asksMoney({ words }: Question): boolean {
  return (
    !/\bhow much\b/u.test(words) ||
    /\b(?:cost|costs|costing|price|priced|pay|pays|paid|paying|worth|money|spend|spends|spent|fees?|fined?|earns?|earned|budget|charged?|owes?|owed)\b/u.test(
      words,
    )
  );
}

const NO_AMOUNT = new Set(['time-of-day', 'score', 'ordinal', 'age']);

/** 'How many years': a time in other units does not say. */
function unitAsked({ words }: Question): string | undefined {
  return /\bhow many (second|minute|hour|day|week|month|year)s\b/u.exec(words)?.[1];
}

const COUNTS = new Set<string>([
  'count',
  'score',
  'ordinal',
  'percent',
  'share',
  'duration',
  'money',
  'length',
  'weight',
  'area',
  'age',
]);

/** A number counts what stands beside it; where nothing does, what the item speaks of. */
function isCounted(
  { unit }: Quantity,
  { text, item }: Entry,
  { counted }: Question,
  { language }: Ready,
): boolean {
  if (counted.size === 0) return true;
  const own = item.kind === 'figure' ? `${item.item.unit} ${item.item.of} ` : '';
  const told = `${own}${unit === '' ? text : unit}`;
  return tokensOf(told, language).some(({ stem }) => counted.has(stem));
}

function isNew(shown: string, { words }: Question): boolean {
  return !` ${words} `.includes(` ${shown.toLowerCase()} `);
}

function placesIn(entry: Entry, question: Question, ready: Ready): boolean {
  const { item } = entry;
  if (item.kind === 'event' && item.item.place !== undefined) return true;
  if (item.kind === 'card') return item.named.kind !== 'side';
  const asked = new Set(question.terms.flatMap(({ ids }) => ids));
  const isPlace = (id: string) => !asked.has(id) && ready.briefing.named(id)?.kind === 'place';
  if (idsIn(entry, ready).some(isPlace)) return true;
  const told = tokensOf(entry.text, ready.language);
  const asksFor = ownKeys(question);
  return told.some(
    ({ capital, stem, word }, at) =>
      capital &&
      !isDayName(word) &&
      !asksFor.has(stem) &&
      told.slice(Math.max(0, at - 3), at).some(({ word }) => PLACING.has(word)),
  );
}

/** Stand before a place. */
const PLACING = new Set('in at near outside inside from to off on of around across between into'.split(' '));

/** 'The name of the engineer', 'what is the union called': what it is called, and nothing else. */
const NAME_ASKED =
  /^(?:and )?(?:what|whats|which) (?:(?:is|are|was|were) )?the (?:(?:full|last|first|official) )?names? of |^(?:the )?names? of |^what (?:is|are|was|were) .+ called$|^(?:whats|what is|what was|what are) .+ (?:last |first |full )?names?$/;

export function asksName({ words }: Question): boolean {
  return NAME_ASKED.test(words);
}

/** How near a name stands to what it is the name of. */
const BESIDE = 3;

/** A name beside the very thing, or somebody whose post is that. */
function namesIt(entry: Entry, question: Question, ready: Ready): boolean {
  if (entry.item.kind === 'card') return true;
  const { language, briefing } = ready;
  const matter = question.terms.filter(({ light, kind }) => !light && kind === 'word');
  const things = new Set(
    matter.flatMap(({ keys }) => keys.filter(({ worth }) => worth === 1).map(({ key }) => key)),
  );
  const postOf = (id: string) => {
    const named = briefing.named(id);
    return named?.kind === 'person' && !named.item.unnamed ? (named.item.role ?? '') : '';
  };
  if (entry.voices.some((id) => tokensOf(postOf(id), language).some(({ stem }) => things.has(stem))))
    return true;
  const told = tokensOf(entry.text, language);
  const asked = new Set(
    question.terms.flatMap(({ words }) => words.split(' ').map((word) => language.stem(word))),
  );
  const isName = ({ capital, opens, word, stem }: (typeof told)[number]) =>
    capital && !(opens && language.stop.has(word)) && !asked.has(stem) && nationKeys(word).length === 0;
  // 'Missing after Cyclone X': what a preposition joins names something else.
  const isJoined = (from: number, to: number) =>
    told.slice(Math.min(from, to) + 1, Math.max(from, to)).some(({ word }) => PREPOSITIONS.has(word));
  return told.some(
    ({ stem }, at) =>
      things.has(stem) &&
      told.some((other, place) => Math.abs(place - at) <= BESIDE && isName(other) && !isJoined(at, place)),
  );
}

/** The number that answers, as a slice of the item's own text; a figure begins with its own. */
export function valueIn({ item }: Entry, question: Question, { briefing }: Ready): string | undefined {
  const slot = slotIn(question);
  if (slot === undefined || !LEADS.has(slot.kind) || item.kind === 'card' || item.kind === 'figure')
    return undefined;
  const filled = fill(slot, item, briefing);
  return filled?.kind === 'slice' ? filled.words : undefined;
}

/** Values that are shown before the item that holds them. */
const LEADS = new Set<SlotKind>([
  'time-of-day',
  'age',
  'share',
  'money',
  'duration',
  'distance',
  'speed',
  'temperature',
  'weight',
  'area',
  'score',
  'count',
]);

/** Values that nothing else stands for: a date is no time of day. */
const NOTHING_ELSE = new Set<SlotKind>(['time-of-day', 'age', 'speed', 'temperature', 'weight', 'area']);

const SLOTS = new WeakMap<Question, { readonly slot: Slot | undefined }>();

/** Read once for each question, not for each item that is held against it. */
export function slotIn(question: Question): Slot | undefined {
  const known = SLOTS.get(question);
  if (known !== undefined) return known.slot;
  const slot = slotOf(question.words);
  SLOTS.set(question, { slot });
  return slot;
}

function slotAlone(question: Question): Slot | undefined {
  const slot = slotIn(question);
  return slot !== undefined && NOTHING_ELSE.has(slot.kind) ? slot : undefined;
}
