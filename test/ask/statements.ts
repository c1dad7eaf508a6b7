/**
 * Makes statements of a briefing's items by program: true ones, and the same with one thing changed (the speaker, a
 * number, a date, a name, a denial, a word of a quotation), asked in the ways in which people ask whether a thing is so.
 */

import type { Briefing, Claim, Named } from '../../src/briefing/briefing.ts';
import { en } from '../../src/show/messages/en.ts';
import { datesIn } from '../../src/words/dates.ts';
import { language } from '../../src/words/languages.ts';
import { quantitiesIn } from '../../src/words/numbers.ts';
import { stemOf } from '../../src/words/stem.ts';

export type Change = 'none' | 'speaker' | 'number' | 'date' | 'name' | 'negation' | 'word';

export type Stated = { readonly about: string; readonly change: Change; readonly question: string };

/** A random number generator that a seed determines: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All statements that can be made of a briefing, each asked in one way that the seed chooses. */
export function statementsOf(briefing: Briefing, seed: number): Stated[] {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return briefing.claims
    .filter(
      ({ kind, item }) =>
        kind !== 'note' &&
        briefing.correctedBy(item.id) === undefined &&
        briefing.supersededBy(item.id) === undefined,
    )
    .flatMap((claim) =>
      variantsOf(claim, briefing, pick).map(({ change, sentence, speaker }) => ({
        about: claim.item.id,
        change,
        question: asked(sentence, speaker, pick),
      })),
    );
}

type Pick = <T>(list: readonly T[]) => T | undefined;
type Variant = {
  readonly change: Change;
  readonly sentence: string;
  readonly speaker: { readonly name: string; readonly quoted: boolean } | undefined;
};

function variantsOf(claim: Claim, briefing: Briefing, pick: Pick): Variant[] {
  const sentence = firstSentence(claim.item.text);
  const quoted = claim.kind === 'statement' && claim.item.mode === 'direct';
  const speakers = claim.kind === 'statement' ? claim.item.speakers : [];
  const name = speakers.map((id) => inSentence(briefing.nameOf(id))).join(' and ');
  const speaker = name === '' ? undefined : { name, quoted };
  const of = (change: Change, changed: string | undefined, by = speaker): Variant[] =>
    changed === undefined ? [] : [{ change, sentence: changed, speaker: by }];
  const dated = withDate(claim, sentence);
  const other = pick(othersThan(speakers, claim, briefing));
  return [
    ...of('none', sentence),
    ...of('none', dated === undefined ? undefined : dated),
    ...(speaker === undefined || other === undefined ? [] : of('speaker', sentence, { name: other, quoted })),
    ...of('number', quoted ? undefined : otherNumber(sentence, pick)),
    ...of('date', quoted ? undefined : otherDate(dated ?? sentence)),
    ...of('name', quoted ? undefined : otherName(sentence, claim, briefing, pick)),
    ...of('negation', quoted ? undefined : denied(sentence)),
    ...of('word', quoted ? otherWord(sentence, briefing, pick) : undefined),
  ];
}

function asked(sentence: string, speaker: Variant['speaker'], pick: Pick): string {
  if (speaker === undefined) {
    const opening = sentence.replace(
      /^(?:The|A|An|In|On|At|From|Since|During|After|Both|It|They|Some|Two|About)\b/,
      (word) => word.toLowerCase(),
    );
    return pick([
      `Is it true that ${opening}?`,
      `${sentence}, right?`,
      `Does the source say that ${opening}?`,
      `I heard that ${opening}. Correct?`,
    ])!;
  }
  const words = speaker.quoted ? `“${sentence}”` : `that ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`;
  const title = speaker.name.replace(/^./, (letter) => letter.toUpperCase());
  return pick([
    `Did ${speaker.name} say ${words}?`,
    `Is it true that ${speaker.name} said ${words}?`,
    `${title} said ${words}, right?`,
  ])!;
}

function firstSentence(text: string): string {
  const [first = text] = text.split(/(?<=[a-z)\d][.!?])\s+(?=\p{Lu})/u);
  return first.replace(/[.\s]+$/u, '');
}

function inSentence(name: string): string {
  return name.replace(/^(?:A|An|The) /u, (article) => article.toLowerCase());
}

/** With the date that the item gives beside its text. */
function withDate(claim: Claim, sentence: string): string | undefined {
  const when = 'when' in claim.item ? claim.item.when : undefined;
  if (claim.kind === 'statement' || when === undefined || when.until !== undefined) return undefined;
  return datesIn(sentence).length > 0 ? undefined : `${sentence} ${en.time.whenInSentence(when)}`;
}

function othersThan(speakers: readonly string[], claim: Claim, briefing: Briefing): string[] {
  const near = new Set(speakers.flatMap((id) => [id, ...sideOf(id, briefing)]));
  const via = claim.kind === 'statement' && claim.item.via !== undefined ? [claim.item.via] : [];
  const same = briefing.claims.filter(
    (other) => other.kind === 'statement' && other.item.text === claim.item.text,
  );
  const also = same.flatMap((other) => (other.kind === 'statement' ? other.item.speakers : []));
  return briefing.people
    .filter(({ id, kind }) => kind === 'person' && ![...near, ...via, ...also].includes(id))
    .map(({ name }) => inSentence(name));
}

function sideOf(id: string, briefing: Briefing): string[] {
  const named = briefing.named(id);
  return named?.kind === 'person' && named.item.organisation !== undefined ? [named.item.organisation] : [];
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function otherNumber(sentence: string, pick: Pick): string | undefined {
  const found = pick(
    quantitiesIn(sentence).filter(
      ({ low, high, kind, shown }) =>
        low === high && kind !== 'ordinal' && !/^(?:one|a|an|half)\b/i.test(shown),
    ),
  );
  if (found === undefined) return undefined;
  const changed = found.shown.replace(/\d[\d,.]*|[a-z]+/i, (written) => {
    const spelt = WORDS.indexOf(written.toLowerCase());
    if (spelt >= 0) return WORDS[spelt >= 6 ? spelt - 3 : spelt + 3]!;
    const value = Number(written.replaceAll(',', ''));
    return Number.isFinite(value) ? Math.round(value * 1.5 + 1).toLocaleString('en') : written;
  });
  if (changed === found.shown) return undefined;
  return sentence.slice(0, found.start) + changed + sentence.slice(found.end);
}

function otherDate(sentence: string): string | undefined {
  const found = datesIn(sentence).find(({ date }) => date.kind === 'calendar');
  if (found?.date.kind !== 'calendar') return undefined;
  const { year, month, day } = found.date;
  const pad = (part: number) => String(part).padStart(2, '0');
  const other =
    year === undefined
      ? undefined
      : day !== undefined
        ? `${year}-${pad(month!)}-${pad(day > 15 ? day - 4 : day + 4)}`
        : month !== undefined
          ? `${year}-${pad(month > 6 ? month - 2 : month + 2)}`
          : String(year - 3);
  if (other === undefined) return undefined;
  return sentence.slice(0, found.start) + en.time.when({ on: other }) + sentence.slice(found.end);
}

/** Somebody or something of the same kind in another's place. */
function otherName(sentence: string, claim: Claim, briefing: Briefing, pick: Pick): string | undefined {
  const inIt = (named: Named) =>
    waysOf(named).some((way) => /\p{Lu}/u.test(way) && sentence.toLowerCase().includes(way.toLowerCase()));
  const said = briefing.everyNamed.filter((named) => wholeIn(sentence, named));
  const chosen = pick(said.filter(isProper));
  if (chosen === undefined) return undefined;
  const facts = JSON.stringify(claim.item);
  const sides = new Set(said.flatMap(sidesOf));
  const other = pick(
    briefing.everyNamed.filter(
      (named) =>
        named.kind === chosen.kind &&
        !inIt(named) &&
        !facts.includes(`"${named.item.id}"`) &&
        !sidesOf(named).some((side) => sides.has(side)) &&
        !('unnamed' in named.item && named.item.unnamed) &&
        !(named.kind === 'place' && named.item.disputed) &&
        isProper(named),
    ),
  );
  return other === undefined ? undefined : sentence.replace(shortName(chosen), shortName(other));
}

function wholeIn(sentence: string, named: Named): boolean {
  const name = shortName(named);
  const at = sentence.indexOf(name);
  // Not a part of another name: 'China' in 'the East China Sea'.
  const joined = /\p{Lu}\p{L}*\s$/u.test(sentence.slice(0, at)) && at > 0;
  return at >= 0 && !joined && !/^(?:[\p{L}'’]|\s\p{Lu})/u.test(sentence.slice(at + name.length));
}

/** A name of its own, not what a group is called: 'The islanders'. */
function isProper({ item }: Named): boolean {
  return /^\p{Lu}/u.test(item.name) && !/^(?:A|An|The)\s/u.test(item.name);
}

function shortName({ item }: Named): string {
  return item.name.replace(/\s*\(.*\)/, '').replace(/^(?:A|An|The)\s/, '');
}

function sidesOf(named: Named): string[] {
  if (named.kind === 'side') return [named.item.id];
  if (named.kind === 'place') return [];
  return named.item.side === undefined ? [] : [named.item.side];
}

function waysOf({ item }: Named): string[] {
  return [item.name, ...item.names.also];
}

/** The same denied, or no longer denied. */
function denied(sentence: string): string | undefined {
  const undone = sentence
    .replace(/\bno (?=\p{L})/u, 'a ')
    .replace(/\b(?:not|never) /u, '')
    .replace(/\bwithout\b/u, 'with');
  if (undone !== sentence) return undone;
  const auxiliary = /\b(?:is|are|was|were|will|would|may|might|can|could|should|has|have|had|must)\b/u.exec(
    sentence,
  );
  if (auxiliary !== null)
    return `${sentence.slice(0, auxiliary.index + auxiliary[0].length)} not${sentence.slice(auxiliary.index + auxiliary[0].length)}`;
  const verb = [...sentence.matchAll(/(?<=\s)\p{Ll}+\b/gu)].find(
    ([word]) => word.endsWith('ed') || language('en').irregular.has(word),
  );
  return verb === undefined
    ? undefined
    : `${sentence.slice(0, verb.index)}never ${sentence.slice(verb.index)}`;
}

function otherWord(sentence: string, briefing: Briefing, pick: Pick): string | undefined {
  const long = (text: string) => [...text.matchAll(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu)];
  const chosen = pick(long(sentence));
  const here = new Set(long(sentence).map(([word]) => stemOf(word)));
  const others = briefing.claims.flatMap(({ item }) => long(item.text).map(([word]) => word));
  const other = pick(others.filter((word) => !here.has(stemOf(word))));
  if (chosen === undefined || other === undefined) return undefined;
  return sentence.slice(0, chosen.index) + other + sentence.slice(chosen.index + chosen[0].length);
}
