/** Where in a sentence somebody is said to say something: the verb, and who its subject is. */
import { listOf } from '../data/lists.ts';
import type { Piece, Sentence } from '../text/sentences.ts';
import { isCapital, type Word } from '../text/words.ts';
import type { Subject } from './phrases.ts';
import { after, before } from './subjects.ts';

export type Clause = {
  /** Index of the verb among the sentence's pieces. */
  readonly verb: number;
  readonly subject: Subject | undefined;
  /** 'said Long' has its subject after it; 'according to' too. */
  readonly inverted: boolean;
  /** Its subject is left out: it is that of the clause before. */
  readonly elided: boolean;
  /** Where what is said begins, and ends where another clause begins. */
  readonly told: number;
};

/** Pure; in the order of the sentence. */
export function clausesIn({ pieces }: Sentence): Clause[] {
  return pieces.flatMap((_, at) => clauseAt(pieces, at) ?? []);
}

function clauseAt(pieces: readonly Piece[], at: number): Clause | undefined {
  const piece = pieces[at]!;
  if (piece.kind !== 'word') return undefined;
  if (piece.lower === 'according' && wordAt(pieces, at + 1)?.lower === 'to') {
    const subject = after(pieces, at + 2);
    return subject && { verb: at, subject, inverted: true, elided: false, told: 0 };
  }
  if (listOf('saying-participles').has(piece.lower)) return participle(pieces, at);
  const sure = listOf('saying-sure').has(piece.lower) || putsAt(pieces, at);
  const beside = besideQuote(pieces, at) && listOf('saying-after').has(piece.lower);
  if (!sure && !beside && !listOf('saying-that').has(piece.lower)) return undefined;
  if (isNoVerb(pieces, at, sure || beside)) return undefined;
  const inverted = invertedAt(pieces, at);
  if (inverted) return isAsked(pieces, at) ? undefined : inverted;
  const subject = before(pieces, at);
  if (subject.kind === 'none') return undefined;
  if (!sure && !beside && !reports(pieces, at)) return undefined;
  return {
    verb: at,
    subject: subject.kind === 'found' ? subject.subject : undefined,
    inverted: false,
    elided: subject.kind === 'elided',
    told: at + 1,
  };
}

/** 'Asked about Day, Reilly smiled': whoever is asked or told something has yet to speak. */
function isAsked(pieces: readonly Piece[], at: number): boolean {
  const first = pieces.findIndex(({ kind }) => kind === 'word');
  return (
    at === first && /^(?:asked|told|questioned|pressed|quizzed|challenged)$/.test(wordAt(pieces, at)!.lower)
  );
}

/** 'The union put it at 86 percent': says so. */
function putsAt(pieces: readonly Piece[], at: number): boolean {
  if (!/^puts?$/.test(wordAt(pieces, at)?.lower ?? '')) return false;
  const joint = pieces.findIndex((_, index) => index > at && wordAt(pieces, index)?.lower === 'at');
  return (
    joint > 0 && joint - at < 8 && pieces.slice(joint + 1, joint + 4).some(({ kind }) => kind === 'number')
  );
}

function wordAt(pieces: readonly Piece[], at: number): Word | undefined {
  const piece = pieces[at];
  return piece === undefined || piece.kind === 'quote' ? undefined : piece;
}

function participle(pieces: readonly Piece[], at: number): Clause | undefined {
  const comma = wordAt(pieces, at - 1);
  if (comma && comma.text !== ',' && comma.lower !== 'and') return undefined;
  if (wordAt(pieces, at + 1)?.lower === 'of' || at === 0) return undefined;
  return { verb: at, subject: undefined, inverted: false, elided: true, told: at + 1 };
}

function besideQuote(pieces: readonly Piece[], at: number): boolean {
  return pieces.slice(Math.max(0, at - 7), at + 5).some(({ kind }) => kind === 'quote');
}

/** A noun (the report, two claims), an infinitive, a passive (was told, is said to). */
function isNoVerb(pieces: readonly Piece[], at: number, sure: boolean): boolean {
  const [word, prior, next] = [pieces[at] as Word, wordAt(pieces, at - 1), wordAt(pieces, at + 1)];
  if (isCapital(word) && at > 0 && pieces[at - 1]!.kind !== 'quote') return true;
  if (
    /^(?:by|to)$/.test(next?.lower ?? '') &&
    /^(?:claimed|reported|alleged|estimated|expected|said|believed|thought|known|argued|described)$/.test(
      word.lower,
    ) &&
    next!.lower === 'by'
  )
    return true;
  if (!prior) return false;
  if (prior.lower === 'to')
    return (
      !/^(?:went|goes|continued|came|going|wants|want|wanted)$/.test(wordAt(pieces, at - 2)?.lower ?? '') ||
      !/^(?:say|tell|add|ask|explain|argue|claim|note|write)$/.test(word.lower)
    );
  if (
    /^(?:a|an|the|this|that|its|his|her|their|no|any|of|for|by|with|in|on|as|such|some|many|two|three|from|about|over|under)$/.test(
      prior.lower,
    )
  )
    return !(prior.lower === 'that' && sure);
  if (prior.kind === 'possessive') return true;
  if (
    /^(?:is|are|was|were|be|been|being|get|got)$/.test(passiveBefore(pieces, at)) &&
    !/ing$/.test(word.lower)
  )
    return true;
  if (
    /^(?:would|could|might|should|must)$/.test(prior.lower) &&
    !/^(?:say|argue|insist|confirm|deny)$/.test(word.lower)
  )
    return true;
  if (/^(?:will|can|may)$/.test(prior.text)) return true;
  if (!/(?:ed|said|says|told|tells)$/.test(word.lower) && next && next.kind === 'word' && next.tag === 'ADP')
    return true;
  return (
    !sure &&
    word.tag === 'NOUN' &&
    /s$/.test(word.lower) &&
    /^(?:ADJ|NOUN|NUM|DET)$/.test(prior.tag) &&
    next?.lower !== 'that'
  );
}

function passiveBefore(pieces: readonly Piece[], at: number): string {
  const prior = wordAt(pieces, at - 1);
  if (!prior) return '';
  return prior.tag === 'ADV' || prior.lower === 'not' ? (wordAt(pieces, at - 2)?.lower ?? '') : prior.lower;
}

/** 'No,' said Kevin Long.  The deal is dead, said Mr Long. */
function invertedAt(pieces: readonly Piece[], at: number): Clause | undefined {
  const prior = pieces[at - 1];
  const isAfter =
    prior === undefined || prior.kind === 'quote' || prior.text === ',' || /^[—–-]$/.test(prior.text);
  if (!isAfter) return undefined;
  const word = pieces[at] as Word;
  if (
    prior &&
    prior.kind !== 'quote' &&
    !/^(?:said|says|added|adds|wrote|writes|argued|argues|explained|asked)$/.test(word.lower)
  )
    return undefined;
  if (prior === undefined && !isCapital(word)) return undefined;
  const subject = after(pieces, at + 1);
  if (!subject) return undefined;
  const next = pieces[subject.to];
  if (prior && prior.kind !== 'quote' && next && (next.kind === 'quote' || next.kind !== 'sign'))
    return undefined;
  const ends =
    next === undefined ||
    next.kind === 'quote' ||
    next.kind === 'sign' ||
    /^(?:who|in|on|at|of|as|after|before|during|when|while|from|to|and|yesterday|today|last|this|later|with|by)$/.test(
      next.lower,
    );
  return ends ? { verb: at, subject, inverted: true, elided: false, told: 0 } : undefined;
}

/** A verb that may report does so where a clause, a quotation or a pause comes with it. */
function reports(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (next === undefined) return isParenthesis(pieces, at);
  if (next.kind === 'quote') return true;
  const verb = (pieces[at] as Word).lower;
  // 'It reported sales of …', 'she found work in …' tell what was done.
  if (
    /^(?:report|find|found|post)/.test(verb) &&
    next.tag === 'NOUN' &&
    wordAt(pieces, at + 2)?.tag === 'ADP'
  )
    return false;
  if (next.lower === 'to') return !/^(?:agree|decide|continue|ask|learn|respond)/.test(verb);
  if (/^(?:express|voice|raise)/.test(verb))
    return FEELING.test(next.lower) || FEELING.test(wordAt(pieces, at + 2)?.lower ?? '');
  if (/^(?:that|whether|if|how|why|what|who|where)$/.test(next.lower)) return true;
  if (/^[:,.]$/.test(next.text))
    return isParenthesis(pieces, at) || next.text === ':' || pieces[at + 2]?.kind === 'quote';
  const soon = pieces.slice(at + 1, at + 5);
  if (soon.some(({ kind }) => kind === 'quote')) return true;
  if (soon.some((piece) => piece.kind !== 'quote' && piece.lower === 'that')) return true;
  return beginsClause(pieces, at + 1);
}

const FEELING =
  /^(?:concerns?|doubts?|fears?|regrets?|hopes?|support|questions?|objections?|anger|confidence|optimism|alarm|disappointment|frustration|condolences|sympathy|outrage|worries)$/;

/** …, she argued, …   …, he added. */
function isParenthesis(pieces: readonly Piece[], at: number): boolean {
  const opening = pieces
    .slice(Math.max(0, at - 6), at)
    .some((piece) => piece.kind === 'quote' || piece.text === ',');
  return opening;
}

function beginsClause(pieces: readonly Piece[], at: number): boolean {
  const first = wordAt(pieces, at);
  if (!first) return false;
  const subject =
    /^(?:it|he|she|they|there|we|his|her|its|their|the|a|an|this|these|those|most|some|many|no|all)$/.test(
      first.lower,
    ) ||
    isCapital(first) ||
    first.kind === 'number' ||
    /^(?:NOUN|ADJ|DET)$/.test(first.tag);
  return (
    subject &&
    pieces
      .slice(at + 1, at + 9)
      .some(
        (piece) =>
          piece.kind === 'word' &&
          /^(?:VERB|AUX)$/.test(piece.tag) &&
          !/ing$/.test(piece.lower) &&
          /^(?:is|are|was|were|will|would|could|can|may|might|has|had|have|should|must|did|does|do)$|ed$|s$/.test(
            piece.lower,
          ),
      )
  );
}
