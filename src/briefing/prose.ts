/** Finds every text of a briefing that is in our own words, with what it may rest on. */
import { type Draft, type Placed, type Spot, within } from './draft.ts';
import type { Ref } from './refs.ts';
import type { Inferred, Source } from './schema.ts';

/** A text that speaks about the source: its names and numbers are proven. */
export type Prose = {
  readonly at: Spot;
  readonly text: string;
  /** The cited paragraphs; 'any' for labels and headings, which speak about the source as a whole. */
  readonly refs: readonly Ref[] | 'any';
  readonly inferred: readonly Inferred[];
};

/** Pure; in the order of the files. */
export function proseOf({ head, lists }: Draft): Prose[] {
  return [
    ...(head ? proseOfHead(head) : []),
    ...lists.sources.flatMap(proseOfSource),
    ...lists.sides.flatMap((it) => fields(it, 'name')),
    ...lists.people.flatMap((it) => [
      ...fields(it, 'name', 'role'),
      ...it.item.former.map(({ role }, index) => rest(it, within(it.at, 'former', index, 'role'), role)),
    ]),
    ...lists.organisations.flatMap((it) => fields(it, 'name', 'what')),
    ...lists.places.flatMap((it) => [
      ...fields(it, 'name', 'what'),
      ...it.item.called.map(({ name }, index) => rest(it, within(it.at, 'called', index, 'name'), name)),
    ]),
    ...lists.statements.flatMap((it) => [
      ...(it.item.mode === 'reported' ? fields(it, 'text') : []),
      ...fields(it, 'about', 'setting'),
    ]),
    ...lists.events.flatMap((it) => fields(it, 'title', 'text')),
    ...lists.deals.flatMap((it) => fields(it, 'title', 'text', 'subject', 'sum')),
    ...lists.figures.flatMap((it) => fields(it, 'unit', 'shown', 'of', 'text')),
    ...lists.positions.flatMap((it) => fields(it, 'text')),
    ...lists.background.flatMap((it) => fields(it, 'title', 'text')),
    ...lists.keyPoints.flatMap((it) => fields(it, 'text')),
    ...lists.notes.flatMap((it) => fields(it, 'text')),
    ...lists.issues.flatMap((it) => labels(it, 'name')),
    ...lists.topics.flatMap((it) => labels(it, 'name', 'about')),
  ];
}

/** Every text of the files that is not direct speech, ids and all: none may copy the source. */
export function everyTextOf({ head, lists }: Draft): { readonly at: Spot; readonly text: string }[] {
  const direct = new Set(lists.statements.filter(({ item }) => item.mode === 'direct').map(({ at }) => at));
  const placed: readonly Placed<unknown>[] = [...(head ? [head] : []), ...Object.values(lists).flat()];
  return placed.flatMap(({ item, at }) =>
    stringsIn(item, at).filter(({ at: spot }) => !(direct.has(at) && spot.path.at(-1) === 'text')),
  );
}

function proseOfHead({ item, at }: NonNullable<Draft['head']>): Prose[] {
  const { summary, title, about, examples, event } = item;
  const whole = (path: (string | number)[], text: string): Prose => ({
    at: within(at, ...path),
    text,
    refs: 'any',
    inferred: summary.inferred,
  });
  return [
    whole(['title'], title),
    whole(['about'], about),
    {
      at: within(at, 'summary', 'text'),
      text: summary.text,
      refs: summary.refs,
      inferred: summary.inferred,
    },
    ...(event === undefined ? [] : [whole(['event'], event)]),
    ...examples.map((text, index) => whole(['examples', index], text)),
  ];
}

/** What else stands in a source's head is for `heads.ts`. */
function proseOfSource({ item, at }: Placed<Source>): Prose[] {
  return item.what === undefined
    ? []
    : [{ at: within(at, 'what'), text: item.what, refs: 'any', inferred: [] }];
}

type Cited = { readonly refs: readonly Ref[]; readonly inferred: readonly Inferred[] };

function rest({ item }: Placed<Cited>, at: Spot, text: string): Prose {
  return { at, text, refs: item.refs, inferred: item.inferred };
}

function fields<Item extends Cited>(placed: Placed<Item>, ...names: (keyof Item & string)[]): Prose[] {
  return names.flatMap((name) => {
    const text = placed.item[name];
    return typeof text === 'string' ? [rest(placed, within(placed.at, name), text)] : [];
  });
}

function labels<Item>(placed: Placed<Item>, ...names: (keyof Item & string)[]): Prose[] {
  return names.map((name) => ({
    at: within(placed.at, name),
    text: String(placed.item[name]),
    refs: 'any',
    inferred: [],
  }));
}

function stringsIn(value: unknown, at: Spot): { readonly at: Spot; readonly text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, within(at, Array.isArray(value) ? Number(key) : key)),
  );
}
