/** Reported speech: a sentence in which somebody is said to say something in the writer's words. */
import type { Trust } from '../draft.ts';
import type { Piece } from '../text/sentences.ts';
import { weaker, wordsIn } from './direct.ts';
import { type Read, type Saying, saysSo } from './said.ts';

export type Reported = {
  readonly read: Read;
  readonly speakers: readonly string[];
  /** Who tells it, where a second voice does: 'according to a Japanese official'. */
  readonly via: string | undefined;
  readonly trust: Trust;
  readonly start: number;
  readonly end: number;
};

/** Pure; in the order of the text. A sentence may report what several say, each once. */
export function reportedIn(reads: readonly Read[]): Reported[] {
  return reads.flatMap((read) => {
    const according = read.sayings.find(({ clause }) => isAccording(read.sentence.pieces[clause.verb]));
    const others = read.sayings.filter((saying) => saying !== according);
    const told = others.filter((saying) => tells(saying, read.sentence.pieces));
    const via = told.length > 0 ? according?.speaker.ids[0] : undefined;
    const sayings = told.length > 0 || !according ? told : [according];
    const { start, end } = read.sentence;
    const reported = sayings.map(({ speaker, clause }) => ({
      read,
      speakers: speaker.ids,
      via,
      trust: isPlain(read, clause, speaker) ? speaker.trust : weaker(speaker.trust, 'likely'),
      start,
      end,
    }));
    return reported.filter(
      (one, at) => reported.findIndex((it) => it.speakers.join() === one.speakers.join()) === at,
    );
  });
}

/**
 * Whether the sentence leaves no doubt that it reports, and whom: the first who says something in it, by a name or a
 * noun of its own, with a verb of saying, and more than is quoted there.
 */
function isPlain(
  { sentence, sayings }: Read,
  { verb, elided }: Saying['clause'],
  { named }: Saying['speaker'],
): boolean {
  const { pieces } = sentence;
  if (!saysSo(pieces[verb]) || (!named && !elided && !PRONOUN.test(textOf(pieces[verb - 1])))) return false;
  if (sayings.some(({ clause }) => clause.verb < verb && !clause.elided)) return false;
  const quoted = pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'quote' ? wordsIn(piece.quote.text) : 0),
    0,
  );
  return quoted === 0 || quoted * 2 < pieces.filter(({ kind }) => kind === 'word').length;
}

const PRONOUN = /^(?:he|she)$/;

function isAccording(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'quote' && piece.lower === 'according';
}

/** Whether more than the attribution is told outside quotation marks: at least a verb with something about it. */
function tells({ clause }: Saying, pieces: readonly Piece[]): boolean {
  if (clause.inverted) {
    const told = pieces.slice(0, clause.verb);
    return isTold(told) && told.at(-1)?.kind !== 'quote';
  }
  const after = pieces.slice(clause.verb + 1);
  if (
    isTold(
      after,
      /^(?:deny|denies|denied|criticis|criticiz|accus|blam|condemn|disput|dismiss|express|rais|voic|urg|announc|promis|stress|reiterat|describ|apologi|estimat|puts?$)/.test(
        textOf(pieces[clause.verb]),
      ),
    )
  )
    return true;
  const before = pieces.slice(0, clause.subject?.from ?? clause.verb);
  const pauses =
    textOf(before.at(-1)) === ',' || (before.at(-1)?.kind === 'quote' && before[0]?.kind !== 'quote');
  return !clause.elided && pauses && isTold(before);
}

function textOf(piece: Piece | undefined): string {
  return piece === undefined || piece.kind === 'quote' ? '' : piece.lower;
}

function isTold(pieces: readonly Piece[], object = false): boolean {
  const words = pieces.filter((piece) => piece.kind === 'word' || piece.kind === 'number');
  const verb = words.some((piece) => piece.kind === 'word' && /^(?:VERB|AUX)$/.test(piece.tag));
  return object ? words.length >= 2 : words.length >= 3 && verb;
}
