/** Reported speech: a sentence in which somebody is said to say something in the writer's words. */
import type { Trust } from '../draft.ts';
import type { Piece } from '../text/sentences.ts';
import { weaker } from './direct.ts';
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
      trust: saysSo(read.sentence.pieces[clause.verb]) ? speaker.trust : weaker(speaker.trust, 'likely'),
      start,
      end,
    }));
    return reported.filter(
      (one, at) => reported.findIndex((it) => it.speakers.join() === one.speakers.join()) === at,
    );
  });
}

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
