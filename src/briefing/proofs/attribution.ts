/**
 * Whose a direct quotation is, by the words around it in its paragraph: after it, before it, or between its parts; a
 * pronoun stands for whoever alone is named before it.
 */
import { ANYBODY, PERSONS, PREPOSITIONS, SAYING, TO_SOMEBODY } from '../english/lists.ts';
import type { Evidence } from '../evidence.ts';
import type { Ref } from '../refs.ts';
import type { Line } from '../witness.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { NamedThing } from './names.ts';

/** The ids of those whom the words name: one, or several who go by the same name. `undefined` where they do not tell. */
export type Attribution = ReadonlySet<string> | undefined;

export type Cast = {
  readonly things: readonly NamedThing[];
  /** Ids of those for whom 'he' and 'she' can stand. */
  readonly persons: ReadonlySet<string>;
};

/** Between a name and the verb of saying: 'has also repeatedly'. */
const MOST_BETWEEN = 3;
/** Before a name at the beginning of its part: 'Judge', 'Japanese Prime Minister'. */
const MOST_BEFORE = 3;

/** Pure. `words` are those of the quotation; it stands in the paragraph, as another proof has it. */
export function attributionOf(
  ref: Ref,
  words: readonly string[],
  cast: Cast,
  evidence: Evidence,
): Attribution {
  const scene = sceneOf(ref, cast, evidence);
  const at = scene.quotations.findIndex(
    ({ from, to }) => to - from - 1 === words.length && scene.line.standsAt(from + 1, words),
  );
  return at < 0 ? undefined : ofQuotation(scene, at);
}

type Quotation = { readonly from: number; readonly to: number };

type Scene = {
  readonly ref: Ref;
  readonly line: Line;
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly cast: Cast;
  readonly evidence: Evidence;
};

function sceneOf(ref: Ref, cast: Cast, evidence: Evidence): Scene {
  const line = evidence.lineOf(ref);
  const marks = Array.from({ length: line.length }, (_, place) => place).filter((place) =>
    line.isMark(place),
  );
  const quotations = marks
    .filter((_, index) => index % 2 === 0)
    .map((from, index) => ({ from, to: marks[index * 2 + 1] ?? line.length }));
  const mentions = mentionsIn(line, cast.things).filter((mention) => canSpeak(mention, line, cast));
  return { ref, line, mentions, quotations, cast, evidence };
}

/** 'Aldern's founder said', 'said the Norlund manager': a name that another noun belongs to does not speak. */
function canSpeak({ ids, to }: Mention, line: Line, { persons }: Cast): boolean {
  if (line.standsAt(to, ['s'])) return false;
  const isBody = ![...ids].some((id) => persons.has(id));
  const ends = to >= line.length || line.isMark(to) || line.commas.has(to) || line.sentences.has(to);
  return !isBody || ends || hasWord(line, to, SAYING) || hasWord(line, to, PREPOSITIONS);
}

function ofQuotation(scene: Scene, at: number): Attribution {
  const own = after(scene, at) ?? before(scene, at);
  if (own) return own;
  // One speaker's words go on: 'We waited,' she said. 'We wait no more.'
  for (const other of [at - 1, at + 1]) {
    if (!scene.quotations[other]) continue;
    const theirs = after(scene, other) ?? before(scene, other);
    if (theirs && continues(scene, Math.min(at, other))) return theirs;
  }
  return goneOn(scene);
}

/** The words between two quotations name nobody but the speaker. */
function continues({ quotations, mentions, line }: Scene, first: number): boolean {
  const [from, to] = [quotations[first]!.to, quotations[first + 1]!.from];
  const between = mentions.filter((mention) => mention.from > from && mention.to <= to);
  const people = new Set(between.flatMap(({ ids }) => [...ids]));
  const said = verbsIn(line, from + 1, to).length;
  return people.size <= 1 || said <= 1;
}

/** '…' Day said in an interview. */
function after(scene: Scene, at: number): Attribution {
  const { line, quotations } = scene;
  const from = quotations[at]!.to + 1;
  const next = quotations[at + 1]?.from ?? line.length;
  const stop = firstBetween(line.sentences, from, next) ?? next;
  if (line.sentences.has(from)) return undefined;
  for (const verb of verbsIn(line, from, stop)) {
    const subject = subjectOf(scene, verb, from, stop);
    if (subject) return subject;
  }
  return undefined;
}

/** At a news conference, Abe said '…' */
function before(scene: Scene, at: number): Attribution {
  const { line, quotations } = scene;
  const to = quotations[at]!.from;
  const begins = line.sentences.has(to);
  const first = (quotations[at - 1]?.to ?? -1) + 1;
  const from = lastBetween(line.sentences, first, to - 1) ?? first;
  // 'She shook her head. "No."': a sentence of its own before the quotation says it only with a colon, or not at all.
  if (begins && !line.commas.has(to)) return undefined;
  for (const verb of verbsIn(line, from, to).reverse()) {
    const subject = subjectOf(scene, verb, from, to);
    if (subject) return subject;
  }
  return undefined;
}

/** Whoever does the saying, where the words say so plainly. */
function subjectOf(scene: Scene, verb: number, from: number, to: number): Attribution {
  const { line, mentions } = scene;
  const isPart = (place: number) => line.commas.has(place) || line.sentences.has(place);
  const start = lastBetween({ has: isPart }, from, verb) ?? from;
  const end = firstBetween({ has: isPart }, verb + 1, to) ?? to;

  const ahead = [...mentions, ...pronounsIn(line, start, verb)]
    .filter((mention) => mention.from >= start && mention.to <= verb && verb - mention.to <= MOST_BETWEEN)
    .filter((mention) => !hasWord(line, mention.from - 1, PREPOSITIONS) || mention.from === start)
    .sort((one, other) => other.from - one.from)[0];
  if (ahead) return 'ids' in ahead ? ahead.ids : stoodFor(scene, ahead);

  // '…' said Day; according to Day. Not '…' and said that Day had left.
  const inverted = hasWord(line, verb, ['according']) || (verb === from && !hasWord(line, verb, TO_SOMEBODY));
  if (inverted) {
    const behind = [...mentions, ...pronounsIn(line, verb, end)].find(
      (mention) => mention.from > verb && mention.to <= end && mention.from - verb <= MOST_BETWEEN,
    );
    if (behind) return 'ids' in behind ? behind.ids : stoodFor(scene, behind);
  }
  // 'Grant Newsham, a fellow at a forum, said': the name stands at the beginning of an earlier part.
  if (start !== verb && verb - start > 2) return undefined;
  const parts = placesBetween({ has: isPart }, from, verb);
  for (const part of [from, ...parts.filter((place) => place !== from)]) {
    const named = mentions.find(
      (mention) =>
        mention.from >= part &&
        mention.from - part <= MOST_BEFORE &&
        mention.to <= verb &&
        !hasWord(line, mention.from - 1, PREPOSITIONS),
    );
    if (named) return named.ids;
  }
  return undefined;
}

/** 'He said': whoever alone is named before it, here or in the paragraph before. */
function stoodFor({ ref, line, mentions, cast, evidence }: Scene, pronoun: Pronoun): Attribution {
  const may = (id: string) => !pronoun.person || cast.persons.has(id);
  const earlier = mentions.filter(({ to }) => to <= pronoun.from);
  const here = new Set(earlier.flatMap(({ ids }) => [...ids]).filter(may));
  if (here.size > 0) return here.size === 1 ? here : undefined;
  if (ref.paragraph === 1 || line.length === 0) return undefined;
  const above = mentionsIn(evidence.lineOf({ ...ref, paragraph: ref.paragraph - 1 }), cast.things);
  const there = new Set(above.flatMap(({ ids }) => [...ids]).filter(may));
  return there.size === 1 ? there : undefined;
}

/** Speech that the paragraph before left open goes on. */
function goneOn({ ref, mentions, cast, evidence }: Scene): Attribution {
  if (ref.paragraph === 1 || mentions.length > 0) return undefined;
  const above = sceneOf({ ...ref, paragraph: ref.paragraph - 1 }, cast, evidence);
  const last = above.quotations.at(-1);
  if (!last || last.to !== above.line.length) return undefined;
  return ofQuotation(above, above.quotations.length - 1);
}

type Pronoun = { readonly from: number; readonly to: number; readonly person: boolean };

function pronounsIn(line: Line, from: number, to: number): Pronoun[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).flatMap((place) => {
    const person = hasWord(line, place, PERSONS);
    return person || hasWord(line, place, ANYBODY) ? [{ from: place, to: place + 1, person }] : [];
  });
}

function verbsIn(line: Line, from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((place) =>
    hasWord(line, place, SAYING),
  );
}

function hasWord(line: Line, place: number, words: readonly string[]): boolean {
  return place >= 0 && place < line.length && words.some((word) => line.standsAt(place, [word]));
}

type Places = { has(place: number): boolean };

function placesBetween(places: Places, from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((place) =>
    places.has(place),
  );
}

/** The first place from `from` on and before `to`. */
function firstBetween(places: Places, from: number, to: number): number | undefined {
  return placesBetween(places, from, to)[0];
}

/** The last place from `from` up to `to`, which counts too. */
function lastBetween(places: Places, from: number, to: number): number | undefined {
  return placesBetween(places, from, to + 1).at(-1);
}
