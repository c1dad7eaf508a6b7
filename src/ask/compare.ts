/** Sets the sides of a question side by side. */
import type { Position } from '../briefing/schema.ts';
import { SPEAKS_OF } from './entries.ts';
import { keysOfText } from './keys.ts';
import type { Knowledge } from './knowledge.ts';
import type { Question } from './read.ts';

export type Comparison = {
  /** The issue's id. */
  readonly issue: string;
  readonly rows: readonly { readonly side: string; readonly positions: readonly Position[] }[];
};

/** Which issue is compared and between whom; `undefined` where the question compares nothing that the briefing has. */
export function comparisonOf(question: Question, knowledge: Knowledge): Comparison | undefined {
  const sides = [
    ...new Set(question.units.flatMap((unit) => unit.ids.map((id) => sideOf(id, knowledge)))),
  ].filter((id) => id !== undefined);
  const wanted =
    question.asked.kind === 'compare' ||
    (sides.length >= 2 &&
      question.speech !== 'none' &&
      question.asked.kind === 'what' &&
      /\band\b/.test(question.words) &&
      /\b(?:positions?|stances?|views?|differ|each|both)\b/.test(question.words));
  if (!wanted) return undefined;
  const { briefing } = knowledge;
  const matters = question.units.filter(
    (unit) => unit.kind !== 'light' && unit.ids.every((id) => sideOf(id, knowledge) === undefined),
  );
  let best: { issue: string; hits: number } | undefined;
  for (const issue of briefing.issues) {
    const keys = new Set(
      [issue.name, ...issue.words].flatMap((words) => [...keysOfText(words, knowledge.names)]),
    );
    const name = keysOfText(issue.name, knowledge.names);
    const hits = matters.reduce(
      (sum, unit) =>
        sum +
        ([...unit.keys].some((key) => name.has(key))
          ? 2
          : [...unit.keys].some((key) => keys.has(key))
            ? 1
            : 0),
      0,
    );
    if (hits > (best?.hits ?? 0)) best = { issue: issue.id, hits };
  }
  if (best === undefined || matters.some((unit) => !knownTo(unit.keys, knowledge))) return undefined;
  const held = briefing.positions.filter((position) => position.issue === best.issue);
  const shown =
    sides.length >= 2 ? sides : [...new Set([...sides, ...held.map((position) => position.side)])];
  return {
    issue: best.issue,
    rows: shown.map((side) => ({ side, positions: held.filter((position) => position.side === side) })),
  };
}

function knownTo(keys: ReadonlySet<string>, knowledge: Knowledge): boolean {
  return [...keys].some((key) => knowledge.withKey(key).some(({ firmness }) => firmness >= SPEAKS_OF));
}

/** The side that an id is, or belongs to. */
function sideOf(id: string, knowledge: Knowledge): string | undefined {
  const named = knowledge.briefing.named(id);
  if (named?.kind === 'side') return id;
  if (named?.kind === 'person') return named.item.side;
  return undefined;
}
