/** Reads a text from its start to its end: each sentence with who is said to say what in it. */
import { listOf } from '../data/lists.ts';
import type { Line } from '../names/mentions.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Clause, clausesIn } from './clauses.ts';
import type { Subject } from './phrases.ts';
import type { Speaker, Speakers } from './speakers.ts';
import { mainSubject } from './subjects.ts';

export type Saying = { readonly clause: Clause; readonly speaker: Speaker };

export type Read = {
  readonly line: Line;
  readonly sentence: Sentence;
  readonly index: number;
  readonly sayings: readonly Saying[];
  /** Who the sentence is about, where it says nobody's words. */
  readonly about: Speaker | undefined;
};

export type ReadLine = { readonly line: Line; readonly sentences: readonly Sentence[] };

/** In the order of the text; `speakers` learns whom each sentence names. */
export function readAll(lines: readonly ReadLine[], speakers: Speakers): Read[] {
  let index = 0;
  return lines.flatMap(({ line, sentences }) => {
    const place = new Map(line.words.map((word, at) => [word, at] as const));
    return sentences.map((sentence) => readOne(line, sentence, index++, place, speakers));
  });
}

type Places = ReadonlyMap<object, number>;

function readOne(line: Line, sentence: Sentence, index: number, place: Places, speakers: Speakers): Read {
  const wordAt = (at: number): number => {
    for (let piece = at; piece < sentence.pieces.length; piece++) {
      const word = place.get(sentence.pieces[piece]!);
      if (word !== undefined) return word;
    }
    return line.words.length;
  };
  const wordsOf = ({ from, to }: Subject) => ({
    from: wordAt(from),
    to: place.get(sentence.pieces[to - 1]!)! + 1,
  });
  const whoIs = (subject: Subject): Speaker | undefined => {
    const { from, to } = wordsOf(subject);
    return speakers.of(line, from, to, index);
  };
  const subject = mainSubject(sentence.pieces);
  const start = wordAt(0);
  let remembered = start;
  const remember = (to: number): void => {
    if (to > remembered) speakers.remember(line, remembered, to, index, subject && wordsOf(subject));
    remembered = Math.max(remembered, to);
  };
  let main: Speaker | undefined;
  const about = (): Speaker | undefined => {
    main ??= subject && whoIs(subject);
    return main;
  };
  const sayings: Saying[] = [];
  for (const clause of clausesIn(sentence)) {
    if (clause.subject) remember(wordsOf(clause.subject).from);
    const speaker = clause.subject ? whoIs(clause.subject) : elided(sayings, about);
    if (!speaker) continue;
    sayings.push({ clause, speaker });
    speakers.spoke(speaker.ids, line.number, index);
  }
  const end = sentence.pieces.length === 0 ? start : lastWord(sentence, place);
  const own = sayings.length === 0 ? about() : undefined;
  remember(end);
  return { line, sentence, index, sayings: withoutInner(sayings, sentence), about: own };
}

function elided(before: readonly Saying[], about: () => Speaker | undefined): Speaker | undefined {
  return before.at(-1)?.speaker ?? about();
}

/** Whether the verb is one of saying: who finds, expects or disputes may do so without a word. */
export function saysSo(verb: Sentence['pieces'][number] | undefined): boolean {
  const lower = verb === undefined || verb.kind === 'quote' ? '' : verb.lower;
  if (/^(?:disput|expect|testif|fear|hope)/.test(lower)) return false;
  return !listOf('saying-that').has(lower) || SAID.test(lower);
}

const SAID = /^(?:add|stat|not|writ|wrote|ask|answer|continu|repeat|declar|thank|call|demand|comment|tweet)/;

function lastWord(sentence: Sentence, place: Places): number {
  const last = sentence.pieces.findLast((piece) => piece.kind !== 'quote');
  return last ? place.get(last)! + 1 : 0;
}

/** 'The patients had blamed transport, she said': what others are said to have said is hers to tell. */
function withoutInner(all: readonly Saying[], { pieces }: Sentence): readonly Saying[] {
  const outer = all.findIndex(({ clause }) => !clause.inverted && saysSo(pieces[clause.verb]));
  const sayings = all.filter(
    ({ clause }, at) => outer < 0 || at <= outer || clause.inverted || saysSo(pieces[clause.verb]),
  );
  const last = sayings.at(-1);
  if (!last || sayings.length < 2 || last.clause.elided || last.clause.inverted) return sayings;
  const rest = pieces.slice(last.clause.verb + 1).filter((piece) => piece.kind === 'word');
  return rest.length <= 1 ? [last] : sayings;
}
