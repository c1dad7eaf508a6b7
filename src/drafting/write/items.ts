/** A draft as the files of a briefing hold it: plain values, in the order of the schema's fields. */
import type { Article } from '../article.ts';
import type { Draft, Found, Span, Trust } from '../draft.ts';
import { titleOf } from '../facts/titles.ts';
import { idOf } from '../names/entities.ts';
import { phraseFor, type Rights, sentenceFor, wordsFor } from './rights.ts';

export type Item = Readonly<Record<string, unknown>> & { readonly id?: string };
export type Lists = Readonly<Record<string, readonly Item[]>>;

/** Who wrote an item that nobody has looked at. */
export const RULES = 'rules';

/** Pure. The lists by the names of their files. Paragraphs and spans are of the source `source`. */
export function listsOf(draft: Draft, article: Article, source: string, rights: Rights): Lists {
  const ids = new Set(
    [...draft.people, ...draft.organisations, ...draft.places, ...draft.sides, ...draft.topics].map(
      ({ id }) => id,
    ),
  );
  const idFor = (text: string) => idOf(titleOf(text).split(' ').slice(0, 5).join(' '), ids);
  const base = (found: Found, words = '') => baseOf(found, source, wordsFor(words, rights));
  const sentence = (text: string) => sentenceFor(text, rights);
  const phrase = (text: string) => phraseFor(text, rights);
  const sideOf = (id: string) => draft.sides.find(({ members }) => members.includes(id))?.id;
  const inferred = <Of extends { readonly inferred: readonly unknown[] }>({ inferred: all }: Of) =>
    all.length > 0 ? { inferred: all } : {};
  const issues = draft.topics.filter(({ id }) => draft.positions.some(({ issue }) => issue === id));
  const issueIds = new Map(issues.map(({ id, name }) => [id, idOf(`issue ${name}`, ids)]));
  return {
    'sides.yaml': draft.sides.map((it) => ({
      id: it.id,
      name: it.name,
      names: { also: it.also },
      kind: it.kind,
      ...base(it),
    })),
    'people.yaml': draft.people.map((it) => ({
      id: it.id,
      name: it.unnamed ? phrase(it.name) : it.name,
      ...(it.unnamed ? { unnamed: true } : {}),
      ...(it.kind === 'person' ? {} : { kind: it.kind }),
      ...(it.also.length > 0 ? { names: { also: it.also } } : {}),
      role: phrase(it.role),
      ...(it.organisation ? { organisation: it.organisation } : {}),
      ...(sideOf(it.id) ? { side: sideOf(it.id) } : {}),
      ...(it.former.length > 0 ? { former: it.former.map(({ role }) => ({ role: phrase(role) })) } : {}),
      ...base(it),
    })),
    'organisations.yaml': draft.organisations.map((it) => ({
      id: it.id,
      name: it.name,
      ...(it.also.length > 0 ? { names: { also: it.also } } : {}),
      what: phrase(it.what),
      ...(sideOf(it.id) ? { side: sideOf(it.id) } : {}),
      ...base(it),
    })),
    'places.yaml': draft.places.map((it) => ({
      id: it.id,
      name: it.name,
      what: phrase(it.what),
      ...(it.at ? { at: it.at } : {}),
      ...base(it),
      ...inferred(it),
    })),
    'statements.yaml': draft.statements.map((it) => ({
      id: idFor(it.text),
      speakers: it.speakers,
      ...(it.via ? { via: it.via } : {}),
      mode: it.mode,
      text: it.mode === 'direct' ? it.text : sentence(it.text),
      ...base(it, it.mode === 'direct' ? '' : it.text),
      ...topicsOf(it.text, draft),
      ...inferred(it),
    })),
    'events.yaml': draft.events.map((it) => ({
      id: idFor(it.title),
      title: phrase(it.title),
      text: sentence(it.text),
      ...(it.when ? { when: it.when } : {}),
      ...(it.place ? { place: it.place } : {}),
      ...base(it, it.text),
      ...topicsOf(it.text, draft),
      ...inferred(it),
    })),
    'deals.yaml': draft.deals.map((it) => ({
      id: idFor(it.title),
      title: phrase(it.title),
      text: sentence(it.text),
      parties: it.parties,
      ...(it.sum ? { sum: it.sum } : {}),
      ...(it.state ? { state: it.state } : {}),
      ...base(it, it.text),
      ...topicsOf(it.text, draft),
      ...inferred(it),
    })),
    'figures.yaml': draft.figures.map((it) => ({
      id: idFor(`${it.shown} ${it.of}`),
      value: it.value,
      unit: it.unit,
      shown: it.shown,
      of: phrase(it.of),
      text: sentence(it.text),
      ...base(it, it.text),
      ...topicsOf(it.text, draft),
      ...inferred(it),
    })),
    'issues.yaml': issues.map(({ id, name, words }) => ({ id: issueIds.get(id)!, name, words })),
    'positions.yaml': draft.positions.map((it) => ({
      id: idFor(it.text),
      side: it.side,
      issue: issueIds.get(it.issue),
      text: sentence(it.text),
      ...(it.according ? { according: it.according } : {}),
      ...base(it, it.text),
      ...inferred(it),
    })),
    'background.yaml': draft.background.map((it) => ({
      id: idFor(it.text),
      title: phrase(it.title),
      text: sentence(it.text),
      ...base(it, it.text),
      ...topicsOf(it.text, draft),
    })),
    'key-points.yaml': draft.keyPoints.map((it) => ({
      id: idFor(it.text),
      text: sentence(it.text),
      ...base(it, it.text),
    })),
    'topics.yaml': draft.topics.map(({ id, name, words }) => ({
      id,
      name,
      about: `What is said about ${words[0]}`,
      words,
    })),
    'notes.yaml': draft.notes.map((it) => ({
      id: idFor(it.text),
      kind: it.kind,
      text: it.text,
      ...base(it),
    })),
    'skipped.yaml': skippedOf(draft, article, source),
  };
}

function baseOf(found: Found, source: string, words: readonly string[]): Item {
  return {
    paragraphs: found.paragraphs,
    source,
    ...(words.length > 0 ? { words } : {}),
    by: RULES,
    from: spanOf(found.from, source),
    ...doubtsOf(found.trust),
  };
}

function spanOf({ paragraph, start, end }: Span, source: string): Item {
  return { source, paragraph, start, end };
}

function doubtsOf(trust: Trust): Item {
  return trust === 'sure' ? {} : { doubt: trust };
}

function topicsOf(text: string, { topics }: Draft): { readonly topics?: readonly string[] } {
  const lower = text.toLowerCase();
  const own = topics.filter(({ words }) => words.some((word) => lower.includes(word))).map(({ id }) => id);
  return own.length > 0 ? { topics: own } : {};
}

/** What no item uses is said to be skipped: else the reason would be missing. */
function skippedOf(draft: Draft, article: Article, source: string): Item[] {
  const used = new Set(
    [...draft.statements, ...draft.events, ...draft.deals, ...draft.figures, ...draft.background].flatMap(
      (it) => it.paragraphs,
    ),
  );
  const told = draft.skipped.filter(({ paragraphs }) => !paragraphs.some((paragraph) => used.has(paragraph)));
  const known = new Set(told.flatMap(({ paragraphs }) => paragraphs));
  const rest = article.paragraphs
    .map((_, at) => at + 1)
    .filter((paragraph) => !used.has(paragraph) && !known.has(paragraph));
  return [
    ...told,
    ...(rest.length > 0 ? [{ paragraphs: rest, why: 'The rules found nothing in it.' }] : []),
  ].map(({ paragraphs, why }) => ({ paragraphs, source, why }));
}
