/** Events: what a sentence tells in the writer's own voice, with a date. */
import type { FoundEvent } from '../draft.ts';
import type { Cast } from '../names/cast.ts';
import type { Read } from '../speech/said.ts';
import type { Piece } from '../text/sentences.ts';
import { type Dated, datedIn } from './dates.ts';
import { titleOf } from './titles.ts';

/** Pure; in the order of the text. A sentence with several dates may tell of several events, each in its own clause. */
export function eventsIn(
  reads: readonly Read[],
  cast: Cast,
  published: Temporal.PlainDate | undefined,
): FoundEvent[] {
  return reads.flatMap((read) => {
    const { sentence, line } = read;
    const ahead = (at: number) => isAhead(sentence.text, at);
    const dated = datedIn(sentence.text, published, ahead).filter((date) => isEvent(read, date));
    const clauses = dated.map((date) => clauseOf(sentence.text, date.start));
    return dated.flatMap((date, at): FoundEvent[] => {
      const clause = clauses[at]!;
      const first = clauses.findIndex((it) => it.start === clause.start);
      if (first !== at) return [];
      const place = placeIn(read, cast, clause);
      return [
        {
          from: { paragraph: line.number, start: sentence.start, end: sentence.end },
          paragraphs: [line.number],
          trust: isSure(date, sentence.text, clause.start) ? 'sure' : 'likely',
          title: titleOf(sentence.text.slice(clause.start, clause.end)),
          text: sentence.text,
          when: date.when,
          ...(place ? { place } : {}),
          inferred: date.inferred,
        },
      ];
    });
  });
}

/**
 * Whether the words themselves give the day of an event. 'Who led it from 2005 to 2011' is told of somebody, and a year
 * alone as often dates a thing as an event.
 */
function isSure({ inferred, when }: Dated, text: string, start: number): boolean {
  const beside = /^\s*(?:which|who|whose|when|where|since)\s/.test(text.slice(start));
  return inferred.length === 0 && !beside && !/^\d{4}$/.test(when.on);
}

/** Whether the verb nearest to a date tells of what is to come. */
function isAhead(text: string, at: number): boolean {
  const clause = clauseOf(text, at);
  // 'Friday's stoppage, which begins at 4am, will be …': the verb of what a sentence begins with stands far behind.
  const { start, end } = at < 3 ? { start: 0, end: text.length } : clause;
  if (AFTER.test(text.slice(start, end)) && !/^\s?before/.test(text.slice(start))) return false;
  return /\b(?:will|would|is to|are to|due|plans?|planned|scheduled|expected|expects|set to|must|next|shall|going to|intends?|hopes? to|(?:ordered|told|asked|invited) to)\b/i.test(
    text.slice(start, end),
  );
}

/**
 * The part of a sentence between its commas and joints that an index stands in, if it has a verb of its own. What
 * comes 'after a fire on Monday' is another matter than the fire.
 */
function clauseOf(text: string, at: number): { start: number; end: number } {
  const borders = [...text.matchAll(BORDER)].map((match) => match.index);
  let start = 0;
  let end = text.length;
  for (const border of borders) {
    const own = text.slice(border, nextOf(borders, border, text));
    if (border <= at && (hasVerb(own) || AFTER.test(own))) start = border;
    else if (
      border > at &&
      end === text.length &&
      (hasVerb(text.slice(start, border)) || AFTER.test(text.slice(start)))
    )
      end = border;
  }
  while (start < end && /[\s,;:—–(]/u.test(text[start]!)) start++;
  return { start, end };
}

const BORDER = /[,;:—–(]\s|\s(?:after|before|since|following|when|which|who|while|but|because|that)\s/gu;
/** What follows is a noun as often as a clause: 'after a fire', 'since the war'. */
const AFTER = /^\s?(?:after|before|since|following)\s/;

function nextOf(borders: readonly number[], border: number, text: string): number {
  return borders.find((it) => it > border) ?? text.length;
}

function hasVerb(text: string): boolean {
  return /\b(?:\w{2,}ed|is|are|was|were|will|would|has|had|have|must|began|met|left|won|lost|took|made|gave|went|came|said|held|sold|bought|fell|rose|ran|broke|found|led|told|got|put|set|cut|hit|kept|built|sent|spent|became|grew|struck|begins?|ends?|starts?|meets?|opens?|closes?|votes?|runs?|goes)\b/.test(
    text,
  );
}

/** Told in the writer's own voice, with a verb: not in what somebody said, nor by the way of a number. */
function isEvent({ sentence, sayings }: Read, { start, when, shown }: Dated): boolean {
  const at = sentence.start + start;
  // 'The largest since 2017' happened later.
  if (start > 6 && /\bsince\s$/i.test(sentence.text.slice(0, start))) return false;
  if (sentence.pieces.some((piece) => piece.kind === 'quote' && piece.start <= at && at < piece.end))
    return false;
  const { start: from, end } = clauseOf(sentence.text, start);
  if (!hasVerb(sentence.text.slice(from, end)) && !AFTER.test(sentence.text.slice(from, end))) return false;
  if (
    /^\d{4}$/.test(when.on) &&
    /^(?:this|last) year$/i.test(shown) &&
    !/\b(?:announced|began|opened|launched|died|won|elected|appointed)\b/.test(sentence.text)
  )
    return false;
  // 'Asked on Thursday', 'both said on Tuesday' date what somebody says.
  if (
    /^(?:Asked|Pressed|Speaking|Told)\b[^,]*$|\b(?:said|says|told)\s(?:\S+\s){0,2}on\s$/.test(
      sentence.text.slice(0, start),
    )
  )
    return false;
  const inSubject = sayings.some(
    ({ clause: { subject, verb } }) =>
      subject !== undefined &&
      when.on.length === 10 &&
      subject.from < verb &&
      sentence.pieces[subject.from]!.start <= at &&
      at < sentence.pieces[verb]!.start,
  );
  if (inSubject) return false;
  // What is told after 'she said' is hers, unless the date is that of the saying itself, or of what she announced.
  const behind = sayings.filter(
    ({ clause }) => isBehind(sentence.pieces, clause.verb, at) && !clause.inverted,
  );
  if (behind.length === 0) return true;
  const announced =
    /\b(?:will|would)\s\p{Ll}/u.test(sentence.text.slice(from, start)) && when.on.length === 10;
  return announced || behind.every(({ clause }) => isDated(sentence.pieces, clause.verb, at));
}

function isBehind(pieces: readonly Piece[], verb: number, at: number): boolean {
  const piece = pieces[verb];
  return piece !== undefined && piece.end < at;
}

/** 'Warned in 1987 that': the date stands right behind the verb. */
function isDated(pieces: readonly Piece[], verb: number, at: number): boolean {
  const [joint, date] = pieces.slice(verb + 1, verb + 3);
  return joint?.kind === 'word' && joint.lower === 'in' && date !== undefined && date.start === at;
}

function placeIn(
  { line, sentence }: Read,
  cast: Cast,
  clause: { start: number; end: number },
): string | undefined {
  const here = cast.at(line).find(({ entity, from }) => {
    const { start } = line.words[from]!;
    const before = line.words[from - 1];
    return (
      entity.kind === 'place' &&
      /^(?:in|at|near|from|outside)$/.test(before?.lower ?? '') &&
      start >= sentence.start + clause.start &&
      start < sentence.start + clause.end
    );
  });
  return here?.entity.id;
}
