/** Whether an item is of the kind that a question asks for: a number of the right things, a date, a place. */

import { isLight } from './english/light.ts';
import type { Asked } from './intent.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import { ENGLISH, phrasesAt } from './lexicon.ts';
import type { Quantity } from './quantities.ts';
import type { Question } from './read.ts';
import { tokensOf } from './words.ts';

/** Kinds of question that only an item of that kind answers. */
const STRICT = new Set<Asked['kind']>(['count', 'amount', 'duration', 'measure', 'when', 'where']);

export function isStrict(asked: Asked): boolean {
  return STRICT.has(asked.kind);
}

/** The number in an item that answers a question for a number; a figure of its own before one in passing. */
export function quantityFor(asked: Asked, entry: Entry, _knowledge: Knowledge): Quantity | undefined {
  switch (asked.kind) {
    case 'count': {
      const noun = nounKeys(asked.noun);
      return best(
        entry,
        (quantity) =>
          quantity.kind !== 'money' &&
          (noun.size === 0 ? quantity.own : [...noun].some((key) => quantity.counts.has(key))),
      );
    }
    case 'amount':
      // A line that sums up several things does not say which of them a sum belongs to.
      return entry.subject.kind === 'key-point'
        ? undefined
        : best(entry, (quantity) => quantity.kind === 'money');
    case 'duration':
      return best(entry, (quantity) => quantity.kind === 'time');
    default:
      return undefined;
  }
}

function best(entry: Entry, wanted: (quantity: Quantity) => boolean): Quantity | undefined {
  const found = entry.quantities.filter(wanted);
  return found.find((quantity) => quantity.own) ?? found[0];
}

const VERB =
  /^(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|in|on|of|at|that|who|which|between|from|there|to|with|by|for|under)$/;

/** What is counted: the words up to the verb, the backdrop left aside. */
function nounKeys(noun: string): Set<string> {
  const words: string[] = [];
  const all = noun.split(' ');
  for (const [at, word] of all.entries()) {
    if (VERB.test(word) && !(word === 'of' && at === 0)) {
      if (words.length > 0) break;
      continue;
    }
    if (word !== '') words.push(word);
  }
  const kept = words.filter(
    (word) => !isLight(word) || word === 'days' || word === 'years' || word === 'people',
  );
  const stems = tokensOf(kept.slice(0, 4).join(' ')).map((token) => token.stem);
  return new Set(
    stems
      .flatMap((stem, at) => [stem, ...phrasesAt(ENGLISH, stems, at).flatMap((phrase) => phrase.keys)])
      .filter((key) => !key.startsWith('c:')),
  );
}

const SOME_TIME =
  /\b(?:1[89]\d\d|20\d\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|World War|at the end of the war|last year|decade)\b/;

export function typeFits(
  asked: Asked,
  entry: Entry,
  question: Question,
  quantity: Quantity | undefined,
): boolean {
  const { subject } = entry;
  switch (asked.kind) {
    case 'count':
    case 'amount':
    case 'duration':
      return quantity !== undefined;
    case 'measure':
      return entry.keys.has(asked.of);
    case 'when':
      return (
        subject.kind !== 'card' &&
        (('when' in subject.item && subject.item.when !== undefined) || SOME_TIME.test(entry.text))
      );
    case 'where': {
      if (subject.kind === 'event') return subject.item.place !== undefined;
      return hasPlaceBeyond(entry, question) || (subject.kind === 'card' && subject.named.kind !== 'side');
    }
    case 'who':
    case 'identity':
      return (
        entry.voices.size > 0 ||
        [...entry.keys].some(
          ([key, firm]) =>
            firm >= 0.9 &&
            key.startsWith('e:') &&
            !inQuestion(key, question) &&
            !entry.placeIds.has(key.slice(2)),
        )
      );
    default:
      return false;
  }
}

function hasPlaceBeyond(entry: Entry, question: Question): boolean {
  const kinds = entry.placeIds;
  return [...kinds].some((id) => !inQuestion(`e:${id}`, question));
}

function inQuestion(key: string, question: Question): boolean {
  return question.units.some((unit) => unit.keys.has(key));
}
