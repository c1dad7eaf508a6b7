/** Direct speech: what stands between quotation marks and somebody spoke, with whose it is and how far that is sure. */

import type { Quote } from '../../text/marks.ts';
import { listOf } from '../data/lists.ts';
import type { Trust } from '../draft.ts';
import { narrated, quotesOf } from '../text/sentences.ts';
import type { Read, Saying } from './said.ts';

export type Spoken = {
  readonly quote: Quote;
  readonly read: Read;
  readonly speakers: readonly string[];
  readonly trust: Trust;
};

/** Nobody's speech: a title, a nickname, a turn of phrase. */
export type Unspoken = { readonly quote: Quote; readonly read: Read };

/** Fewer words amid a sentence are a turn of phrase: they stay in the sentence that reports them. */
const LEAST_WORDS = 3;
/** So many are somebody's speech, which the check wants told. */
const SPEECH_WORDS = 5;

type State = {
  speaker: { ids: readonly string[]; trust: Trust } | undefined;
  paragraph: number;
  index: number;
};

/** Pure; in the order of the text. */
export function directIn(reads: readonly Read[]): {
  readonly spoken: Spoken[];
  readonly unspoken: Unspoken[];
} {
  const spoken: Spoken[] = [];
  const unspoken: Unspoken[] = [];
  const state: State = { speaker: undefined, paragraph: -1, index: -1 };
  for (const [at, read] of reads.entries()) {
    for (const quote of quotesOf(read.sentence)) {
      const whose = isTitle(quote, read) ? undefined : speakerOf(quote, read, reads[at - 1], state);
      if (!whose) unspoken.push({ quote, read });
      else {
        spoken.push({ quote, read, speakers: whose.ids, trust: whose.trust });
        state.speaker = whose;
        state.paragraph = read.line.number;
        state.index = read.index;
      }
    }
    const last = read.sayings.at(-1);
    if (last && quotesOf(read.sentence).length === 0)
      Object.assign(state, {
        speaker: { ids: last.speaker.ids, trust: weaker(last.speaker.trust, 'likely') },
        paragraph: read.line.number,
        index: read.index,
      });
  }
  return { spoken, unspoken };
}

type Whose = { readonly ids: readonly string[]; readonly trust: Trust };

function speakerOf(quote: Quote, read: Read, before: Read | undefined, state: State): Whose | undefined {
  const length = wordsIn(quote.text);
  const alone = isAlone(read);
  const governing = alone ? undefined : governingOf(quote, read);
  if (governing) {
    const whole = length >= LEAST_WORDS || isUtterance(quote, read, governing);
    return whole ? { ids: governing.speaker.ids, trust: governing.speaker.trust } : undefined;
  }
  if (alone) return continued(quote, read, before, state);
  if (length < LEAST_WORDS) return undefined;
  if (read.about) return { ids: read.about.ids, trust: 'guess' };
  // 'The letter said': whole words of somebody, likely of whoever spoke before.
  return length >= SPEECH_WORDS && state.speaker ? { ids: state.speaker.ids, trust: 'guess' } : undefined;
}

/** A sentence that is nothing but quotations. */
function isAlone({ sentence }: Read): boolean {
  return narrated(sentence).every(({ kind }) => kind === 'sign');
}

/** Of several verbs of saying the one beside the quotation, else the last before it, else the first after it. */
function governingOf(quote: Quote, { sentence, sayings }: Read): Saying | undefined {
  const at = sentence.pieces.findIndex((piece) => piece.kind === 'quote' && piece.quote === quote);
  const via = sayings.filter(({ clause }) => !isAccording(clause.verb, sentence.pieces));
  const own = via.length > 0 ? via : sayings;
  const beside = own.find(({ clause }) =>
    clause.inverted ? clause.verb === at + 1 || clause.verb === at + 2 : follows(sentence, at, clause.verb),
  );
  if (beside) return beside;
  return own.findLast(({ clause }) => clause.verb < at) ?? own.find(({ clause }) => clause.verb > at);
}

function isAccording(verb: number, pieces: Read['sentence']['pieces']): boolean {
  const piece = pieces[verb];
  return piece !== undefined && piece.kind !== 'quote' && piece.lower === 'according';
}

/** 'No,' Mr Long said: nothing but the subject stands between the marks and the verb. */
function follows({ pieces }: Read['sentence'], quote: number, verb: number): boolean {
  if (verb <= quote) return false;
  const between = pieces.slice(quote + 1, verb);
  return (
    between.length <= 12 &&
    between.every((piece) => piece.kind !== 'quote') &&
    verb - quote <= 12 &&
    !between.some(
      (piece) =>
        piece.kind === 'word' &&
        (/^(?:that|whether|because)$/.test(piece.lower) ||
          (piece.tag === 'VERB' && !listOf('roles').has(piece.lower))),
    )
  );
}

/** Short, but a whole utterance: 'No,' he said. */
function isUtterance(quote: Quote, { sentence }: Read, { clause }: Saying): boolean {
  const at = sentence.pieces.findIndex((piece) => piece.kind === 'quote' && piece.quote === quote);
  const starts = at === 0 || sentence.pieces.slice(0, at).every((piece) => piece.kind === 'sign');
  const pauses = /[,.?!—–…-]$/.test(quote.text);
  const opened = /^[,:]$/.test(textOf(sentence.pieces[at - 1]));
  return (
    (starts && pauses && /^\p{Lu}|^\p{N}/u.test(quote.text)) ||
    (opened && /^\p{Lu}/u.test(quote.text) && clause.verb < at && at - clause.verb < 4)
  );
}

function textOf(piece: Read['sentence']['pieces'][number] | undefined): string {
  return piece === undefined || piece.kind === 'quote' ? '' : piece.text;
}

/** A quotation that is a sentence by itself: it goes on with whoever spoke just before. */
function continued(quote: Quote, read: Read, before: Read | undefined, state: State): Whose | undefined {
  const { speaker } = state;
  const short = wordsIn(quote.text) < 2;
  if (quote.continues && speaker) return { ids: speaker.ids, trust: speaker.trust };
  const about: Whose | undefined =
    before?.about && before.line === read.line ? { ids: before.about.ids, trust: 'guess' } : undefined;
  if (!speaker) return short ? undefined : about;
  const sameParagraph = before !== undefined && before.line === read.line && state.index === before.index;
  if (sameParagraph) {
    // After more speech it is the same voice; after a report of what somebody said it is so as a rule.
    const spoke = quotesOf(before.sentence).length > 0;
    return { ids: speaker.ids, trust: spoke ? speaker.trust : 'likely' };
  }
  const introduced =
    before !== undefined && /:\s*$/.test(before.sentence.text) && state.index === before.index;
  if (introduced) return { ids: speaker.ids, trust: 'likely' };
  if (about) return about;
  return short ? undefined : { ids: speaker.ids, trust: 'guess' };
}

/** Words with capitals alone, after what has a name: the film “Still Waters”. */
function isTitle(quote: Quote, { sentence }: Read): boolean {
  const words = quote.text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length > 9 || /[,.?!]$/.test(quote.text)) return false;
  const capitals = words.every(
    (word) => /^\p{Lu}/u.test(word) || /^(?:a|an|the|of|on|in|and|to|for|with|at|or|from|de)$/.test(word),
  );
  if (!capitals || words.length === 0) return false;
  const at = sentence.pieces.findIndex((piece) => piece.kind === 'quote' && piece.quote === quote);
  return !/^(?:said|says|:|asked|wrote)$/.test(textOf(sentence.pieces[at - 1]));
}

export function weaker(one: Trust, other: Trust): Trust {
  const order: readonly Trust[] = ['sure', 'likely', 'guess'];
  return order[Math.max(order.indexOf(one), order.indexOf(other))]!;
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0;
}
