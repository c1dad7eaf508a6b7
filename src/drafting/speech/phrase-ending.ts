/** The noun phrase that ends at an index, read from its end to the left. */
import { listOf } from '../data/lists.ts';
import type { Piece } from '../text/sentences.ts';
import { isCapital, type Word } from '../text/words.ts';
import { type Before, holdsNoun, isAbbreviated, isNounAt, PRONOUNS, wordAt } from './phrases.ts';

export function phraseEnding(pieces: readonly Piece[], end: number): Before {
  const last = wordAt(pieces, end)!;
  if (PRONOUNS.has(last.lower)) return isFirstPerson(last) ? { kind: 'none' } : found(pieces, end, end + 1);
  let from = end;
  while (from > 0 && end - from < 24 && goesOnLeft(pieces, from - 1)) from--;
  from = afterAdverbials(pieces, from, end);
  if (last.tag === 'ADJ' && !isCapital(last) && !listOf('groups').has(last.lower)) return { kind: 'none' };
  return holdsNoun(pieces, from, end + 1) ? found(pieces, from, end + 1) : { kind: 'none' };
}

export function found(pieces: readonly Piece[], from: number, to: number): Before {
  let start = from;
  while (
    start < to - 1 &&
    /^(?:and|but|so|yet|then|also|even|both|for|meanwhile|still|now)$/.test(
      wordAt(pieces, start)?.lower ?? '',
    )
  )
    start++;
  const word = wordAt(pieces, start);
  if (
    !word ||
    (start + 1 === to &&
      /^(?:that|this|there|what|who|which|i|we|you|one|some|many|most|each|both|neither)$/.test(word.lower))
  ) {
    if (!word || !/^(?:some|many|most|both|each|neither)$/.test(word.lower)) return { kind: 'none' };
  }
  return { kind: 'found', subject: { from: start, to } };
}

function isFirstPerson({ lower }: Word): boolean {
  return /^(?:i|we|you|one)$/.test(lower);
}

function goesOnLeft(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  if (!word) return false;
  if (word.kind === 'possessive' || /^['’]$/.test(word.text)) return true;
  if (word.text === '.') return isAbbreviated(pieces, at);
  if (word.kind === 'sign') return /^[&$£€%-]$/.test(word.text);
  if (
    /^(?:but|that|because|while|although|though|if|when|after|before|whether|which|so|whereas|than|until|unless|who|as|or|where|then)$/.test(
      word.lower,
    )
  )
    return false;
  if (word.lower === 'and')
    return isNounAt(pieces, at - 1) && isNounAt(pieces, at + 1, true) && !verbLeftOf(pieces, at);
  if (isCapital(word)) return true;
  if (listOf('saying-sure').has(word.lower)) return false;
  return (
    !/^(?:VERB|AUX|PRON)$/.test(word.tag) ||
    /^(?:its|his|her|their|our|leading|managing|acting|operating|ruling|governing|fund|head|lead|close|run|present)$/.test(
      word.lower,
    ) ||
    (/ed$|ing$/.test(word.lower) && isAfterDeterminer(pieces, at)) ||
    listOf('roles').has(word.lower)
  );
}

function isAfterDeterminer(pieces: readonly Piece[], at: number): boolean {
  return /^(?:a|an|the|its|his|her|their)$/.test(wordAt(pieces, at - 1)?.lower ?? '');
}

function verbLeftOf(pieces: readonly Piece[], at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const word = wordAt(pieces, index);
    if (!word || /^[,;:]$/.test(word.text)) return false;
    if (/^(?:VERB|AUX)$/.test(word.tag) && !isCapital(word)) return true;
  }
  return false;
}

/** On Thursday the two leaders said: the phrase begins after what tells when and where. */
function afterAdverbials(pieces: readonly Piece[], from: number, end: number): number {
  const first = wordAt(pieces, from);
  if (!first) return from;
  const adverbial =
    first.tag === 'ADP' ||
    /^(?:last|this|earlier|late|early|next|in|on|at|by|for|from|with|after|before|during|yesterday|today|then|later|meanwhile|however|asked|also|and|yet|still|now|even|both)$/.test(
      first.lower,
    ) ||
    listOf('days-and-months').has(first.text);
  if (!adverbial) return from;
  let start = end;
  while (start > from) {
    const prior = wordAt(pieces, start - 1);
    if (!prior) break;
    if (/^(?:of|for)$/.test(prior.lower) && start - 2 > from) start--;
    else if (
      prior.kind === 'possessive' ||
      /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(prior.tag) ||
      isCapital(prior) ||
      /^(?:its|his|her|their)$/.test(prior.lower)
    ) {
      if (
        listOf('days-and-months').has(prior.text) ||
        /^(?:year|week|month|night|morning|afternoon|evening)$/.test(prior.lower)
      )
        break;
      start--;
      if (/^(?:a|an|the|its|his|her|their)$/.test(prior.lower)) break;
    } else break;
  }
  return start;
}
