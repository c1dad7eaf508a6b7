/** Sets the sides of a question side by side. */

import { tokensOf } from '../words/tokens.ts';
import type { Decision } from './decision.ts';
import { keysOf } from './keys.ts';
import type { Question } from './read.ts';
import type { Ready } from './ready.ts';
import type { Term } from './term.ts';

/** Which issue is compared and between whom; undefined where the question compares nothing that the briefing has. */
export function comparisonOf(question: Question, ready: Ready): Decision | undefined {
  if (question.asked !== 'compare') return undefined;
  const sides = sidesIn(question, ready);
  const matter = question.terms.filter(
    ({ light, ids }) => !light && !ids.some((id) => sideOf(id, ready) !== undefined),
  );
  const issue = issueOf(matter, ready);
  if (issue === undefined || matter.some(({ known }) => !known)) return undefined;
  const holding = ready.briefing.positions
    .filter((position) => position.issue === issue)
    .map(({ side }) => side);
  return { kind: 'compare', issue, sides: sides.length > 1 ? sides : [...new Set([...sides, ...holding])] };
}

function sidesIn({ terms }: Question, ready: Ready): string[] {
  const found = terms.flatMap(({ ids }) => ids.map((id) => sideOf(id, ready)));
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** The side that an id is, or belongs to. */
function sideOf(id: string, { briefing }: Ready): string | undefined {
  const named = briefing.named(id);
  if (named?.kind === 'side') return id;
  return named?.kind === 'person' ? named.item.side : undefined;
}

/** The issue that has most of some notions: in its name twice as much as in its words. */
export function issueOf(terms: readonly Term[], ready: Ready): string | undefined {
  let best: { id: string; hits: number } | undefined;
  for (const { id, name, words } of ready.briefing.issues) {
    const inName = keysIn(name, ready);
    const inWords = new Set(words.flatMap((text) => [...keysIn(text, ready)]));
    const hits = terms.reduce((sum, { keys }) => {
      const has = (all: ReadonlySet<string>) => keys.some(({ key, worth }) => worth > 0.6 && all.has(key));
      return sum + (has(inName) ? 2 : has(inWords) ? 1 : 0);
    }, 0);
    if (hits > (best?.hits ?? 0)) best = { id, hits };
  }
  return best?.id;
}

/** The issue that goes by most of some words. */
export function issueCalled(words: readonly string[], ready: Ready): string | undefined {
  const stems = words.map((word) => ready.language.stem(word));
  const hits = ready.briefing.issues.map(({ id, name, words: called }) => {
    const keys = new Set([name, ...called].flatMap((text) => [...keysIn(text, ready)]));
    return { id, count: stems.filter((stem) => keys.has(stem)).length };
  });
  return hits.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.id;
}

function keysIn(text: string, ready: Ready): ReadonlySet<string> {
  return new Set(keysOf(text, tokensOf(text, ready.language), ready.names).keys());
}
