/** How near a draft comes to what an editor's hour made of the same article, list by list. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Amount, Draft, FoundEvent, FoundStatement, Trust } from '../../src/drafting/draft.ts';
import { fold } from '../../src/text/fold.ts';

export const LISTS = ['people', 'organisations', 'quotations', 'reported', 'figures', 'events'] as const;
export type List = (typeof LISTS)[number];

export type Tally = {
  /** What the editor has, and how much of it the draft has. */
  readonly wanted: number;
  readonly found: number;
  /** What the draft has, and how much of it the editor has too. */
  readonly made: number;
  readonly right: number;
  /** Of what is wrong, how much the draft itself is unsure of. */
  readonly wrong: number;
  readonly marked: number;
  /** What was missed and what is wrong, to read. */
  readonly misses: readonly string[];
};

/** Fewer words between quotation marks are a turn of phrase, which a draft leaves in the sentence that has it. */
const LEAST_WORDS = 3;

export const NOTHING: Tally = { wanted: 0, found: 0, made: 0, right: 0, wrong: 0, marked: 0, misses: [] };

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      wanted: sum.wanted + one.wanted,
      found: sum.found + one.found,
      made: sum.made + one.made,
      right: sum.right + one.right,
      wrong: sum.wrong + one.wrong,
      marked: sum.marked + one.marked,
      misses: [...sum.misses, ...one.misses],
    }),
    NOTHING,
  );
}

/** Pure. */
export function measure(draft: Draft, truth: Briefing): Record<List, Tally> {
  const heldBy = namesIn(truth);
  const madeBy = namesOf(draft);
  const sameSpeakers = (made: FoundStatement, held: Held) =>
    held.speakers.some((one) => made.speakers.some((other) => same(heldBy(one), madeBy(other))));
  const statements = truth.statements as readonly Held[];
  const isSpeech = ({ mode, text }: { readonly mode: string; readonly text: string }) =>
    mode === 'direct' && wordsIn(text) >= LEAST_WORDS;
  const direct = statements.filter(isSpeech);
  const said = draft.statements.filter(isSpeech);
  const sure = said.filter(({ trust }) => trust === 'sure');
  const isOf = (made: FoundStatement, held: Held) => sameWords(made.text, held.text);
  const unsure = said.filter(({ trust }) => trust !== 'sure');
  const quotations = compared(
    sure,
    direct.filter((held) => !unsure.some((made) => isOf(made, held))),
    (made, held) => isOf(made, held) && sameSpeakers(made, held),
    ({ text, speakers }) => `${speakers.map((id) => madeBy(id)[0]).join()}: ${text}`,
    ({ text, speakers }) => `${speakers.map((id) => heldBy(id)[0]).join()}: ${text}`,
  );
  const wrongUnsure = unsure.filter(
    (made) => !direct.some((held) => isOf(made, held) && sameSpeakers(made, held)),
  ).length;
  const named = <Of extends { readonly unnamed?: boolean }>(all: readonly Of[]) =>
    all.filter(({ unnamed }) => !unnamed);
  const byName = (made: { name: string; also: readonly string[] }, held: Named) =>
    same([made.name, ...made.also], formsOf(held));
  return {
    people: compared(named(draft.people), named(truth.people as readonly Named[]), byName, nameOf, nameOf),
    organisations: compared(
      draft.organisations,
      truth.organisations as readonly Named[],
      byName,
      nameOf,
      nameOf,
    ),
    quotations: {
      ...quotations,
      wrong: quotations.wrong + wrongUnsure,
      marked: quotations.marked + wrongUnsure,
    },
    reported: compared(
      draft.statements.filter(({ mode }) => mode === 'reported'),
      statements.filter(({ mode }) => mode === 'reported'),
      (made, held) => sharesPlace(made, held) && sameSpeakers(made, held),
      ({ text, speakers }) => `${speakers.map((id) => madeBy(id)[0]).join()}: ${text}`,
      ({ text, speakers }) => `${speakers.map((id) => heldBy(id)[0]).join()}: ${text}`,
    ),
    figures: compared(
      draft.figures,
      truth.figures as readonly (Placed & { value: Amount; shown: string })[],
      (made, held) => sharesParagraph(made, held) && near(made.value, held.value),
      ({ shown, text }) => `${shown} in: ${text}`,
      ({ shown, refs }) => `${shown} in ${refs.map(({ paragraph }) => paragraph).join()}`,
    ),
    events: compared(
      draft.events.filter(({ when }) => when !== undefined),
      (truth.events as readonly (Placed & Dated)[]).filter(({ when }) => when !== undefined),
      (made, held) => sharesPlace(made, held) && sameDay(made, held),
      ({ when, text }) => `${when?.on}: ${text}`,
      ({ when, text }) => `${when?.on}: ${text}`,
    ),
  };
}

type Placed = {
  readonly refs: readonly { readonly paragraph: number }[];
  readonly from?: { readonly start: number; readonly end: number; readonly paragraph: number };
};
type Held = Placed & { readonly mode: string; readonly text: string; readonly speakers: readonly string[] };
type Named = {
  readonly name: string;
  readonly names?: { readonly also?: readonly string[] };
  readonly unnamed?: boolean;
};
type Dated = { readonly text: string; readonly when?: { readonly on: string } };

/** Several of the one may stand for one of the other: two sentences for one of ours. */
function compared<Made extends { readonly trust: Trust }, Own>(
  made: readonly Made[],
  held: readonly Own[],
  fits: (made: Made, held: Own) => boolean,
  tellMade: (made: Made) => string,
  tellHeld: (held: Own) => string,
): Tally {
  const missed = held.filter((own) => !made.some((it) => fits(it, own)));
  const wrong = made.filter((it) => !held.some((own) => fits(it, own)));
  return {
    wanted: held.length,
    found: held.length - missed.length,
    made: made.length,
    right: made.length - wrong.length,
    wrong: wrong.length,
    marked: wrong.filter(({ trust }) => trust !== 'sure').length,
    misses: [
      ...missed.map((own) => `- ${tellHeld(own)}`),
      ...wrong.map((it) => `+ [${it.trust}] ${tellMade(it)}`),
    ],
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function formsOf({ name, names }: Named): readonly string[] {
  return [name, ...(names?.also ?? [])];
}

function namesIn(truth: Briefing): (id: string) => readonly string[] {
  const all = [...truth.people, ...truth.organisations, ...truth.sides] as readonly (Named & {
    id: string;
  })[];
  const byId = new Map(all.map((one) => [one.id, formsOf(one)]));
  return (id) => byId.get(id) ?? [id];
}

function namesOf({ people, organisations, sides, places }: Draft): (id: string) => readonly string[] {
  const all = [...people, ...organisations, ...sides, ...places.map((it) => ({ ...it, also: [] }))];
  const byId = new Map(all.map(({ id, name, also }) => [id, [name, ...also]]));
  return (id) => byId.get(id) ?? [id];
}

/** By the name or a form of it; a speaker without a name by the noun and most of its words. */
function same(one: readonly string[], other: readonly string[]): boolean {
  const [mine, its] = [one.map(plain), other.map(plain)];
  if (mine.some((name) => its.includes(name))) return true;
  const [first, second] = [mine[0]!.split(' '), its[0]!.split(' ')];
  const shared = first.filter((word) => word.length > 2 && second.includes(word)).length;
  const unnamed = [one[0]!, other[0]!].some((name) => /^(?:an?|the|two) /i.test(name));
  if (unnamed && shared === Math.min(first.length, second.length)) return true;
  return shared > 1 && shared >= Math.min(first.length, second.length) / 2;
}

function plain(name: string): string {
  return fold(name).replace(/^(?:an?|the) /, '');
}

function wordsIn(text: string): number {
  return fold(text).split(' ').length;
}

function sameWords(one: string, other: string): boolean {
  const [mine, its] = [fold(one), fold(other)];
  return mine.includes(its) || its.includes(mine);
}

function sharesParagraph(made: { readonly paragraphs: readonly number[] }, held: Placed): boolean {
  return held.refs.some(({ paragraph }) => made.paragraphs.includes(paragraph));
}

/** The same sentence, where the editor's item says which it rests on. */
function sharesPlace(made: FoundStatement | FoundEvent, held: Placed): boolean {
  if (!sharesParagraph(made, held)) return false;
  return held.from === undefined || (made.from.start < held.from.end && held.from.start < made.from.end);
}

/** As exact as the less exact of both. */
function sameDay(made: FoundEvent, held: Dated): boolean {
  const [mine, its] = [made.when!.on, held.when!.on];
  return mine.startsWith(its) || its.startsWith(mine);
}

function near(one: Amount, other: Amount): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
