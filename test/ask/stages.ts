/** What each stage made of a question, in a line each: what was read, what was found, what was decided. */
import type { Explained } from '../../src/ask/ask.ts';
import { type Decision, entryOf, type Item } from '../../src/ask/decision.ts';

const FOUND = 3;

export function stagesOf(question: string, parts: readonly Explained[]): string {
  const lines = parts.map(({ read, decided }) => {
    const terms = read.terms
      .filter(({ light }) => !light)
      .map(({ words, kind, known }) => `${words}${known ? '' : '?'}${kind === 'word' ? '' : `:${kind}`}`);
    const whose = read.speaker[0] === undefined ? '' : ` of ${read.speaker[0]}`;
    return [
      `  read ${read.language.code} ${read.asked}${read.speech ? ' said' : ''}${whose}: ${terms.join(' ')}`,
      `  found ${decided.found
        .slice(0, FOUND)
        .map(({ entry }) => entry.id)
        .join(' ')}`,
      `  decided ${told(decided.decision)}`,
    ].join('\n');
  });
  return `${question}\n${lines.join('\n')}`;
}

function told(decision: Decision): string {
  switch (decision.kind) {
    case 'answer':
      return `answer ${decision.items.map(idOf).join(' ')}`;
    case 'decline':
      return `decline ${decision.why.kind}`;
    case 'compare':
      return `compare ${decision.issue} ${decision.sides.join(' ')}`;
    case 'several':
      return `several ${decision.parts.length}`;
    default:
      return decision.kind;
  }
}

function idOf(item: Item): string {
  return entryOf(item).id;
}
