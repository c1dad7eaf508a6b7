/** Statements: direct speech and reported speech as the draft keeps them, with what is not said in so many words. */
import type { FoundStatement, Inference } from '../draft.ts';
import type { Cast } from '../names/cast.ts';
import { type Entity, wordsOf } from '../names/entities.ts';
import { type Line, textBetween } from '../names/mentions.ts';
import type { Spoken } from './direct.ts';
import type { Reported } from './reported.ts';
import type { Speakers } from './speakers.ts';

/** Pure; in the order of the text, what is quoted before what is reported of the same sentence. */
export function statementsIn(
  spoken: readonly Spoken[],
  reported: readonly Reported[],
  cast: Cast,
  speakers: Speakers,
): FoundStatement[] {
  const nameOf = namesOf(cast, speakers);
  const direct = spoken.map(({ quote, read, speakers: ids, trust }): FoundStatement => {
    const text = quote.text.replace(/,$/, '');
    return {
      mode: 'direct',
      text,
      speakers: ids,
      from: { paragraph: quote.paragraph, start: quote.inner.start, end: quote.inner.start + text.length },
      paragraphs: [quote.paragraph],
      trust: quote.closed || read.line.text.length === quote.end ? trust : 'guess',
      inferred: inferences(ids, read.line, cast, nameOf),
    };
  });
  const told = reported.map(
    ({ read, speakers: ids, via, trust, start, end }): FoundStatement => ({
      mode: 'reported',
      text: read.sentence.text,
      speakers: ids,
      ...(via && !ids.includes(via) ? { via } : {}),
      from: { paragraph: read.line.number, start, end },
      paragraphs: [read.line.number],
      trust,
      inferred: inferences(ids, read.line, cast, nameOf),
    }),
  );
  return [...direct, ...told].sort(
    (a, b) => a.from.paragraph - b.from.paragraph || a.from.start - b.from.start,
  );
}

function namesOf(cast: Cast, speakers: Speakers): (id: string) => { name: string; entity?: Entity } {
  const entities = new Map(cast.entities.map((entity) => [entity.id, entity]));
  const strangers = new Map(speakers.strangers.map((it) => [it.id, it]));
  return (id) => {
    const entity = entities.get(id);
    return entity ? { name: entity.name, entity } : { name: strangers.get(id)?.name ?? id };
  };
}

/** Where the paragraph does not name the speaker: who is meant, and by which word it says so. */
function inferences(
  ids: readonly string[],
  line: Line,
  cast: Cast,
  nameOf: (id: string) => { name: string; entity?: Entity },
): Inference[] {
  const here = cast.at(line);
  const surnames = cast.entities
    .filter(({ kind }) => kind === 'person')
    .map(({ name }) => wordsOf(name).at(-1)!);
  return ids.flatMap((id): Inference[] => {
    const { name, entity } = nameOf(id);
    const own = here.find((it) => it.entity.id === id);
    const surname = entity ? wordsOf(name).at(-1)! : '';
    const shared = surnames.filter((it) => it === surname).length > 1;
    const stands = line.text.toLowerCase().includes(name.replace(/^(?:An?|The)\s/, '').toLowerCase());
    if (stands || (own && !shared)) return [];
    if (own)
      return [{ says: name, why: `The paragraph says '${textBetween(line, own.from - own.lead, own.to)}'.` }];
    const word = /\b(?:he|she|it|they)\b/i.exec(line.text)?.[0];
    return [{ says: name, why: word ? `The paragraph says '${word}'.` : 'Told from the paragraphs before.' }];
  });
}
