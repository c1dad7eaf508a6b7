/** Whether an item tells who: somebody whom the question does not name, and who did what was done. */
import { isDayName } from '../words/dates/calendar.ts';
import { tokensOf } from '../words/tokens.ts';
import { ownKeys } from './own-keys.ts';
import type { Question } from './read.ts';
import type { Entry, Ready } from './ready.ts';

export function somebodyElse(entry: Entry, question: Question, ready: Ready): boolean {
  if (hidesActor(entry, question, ready)) return false;
  const asked = new Set(question.terms.flatMap(({ ids }) => ids));
  const { ids } = holdersIn(question, ready);
  if (entry.voices.some((id) => !asked.has(id) && !ids.has(id)) || entry.item.kind === 'card') return true;
  return namedIn(entry, question, ready);
}

const HOLDERS = new WeakMap<
  Question,
  { readonly ids: ReadonlySet<string>; readonly stems: ReadonlySet<string> }
>();

/** Whom a question means by a post, 'the sheriff', and the words of their names; made once for all items. */
function holdersIn(question: Question, { briefing, language }: Ready) {
  const known = HOLDERS.get(question);
  if (known !== undefined) return known;
  const keys = question.terms.flatMap((term) => term.keys);
  const ids = keys.flatMap(({ key }) => (key.startsWith('e:') ? [key.slice(2)] : []));
  const stems = ids.flatMap((id) => tokensOf(briefing.nameOf(id), language).map(({ stem }) => stem));
  const made = { ids: new Set(ids), stems: new Set(stems) };
  HOLDERS.set(question, made);
  return made;
}

/** A word with a capital letter, not first in its sentence, that the question does not have, nor whoever it names by a post. */
function namedIn(entry: Entry, question: Question, ready: Ready): boolean {
  const asked = ownKeys(question);
  const { stems } = holdersIn(question, ready);
  return capitalsOf(entry, ready).some((stem) => !asked.has(stem) && !stems.has(stem));
}

const CAPITALS = new WeakMap<Entry, readonly string[]>();

function capitalsOf(entry: Entry, { language }: Ready): readonly string[] {
  const known = CAPITALS.get(entry);
  if (known !== undefined) return known;
  const made = tokensOf(entry.text, language)
    .filter(({ capital, opens, word }) => capital && (!opens || !language.stop.has(word)) && !isDayName(word))
    .map(({ stem }) => stem);
  CAPITALS.set(entry, made);
  return made;
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);
/** May stand between 'who' and what was done. */
const BETWEEN = new Set(['has', 'have', 'had', 'also', 'first', 'really', 'actually', 'then']);
/** So far before a verb stands what makes it passive, and so far behind it who did it. */
const BEFORE = 3;
const BEHIND = 8;

/** 'Who regraded the report', of a report that 'had been regraded': whoever is named there is somebody else. */
function hidesActor({ text }: Entry, { words, language }: Question, ready: Ready): boolean {
  if (language.code !== 'en' || ready.language.code !== 'en') return false;
  const asked = words.split(' ');
  const who = asked.indexOf('who');
  const verb = who === -1 ? undefined : asked.slice(who + 1).find((word) => !BETWEEN.has(word));
  if (verb === undefined || BE.has(verb)) return false;
  const done = ready.language.stem(verb);
  const told = tokensOf(text, ready.language);
  const places = told.flatMap(({ stem }, at) => (stem === done ? [at] : []));
  return (
    places.length > 0 &&
    places.every(
      (at) =>
        told.slice(Math.max(0, at - BEFORE), at).some(({ word }) => BE.has(word)) &&
        !told.slice(at + 1, at + 1 + BEHIND).some(({ word }) => word === 'by'),
    )
  );
}
