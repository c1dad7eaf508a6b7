/** A sentence in the parts that can be held against another's: names, numbers, dates, words that turn it, and words. */
import type { Briefing } from '../../briefing/briefing.ts';
import { keptPer } from '../../text/kept.ts';
import { type DateMeant, datesIn } from '../../words/dates.ts';
import { type Quantity, quantitiesIn } from '../../words/numbers.ts';
import { overlap, type Span } from '../../words/span.ts';
import { stemOf } from '../../words/stem.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { DEGREES, MODALS, NEGATIONS, SMALL } from './vocabulary.ts';

export type Part = Span & { readonly shown: string } & (
    | { readonly kind: 'name'; readonly mention: Mention }
    | { readonly kind: 'number'; readonly quantity: Quantity }
    | { readonly kind: 'date'; readonly date: DateMeant }
    /** `word`: in small letters, without apostrophes; `stem`: its base. */
    | {
        readonly kind: 'word' | 'small' | 'negation' | 'modal' | 'degree';
        readonly word: string;
        readonly stem: string;
      }
  );

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** How many claims are kept cut: one rule reads what another has read. */
const KEPT = 8;

/** The parts of a text in order; none overlaps another. */
export const partsOf: (text: string, briefing: Briefing) => readonly Part[] = keptPer(KEPT, cut);

function cut(text: string, briefing: Briefing): Part[] {
  const found = datesIn(text);
  const dates = found.map((date): Part => ({ kind: 'date', ...date }));
  const numbers = quantitiesIn(text, found).map(
    (quantity): Part => ({
      kind: 'number',
      quantity,
      start: quantity.start,
      end: quantity.end,
      shown: quantity.shown,
    }),
  );
  const typed = [...dates, ...numbers];
  const names = mentionsIn(text, briefing)
    .map(
      (mention): Part => ({
        kind: 'name',
        mention,
        start: mention.start,
        end: mention.end,
        shown: mention.shown,
      }),
    )
    .filter((name) => !typed.some((other) => overlap(name, other)));
  const taken = [...typed, ...names];
  const words = [...text.matchAll(WORD)].flatMap((match): Part[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    return taken.some((other) => overlap(span, other)) ? [] : wordParts(match[0], span);
  });
  return [...taken, ...words].sort((one, other) => one.start - other.start);
}

/** 'didn’t' is two: the verb and its negation. */
function wordParts(shown: string, span: Span): Part[] {
  const word = shown
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
  if (/n['’]t$/iu.test(shown) || /^(?:cannot|cant|dont|didnt|wont|isnt|wasnt)$/.test(word))
    return [{ kind: 'negation', word: 'not', stem: 'not', shown, ...span }];
  return [{ kind: kindOf(word), word, stem: stemOf(word), shown, ...span }];
}

function kindOf(word: string): 'word' | 'small' | 'negation' | 'modal' | 'degree' {
  if (NEGATIONS.has(word)) return 'negation';
  if (MODALS.has(word)) return 'modal';
  if (DEGREES.has(word)) return 'degree';
  return SMALL.has(word) ? 'small' : 'word';
}

/** Whether a part carries matter, so that another sentence should have it too. */
export function isMatter(part: Part): boolean {
  return part.kind === 'word' || part.kind === 'name' || part.kind === 'number' || part.kind === 'date';
}
