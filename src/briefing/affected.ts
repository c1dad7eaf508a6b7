/** Which items have to be proven again where the names that a briefing knows have changed. */
import type { Draft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { type NamedThing, namedThings } from './proofs/names.ts';
import type { Ref } from './refs.ts';
import { wordsOf } from './words.ts';

/**
 * Pure. Tells of an item of `draft` whether a proof may come to something else than with the names of `before`;
 * `undefined` where the names are the same.
 */
export function affectedBy(
  before: Draft,
  draft: Draft,
  evidence: Evidence,
): ((item: object) => boolean) | undefined {
  if (sourcesIn(before) !== sourcesIn(draft)) return () => true;
  const changed = changedThings(before, draft);
  if (changed.length === 0) return undefined;
  const ids = new Set(changed.map(({ id }) => id));
  const rows = changed.flatMap(({ rows: its }) => its);
  const heads = new Set(rows.flatMap((row) => row.map((word) => word.toLowerCase())));
  const names = standingIn(rows, evidence);
  return (item) => {
    if ('side' in item && 'issue' in item) return true;
    const { refs = [] } = item as { readonly refs?: readonly Ref[] };
    return (
      refs.some((ref) => reachOf(ref, evidence).some(names)) ||
      stringsIn(item).some(
        (text) => ids.has(text) || wordsOf(text).some((word) => heads.has(word.toLowerCase())),
      )
    );
  };
}

/** What of the sources goes into the proofs of other items. */
function sourcesIn({ lists }: Draft): string {
  return JSON.stringify(lists.sources.map(({ item: { id, rights, language } }) => [id, rights, language]));
}

type Changed = { readonly id: string; readonly rows: readonly (readonly string[])[] };

/** Whoever came, went, or goes by other names, or stands on another side; under the old names and the new. */
function changedThings(before: Draft, draft: Draft): Changed[] {
  const [was, is] = [thingsIn(before), thingsIn(draft)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [one, other] = [was.get(id), is.get(id)];
    if (one?.key === other?.key) return [];
    return [{ id, rows: [one, other].flatMap((thing) => thing?.rows ?? []) }];
  });
}

type Thing = { readonly key: string; readonly rows: readonly (readonly string[])[] };

function thingsIn(draft: Draft): Map<string, Thing> {
  const { sides, people, organisations, places } = draft.lists;
  const facts = Map.groupBy(
    [...sides, ...people, ...organisations, ...places].map(({ item, at }) => [
      at.file,
      item.id,
      'kind' in item ? item.kind : undefined,
      'side' in item ? item.side : undefined,
      at.file === 'places.yaml' ? undefined : item.refs,
    ]),
    ([, id]) => id as string,
  );
  const named = Map.groupBy(namedThings(draft), ({ id }) => id);
  return new Map(
    [...facts].map(([id, its]) => {
      const things: readonly NamedThing[] = named.get(id) ?? [];
      const rows = things.flatMap(({ ours, theirs }) => [...ours, ...theirs]);
      return [id, { key: JSON.stringify([its, things]), rows }];
    }),
  );
}

/** Whether any of the rows stands in a paragraph; looked up once for each. */
function standingIn(rows: readonly (readonly string[])[], evidence: Evidence): (ref: Ref) => boolean {
  const known = new Map<string, boolean>();
  return (ref) => {
    const key = `${ref.source}:${ref.paragraph}`;
    const found = known.get(key) ?? rows.some((row) => evidence.hasRow(ref, row));
    known.set(key, found);
    return found;
  };
}

/** A pronoun stands for somebody of the paragraph before; speech that was left open goes on from there. */
function reachOf(ref: Ref, evidence: Evidence): Ref[] {
  const reach = [ref];
  for (let paragraph = ref.paragraph - 1; paragraph > 0; paragraph -= 1) {
    const above = { ...ref, paragraph };
    reach.push(above);
    if (!isLeftOpen(above, evidence)) break;
  }
  return reach;
}

function isLeftOpen(ref: Ref, evidence: Evidence): boolean {
  const line = evidence.lineOf(ref);
  let marks = 0;
  for (let place = 0; place < line.length; place += 1) if (line.isMark(place)) marks += 1;
  return marks % 2 === 1;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
