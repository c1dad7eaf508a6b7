import { isCapital, type Word } from '../text/words.ts';
import { type Entity, entitiesOf, wordsOf } from './entities.ts';
import { namedIn } from './kinds.ts';
import { type Line, mentionsIn } from './mentions.ts';

export type Appearance = {
  readonly entity: Entity;
  readonly from: number;
  readonly to: number;
  readonly lead: number;
};

export type Cast = {
  readonly entities: readonly Entity[];
  /** Where names stand in a line, by the indexes of its words, in order. */
  at(line: Line): readonly Appearance[];
};

/** Pure. `lines` are those whose capitals mean something: no headings. */
export function castOf(lines: readonly Line[]): Cast {
  const entities = entitiesOf(namedIn(mentionsIn(lines)));
  const byLine = new Map<Line, Appearance[]>();
  for (const entity of entities)
    for (const { line, from, to, lead } of entity.mentions) {
      const here = byLine.get(line) ?? [];
      here.push({ entity, from, to, lead: lead.length });
      byLine.set(line, here);
    }
  const surnames = surnamesOf(entities);
  const all = new Map<Line, readonly Appearance[]>();
  return {
    entities,
    at: (line) => {
      const known =
        all.get(line) ??
        [...(byLine.get(line) ?? []), ...bareSurnames(line, byLine.get(line) ?? [], surnames)].sort(
          (a, b) => a.from - b.from,
        );
      all.set(line, known);
      return known;
    },
  };
}

/** The surnames that one person alone has: 'May said' is Robert May, where no date stands there. */
function surnamesOf(entities: readonly Entity[]): Map<string, Entity> {
  const people = entities.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  const bySurname = Map.groupBy(people, ({ name }) => wordsOf(name).at(-1)!);
  return new Map(
    [...bySurname].flatMap(([surname, its]) => (its.length === 1 ? [[surname, its[0]!] as const] : [])),
  );
}

function bareSurnames(
  { words }: Line,
  taken: readonly Appearance[],
  surnames: ReadonlyMap<string, Entity>,
): Appearance[] {
  return words.flatMap((word, at) => {
    const entity = isCapital(word) ? surnames.get(word.text) : undefined;
    if (!entity || isMonth(words, at) || taken.some(({ from, to }) => from <= at && at < to)) return [];
    return [{ entity, from: at, to: at + 1, lead: 0 }];
  });
}

function isMonth(words: readonly Word[], at: number): boolean {
  if (
    words[at]!.text !== 'May' &&
    words[at]!.text !== 'March' &&
    words[at]!.text !== 'April' &&
    words[at]!.text !== 'June'
  )
    return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  return (
    after?.kind === 'number' ||
    before?.kind === 'number' ||
    /^(?:in|of|since|until|by|from|last|next|this|late|early|mid|between|through)$/.test(before?.lower ?? '')
  );
}
