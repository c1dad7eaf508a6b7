/** What becomes of statements that are made of a briefing's items, true ones and changed ones. */
import { ask } from '../../src/ask/ask.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { type Stated, statementsOf } from './statements.ts';

export type Judged = Stated & { readonly seed: number; readonly verdict: string };

const SEEDS = [1, 2];

export function judged(briefing: Briefing): Judged[] {
  return SEEDS.flatMap((seed) =>
    statementsOf(briefing, seed).map((stated) => {
      const decision = ask(stated.question, briefing);
      const verdict = decision.kind === 'answer' ? decision.verdict?.verdict : undefined;
      return { ...stated, seed, verdict: verdict ?? 'none' };
    }),
  );
}

export function denied(all: readonly Judged[]): string[] {
  return all.filter(({ change, verdict }) => change === 'none' && verdict === 'no').map(line);
}

export function confirmed(all: readonly Judged[]): string[] {
  return all.filter(({ change, verdict }) => change !== 'none' && verdict === 'yes').map(line);
}

export function wrong(all: readonly Judged[]): Judged[] {
  return all.filter(({ change }) => change !== 'none');
}

/** False ones without a plain no. */
export function standing(all: readonly Judged[]): string[] {
  return wrong(all)
    .filter(({ verdict }) => verdict !== 'no')
    .map(line);
}

function line({ seed, change, about, question }: Judged): string {
  return `seed ${seed}, ${change}, ${about}: ${question}`;
}
