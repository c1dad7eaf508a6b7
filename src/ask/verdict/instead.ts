/** A number, a day or an office that a question takes for granted, where the item that answers all the rest has another. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import { firmnessAround } from '../finders/around.ts';
import { firmnessOf } from '../finders/matter.ts';
import type { Question } from '../read.ts';
import { type Entry, type Ready, SPEAKS_OF } from '../ready.ts';
import type { Term } from '../term.ts';
import { claimedBy } from './claimed.ts';
import { hasDate, hasName, hasNumber } from './clashes.ts';
import { partsOfClaim } from './matches.ts';
import { mayBeSame } from './mentions.ts';
import { isMatter, type Part, partsOf } from './parts.ts';
import { wordsOf } from './quoted.ts';
import { areAlike, calendarOf, comparable, sameParts } from './same.ts';
import { speaks } from './speech.ts';
import type { Clash, Ruling } from './verdict.ts';
import { oppositesOf, STANCES, SWEEPING } from './vocabulary.ts';

type NumberPart = Extract<Part, { kind: 'number' }>;
type NamePart = Extract<Part, { kind: 'name' }>;
type WordPart = Extract<Part, { word: string }>;
type DatePart = Extract<Part, { kind: 'date' }>;

/** So many other notions of a question the item has to have, and it has all of them. */
const FEWEST = 2;
/** Of what is put to be so, it need not have every word: it may be told in others. */
const MOST_OF = 0.5;
/** A day says less of what is meant than a number of the very things does. */
const FEWEST_FOR_A_DAY = 3;

/** Undefined where the item may well be meant as it is asked for, or is not plainly the one that is meant. */
export function insteadIn(typed: string, question: Question, item: Claim, ready: Ready): Ruling | undefined {
  const { briefing } = ready;
  const entry = ready.entries.find((one) => one.item === item);
  const { body, denied, form, quoted, speaker } = claimedBy(typed, briefing);
  if (entry === undefined || denied || question.negative) return undefined;
  const isTheirs = speaker !== undefined && speaks(item, speaker, briefing);
  if (
    isTheirs &&
    item.kind === 'statement' &&
    item.item.mode === 'direct' &&
    quoted.some((one) => isNowhere(one, ready))
  )
    return { verdict: 'no', clash: { kind: 'words', difference: [] }, item };
  const parts = partsOf(body, briefing);
  for (const part of parts) {
    const clash =
      part.kind === 'number'
        ? otherNumber(part, parts, item, ready)
        : part.kind === 'date'
          ? otherDate(part, item, ready)
          : part.kind === 'name' && form === 'asked'
            ? otherName(part, parts, item, ready)
            : 'word' in part
              ? otherWord(part, item, form, ready)
              : undefined;
    if (clash === undefined) continue;
    const others = question.terms.filter(({ light, typed }) => !light && !part.shown.includes(typed));
    const told = others.filter((term) => isTold(term, entry, ready));
    const fewest = part.kind === 'date' ? FEWEST_FOR_A_DAY : FEWEST;
    const share = form === 'asked' && part.kind !== 'word' ? MOST_OF : 1;
    if (told.length < fewest || told.length < share * others.length) continue;
    if (!isElsewhere(part, others, entry, ready)) return { verdict: 'no', clash, item };
  }
  return form === 'asked' && isDenied(parts, question, entry, ready)
    ? { verdict: 'no', clash: { kind: 'negation', is: 'not-so' }, item }
    : undefined;
}

/** One word alone may be the asker's own way of telling. */
const FEWEST_QUOTED = 2;

/** Words in quotation marks that nobody speaks, nor the source writes, as far as it is at hand. */
function isNowhere(quoted: string, { briefing }: Ready): boolean {
  const words = wordsOf(quoted);
  const has = (text: string) => ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `);
  return (
    words.length >= FEWEST_QUOTED &&
    !briefing.claims.some(({ item }) => has(item.text)) &&
    !briefing.sources.some(({ text }) => text?.some(has) === true)
  );
}

/** All of it stands in the item, where one word of it is denied beside another. */
function isDenied(parts: readonly Part[], { terms }: Question, entry: Entry, ready: Ready): boolean {
  const { item } = entry;
  if (item.kind === 'card' || parts.some(({ kind }) => kind === 'negation')) return false;
  const full = terms.filter(({ light }) => !light);
  if (full.length < FEWEST || !full.every((term) => isTold(term, entry, ready))) return false;
  const isAsked = (given: Part | undefined) =>
    given !== undefined &&
    (given.kind === 'word' || given.kind === 'name') &&
    parts.some((part) => part.kind === given.kind && sameParts(part, given, ready.briefing));
  const given = partsOfClaim(item, ready.briefing);
  return given.some((part, at) => {
    if (part.kind !== 'negation') return false;
    const denied = [1, 2].find((ahead) => given[at + ahead]?.kind === 'word' && isAsked(given[at + ahead]));
    if (denied === undefined) return false;
    const around = given.slice(Math.max(0, at - NEAR), at + denied + 1 + NEAR);
    return around.some((one) => one !== given[at + denied] && isAsked(one));
  });
}

/** How far from what is denied another word of the claim may stand. */
const NEAR = 5;

function isTold(term: Term, entry: Entry, ready: Ready): boolean {
  if ((firmnessOf(term, ready)[entry.at] ?? 0) >= SPEAKS_OF) return true;
  return term.kind === 'name' && firmnessAround(entry, term, ready) >= SPEAKS_OF;
}

/** Another item has the very part, and half of the rest: that one may be meant. */
function isElsewhere(part: Part, others: readonly Term[], own: Entry, ready: Ready): boolean {
  return ready.entries.some(({ item, at }) => {
    if (item.kind === 'card' || item.kind === 'note' || at === own.at) return false;
    const has =
      part.kind === 'number'
        ? hasNumber(part, item, ready.briefing)
        : part.kind === 'date'
          ? hasDate(part, item, ready.briefing)
          : part.kind === 'name' && hasName(part, item, ready.briefing);
    if (!has) return false;
    const told = others.filter((term) => (firmnessOf(term, ready)[at] ?? 0) >= SPEAKS_OF);
    return told.length * 2 >= others.length;
  });
}

/** The only number of the same things. */
function otherNumber(
  part: NumberPart,
  parts: readonly Part[],
  item: Claim,
  { briefing }: Ready,
): Clash | undefined {
  const { quantity } = part;
  if (quantity.kind === 'ordinal' || hasNumber(part, item, briefing)) return undefined;
  const given = partsOfClaim(item, briefing).filter(
    (one): one is NumberPart => one.kind === 'number' && comparable(quantity, one.quantity),
  );
  const [only, another] =
    given.length > 1
      ? given.filter((one) => isOfTheSame(part, parts, one, partsOfClaim(item, briefing), briefing))
      : given;
  if (only === undefined || another !== undefined) return undefined;
  if (quantity.kind === 'count' && (quantity.unit === '' || only.quantity.unit === '')) return undefined;
  const alsoAsked = parts.some(
    (one) => one !== part && one.kind === 'number' && hasNumber(one, item, briefing),
  );
  return alsoAsked ? undefined : { kind: 'number', said: part.shown, is: only.shown };
}

/** The same stands right behind both: '$1,000 for each adult' for '$2,000 for each adult'. */
function isOfTheSame(
  part: Part,
  parts: readonly Part[],
  other: Part,
  given: readonly Part[],
  briefing: Briefing,
): boolean {
  const [behind, its] = [
    [part, parts],
    [other, given],
  ].map(([one, all]) =>
    (all as readonly Part[])
      .slice((all as readonly Part[]).indexOf(one as Part) + 1)
      .slice(0, BEHIND)
      .find(isMatter),
  );
  return behind !== undefined && its !== undefined && sameParts(behind, its, briefing);
}

/** How many parts behind a number may tell what it is of. */
const BEHIND = 3;

/** The only day of the same exactness, in its text or as its own. */
function otherDate(part: DatePart, item: Claim, { briefing }: Ready): Clash | undefined {
  if (part.date.kind === 'relative' || hasDate(part, item, briefing)) return undefined;
  const given = partsOfClaim(item, briefing).filter((one): one is DatePart => one.kind === 'date');
  const [only, another] = given.filter(({ date }) => areAlike(part.date, date));
  if (another !== undefined) return undefined;
  if (only !== undefined) return { kind: 'date', said: part.shown, is: only.shown };
  const when = 'when' in item.item ? item.item.when : undefined;
  if (given.length > 0 || when === undefined || !areAlike(part.date, calendarOf(when.on))) return undefined;
  return { kind: 'date', said: part.shown, is: when };
}

/** The only one of its kind that it names and the question does not. */
function otherName(
  part: NamePart,
  parts: readonly Part[],
  item: Claim,
  { briefing }: Ready,
): Clash | undefined {
  const kindOf = ({ mention }: NamePart) =>
    [...mention.ids].flatMap((id) => briefing.named(id)?.kind ?? [])[0];
  const kind = kindOf(part);
  if (kind === undefined || kind === 'side' || hasName(part, item, briefing)) return undefined;
  const names = parts.filter((one): one is NamePart => one.kind === 'name');
  const given = partsOfClaim(item, briefing).filter(
    (one): one is NamePart =>
      one.kind === 'name' &&
      kindOf(one) === kind &&
      !names.some((name) => mayBeSame(name.mention, one.mention, briefing)),
  );
  const [only, another] = given;
  return only === undefined || another !== undefined
    ? undefined
    : { kind: 'name', said: part.shown, is: only.shown };
}

function otherWord(part: WordPart, item: Claim, form: string, ready: Ready): Clash | undefined {
  if (SWEEPING.has(part.word)) return onlyAShare(part.shown, item, ready);
  // How somebody stands to a thing may also be taken for granted: 'why did they admit it'.
  if (part.kind !== 'word' || (form !== 'asked' && !STANCES.has(part.stem))) return undefined;
  const given = partsOfClaim(item, ready.briefing);
  const opposites = oppositesOf(part.stem);
  const at = given.findIndex((one) => one.kind === 'word' && opposites.has(one.stem));
  const other = given[at];
  if (other === undefined || given.some((one) => 'stem' in one && one.stem === part.stem)) return undefined;
  if (given.slice(Math.max(0, at - BEFORE), at).some(({ kind }) => kind === 'negation')) return undefined;
  return { kind: 'word', said: part.shown, is: other.shown };
}

/** How many parts before a word may deny it. */
const BEFORE = 3;

/** 'All of the town', where a share of it is told. */
function onlyAShare(said: string, item: Claim, { briefing }: Ready): Clash | undefined {
  const given = partsOfClaim(item, briefing);
  if (given.some((part) => 'word' in part && SWEEPING.has(part.word))) return undefined;
  const shares = given.filter(
    (part): part is NumberPart =>
      part.kind === 'number' &&
      ((part.quantity.kind === 'percent' && part.quantity.high < 100) ||
        (part.quantity.kind === 'share' && part.quantity.low < (part.quantity.of ?? 0))),
  );
  const [only, another] = shares;
  if (only === undefined || another !== undefined) return undefined;
  return { kind: 'number', said, is: only.shown };
}
