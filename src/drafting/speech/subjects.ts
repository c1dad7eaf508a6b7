/** The words that name who does what a verb says: before it, over appositions and relative clauses, or after it. */
import { listOf } from '../data/lists.ts';
import type { Piece } from '../text/sentences.ts';
import { isCapital } from '../text/words.ts';
import { found, phraseEnding } from './phrase-ending.ts';
import {
  type Before,
  holdsNoun,
  isAbbreviated,
  isFiniteVerb,
  isNounAt,
  PRONOUNS,
  type Subject,
  wordAt,
} from './phrases.ts';

/** The subject of a sentence as a whole: what stands before its first verb, adverbials aside. */
export function mainSubject(pieces: readonly Piece[]): Subject | undefined {
  const verb = pieces.findIndex(
    (piece, at) => piece.kind === 'word' && at > 0 && isFiniteVerb(piece, pieces[at - 1]),
  );
  if (verb < 1) return undefined;
  const result = before(pieces, verb);
  return result.kind === 'found' ? result.subject : undefined;
}

/** The subject of a verb that stands before it. */
export function before(pieces: readonly Piece[], verb: number): Before {
  let at = verb - 1;
  while (at >= 0 && isBetween(pieces, at)) at--;
  const last = wordAt(pieces, at);
  if (!last) return { kind: at >= 0 && pieces[at]!.kind === 'quote' ? 'elided' : 'none' };
  if (/^(?:and|but|or|then)$/.test(last.lower)) return { kind: 'elided' };
  if (/^(?:,|—|–|\))$/.test(last.text)) return overApposition(pieces, at);
  if (/^(?:who|which|that)$/.test(last.lower)) return overRelative(pieces, at);
  const near = phraseEnding(pieces, at);
  return near.kind === 'found' ? (overObject(pieces, near.subject, verb) ?? near) : near;
}

/** 'An official who may not discuss the case said': the case is discussed, and speaks for nobody. */
function overObject(pieces: readonly Piece[], near: Subject, verb: number): Before | undefined {
  const prior = wordAt(pieces, near.from - 1);
  if (prior?.tag !== 'VERB' || isCapital(prior)) return undefined;
  const start = clauseStart(pieces, verb);
  const who = pieces.findIndex((_, at) => at > start && wordAt(pieces, at)?.lower === 'who');
  if (who < 0 || who > near.from) return undefined;
  const whole = plainPhrase(pieces, start, wordAt(pieces, who - 1)?.text === ',' ? who - 1 : who);
  return whole && found(pieces, whole.from, whole.to);
}

/** The noun phrase that begins at an index. */
export function after(pieces: readonly Piece[], from: number): Subject | undefined {
  const first = wordAt(pieces, from);
  if (!first || first.kind === 'sign' || first.kind === 'possessive') return undefined;
  if (PRONOUNS.has(first.lower)) return { from, to: from + 1 };
  let to = from;
  while (to < pieces.length && to - from < 16) {
    const word = wordAt(pieces, to);
    if (!word) break;
    if (
      word.kind === 'possessive' ||
      (word.text === '.' && isAbbreviated(pieces, to)) ||
      /^['’]$/.test(word.text)
    ) {
      to++;
      continue;
    }
    if (word.kind === 'sign') break;
    const isName = isCapital(word) && !listOf('days-and-months').has(word.text);
    if (
      !isName &&
      /^(?:who|which|that|on|in|to|during|after|before|when|while|as|by|from|but|about|against|yesterday|today|earlier|later|last|this)$/.test(
        word.lower,
      ) &&
      to > from
    )
      break;
    if (word.text !== 'May' && listOf('days-and-months').has(word.text)) break;
    if (!isName && to > from && isFiniteVerb(word, pieces[to - 1])) break;
    if (word.lower === 'and' && !isName && !isNounAt(pieces, to + 1)) break;
    if (!isName && (word.tag === 'AUX' || (word.tag === 'ADV' && to > from))) break;
    to++;
  }
  return to > from && holdsNoun(pieces, from, to) ? { from, to } : undefined;
}

/** What may stand between a subject and its verb: has, also, later, on Thursday, however. */
function isBetween(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  if (!word) return false;
  if (isCapital(word)) return word.text !== 'May' && listOf('days-and-months').has(word.text) && at > 0;
  if (
    /^(?:has|had|have|having|did|does|do|not|also|then|later|now|still|even|once|twice|already|just|never|always|often|recently|previously|repeatedly|earlier|reportedly|himself|herself|itself|themselves|both|all|each|would|went|on|to|continued|came|long|again|too|yesterday|today|since|nevertheless|nonetheless|meanwhile|however|though|instead)$/.test(
      word.lower,
    )
  ) {
    if (word.lower === 'on')
      return (
        listOf('days-and-months').has(wordAt(pieces, at + 1)?.text ?? '') ||
        wordAt(pieces, at - 1)?.lower === 'went'
      );
    if (word.lower === 'to') return /^(?:on|continued|came)$/.test(wordAt(pieces, at - 1)?.lower ?? '');
    return true;
  }
  if (word.text === ',') return isAside(pieces, at);
  return word.tag === 'ADV' && /ly$/.test(word.lower) && !isCapital(word);
}

/** A comma of ', however,'. */
function isAside(pieces: readonly Piece[], at: number): boolean {
  const aside = /^(?:however|though|meanwhile|too|nevertheless|nonetheless|instead|also|therefore)$/;
  return aside.test(wordAt(pieces, at - 1)?.lower ?? '') || aside.test(wordAt(pieces, at + 1)?.lower ?? '');
}

/** Amrit Dhaliwal, 38, who owns a café, said …: the first phrase that an apposition follows. */
function overApposition(pieces: readonly Piece[], comma: number): Before {
  const start = clauseStart(pieces, comma);
  const commas = indexesOf(pieces, start, comma);
  let from = start;
  for (const [index, end] of commas.entries()) {
    const next = wordAt(pieces, end + 1);
    const phrase =
      next && end > from && isAppositive(pieces, end + 1) ? plainPhrase(pieces, from, end) : undefined;
    if (phrase) return nameAfter(pieces, end + 1, commas[index + 1]) ?? found(pieces, phrase.from, phrase.to);
    from = end + 1;
  }
  // …, and then said: no apposition, the subject is that of the clause before.
  const own = commas.length > 0 ? plainPhrase(pieces, start, commas[0]!) : undefined;
  return own ? found(pieces, own.from, own.to) : { kind: 'elided' };
}

/** Dunmore's chairman, Alan Bishop, has denied: the name stands after the post. */
function nameAfter(pieces: readonly Piece[], from: number, end: number | undefined): Before | undefined {
  if (end === undefined || end - from > 4) return undefined;
  const own = pieces.slice(from, end);
  return own.every((piece) => piece.kind === 'word' && isCapital(piece))
    ? found(pieces, from, end)
    : undefined;
}

function indexesOf(pieces: readonly Piece[], start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = start; at <= end; at++)
    if (/^(?:,|—|–|\(|\))$/.test(wordAt(pieces, at)?.text ?? '')) found.push(at);
  return found;
}

function isAppositive(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  if (!word) return false;
  if (word.kind === 'number' || isCapital(word)) return true;
  return (
    /^(?:a|an|the|who|which|whose|one|its|his|her|their|of|another|former|now|then|also|himself|herself|aged|formerly|both|not|chief|speaking|asked|in|at|on)$/.test(
      word.lower,
    ) ||
    listOf('roles').has(word.lower) ||
    /^(?:NOUN|ADJ)$/.test(word.tag) ||
    /ing$|ed$/.test(word.lower)
  );
}

/** A name, or a noun with what belongs to it: no verb, and no small joint at its start. A relative clause is left off. */
function plainPhrase(pieces: readonly Piece[], from: number, end: number): Subject | undefined {
  const first = wordAt(pieces, from);
  if (!first || first.kind === 'sign' || first.kind === 'number') return undefined;
  if (!isCapital(first) || listOf('function-words').has(first.lower)) {
    if (
      first.tag === 'ADP' ||
      /^(?:and|but|who|which|whose|in|on|at|as|if|when|while|after|before|for|by|with|since|although|though|because|once|until|asked|speaking|including|then)$/.test(
        first.lower,
      )
    )
      return undefined;
  }
  const relative = pieces.findIndex(
    (piece, at) => at > from && at < end && piece.kind === 'word' && /^(?:who|which)$/.test(piece.lower),
  );
  const to = relative < 0 ? end : relative;
  if (to - from > 14) return undefined;
  const inner = pieces.slice(from, to);
  if (inner.some((piece) => piece.kind === 'quote') || !holdsNoun(pieces, from, to)) return undefined;
  if (inner.some((piece, at) => at > 0 && piece.kind === 'word' && isFiniteVerb(piece, inner[at - 1])))
    return undefined;
  return { from, to };
}

/** A person who was present, and who asked not to be named, said …; spokesmen that speak for the trust said … */
function overRelative(pieces: readonly Piece[], relative: number): Before {
  let at = relative - 1;
  if (wordAt(pieces, at)?.lower === 'and') at--;
  if (wordAt(pieces, at)?.text === ',') at--;
  if (at < 0) return { kind: 'none' };
  return phraseEnding(pieces, at);
}

/** Where the clause that an index stands in begins. */
function clauseStart(pieces: readonly Piece[], at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const word = wordAt(pieces, index);
    if (!word) return index + 1;
    if (/^[;:]$/.test(word.text)) return index + 1;
    const joins = /^(?:but|while|although|whereas)$/.test(word.lower);
    if (joins && wordAt(pieces, index - 1)?.text === ',') return index + 1;
  }
  return 0;
}
