/** Whether an item is of the kind that a question asks for: a number of the right things, a date, a place. */

import { isLight } from './english/light.ts';
import type { Entry } from './entries.ts';
import type { Asked } from './intent.ts';
import { ENGLISH, phrasesAt } from './lexicon.ts';
import type { Quantity } from './quantities.ts';
import type { Question } from './read.ts';
import { tokensOf } from './words.ts';

/** Kinds of question that only an item of that kind answers. */
const STRICT = new Set<Asked['kind']>(['count', 'amount', 'duration', 'measure', 'when', 'where']);

export function isStrict(asked: Asked): boolean {
  return STRICT.has(asked.kind);
}

/** What a question wants of an answer, told once for all items. */
export type Wanted = {
  /** All keys of the question. */
  readonly keys: ReadonlySet<string>;
  /** It asks of what is to come. */
  readonly future: boolean;
  /** What is counted, as keys; empty where the question does not say. */
  readonly noun: ReadonlySet<string>;
};

export function wantedBy(question: Question): Wanted {
  const { asked, units } = question;
  return {
    keys: new Set(units.flatMap((unit) => [...unit.keys])),
    future: /^(?:when|where|what time|what date) (?:will|is .* going to|are .* going to)\b/.test(
      question.words,
    ),
    noun: asked.kind === 'count' ? nounKeys(asked.noun) : new Set(),
  };
}

/** The number in an item that answers a question for a number; a figure of its own before one in passing. */
export function quantityFor(asked: Asked, entry: Entry, { noun, keys }: Wanted): Quantity | undefined {
  switch (asked.kind) {
    case 'count':
      return best(
        entry,
        ({ kind, own, counts, deed }) =>
          (deed === undefined || [...deed].some((key) => !isLight(key) && key.length > 2 && keys.has(key))) &&
          kind !== 'money' &&
          (noun.size === 0 ? own : [...noun].some((key) => counts.has(key))),
      );
    case 'amount':
      // A line that sums up several things does not say which of them a sum belongs to.
      return entry.subject.kind === 'key-point' ? undefined : best(entry, ({ kind }) => kind === 'money');
    case 'duration':
      return best(entry, ({ kind }) => kind === 'time');
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

const TO_COME = /\b(?:will|plans?|planned|to be|would)\b/;

export function typeFits(
  asked: Asked,
  entry: Entry,
  wanted: Wanted,
  quantity: Quantity | undefined,
): boolean {
  const { subject } = entry;
  switch (asked.kind) {
    case 'count':
    case 'amount':
    case 'duration':
      return quantity !== undefined;
    case 'measure':
      return false;
    case 'when':
      return entry.timed && (!wanted.future || TO_COME.test(entry.text));
    case 'where':
      if (subject.kind === 'event') return subject.item.place !== undefined;
      if (subject.kind === 'card') return subject.named.kind !== 'side';
      return [...entry.placeIds].some((id) => !wanted.keys.has(`e:${id}`));
    case 'identity':
      return asked.of === 'who' && tellsWho(entry, wanted);
    case 'who':
      return tellsWho(entry, wanted);
    default:
      return false;
  }
}

function tellsWho(entry: Entry, wanted: Wanted): boolean {
  return entry.voices.size > 0 || entry.actors.some((id) => !wanted.keys.has(`e:${id}`));
}
