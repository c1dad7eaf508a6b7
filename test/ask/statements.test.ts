import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { ferry } from './ferry.ts';
import { type Change, type Stated, statementsOf } from './statements.ts';

/** Of false statements at least so many get a plain no. */
const DENIED = 0.9;
const SEEDS = [1, 2];

function load(folder: string): Briefing {
  const loaded = loadBriefing(folder);
  if (loaded.kind !== 'loaded') throw new Error(loaded.faults.map(({ found }) => found).join('\n'));
  return loaded.briefing;
}

function foldersIn(path: string): string[] {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/briefing.yaml`))
    .map((entry) => `${folder}/${entry.name}`);
}

const briefings = [
  ferry(),
  ...['../../briefings', '../fixtures/briefings', './briefings'].flatMap(foldersIn).map(load),
];

type Judged = Stated & { readonly seed: number; readonly verdict: string };

function judged(briefing: Briefing): Judged[] {
  return SEEDS.flatMap((seed) =>
    statementsOf(briefing, seed).map((stated) => {
      const decision = ask(stated.question, briefing);
      const verdict = decision.kind === 'answer' ? decision.verdict?.verdict : undefined;
      return { ...stated, seed, verdict: verdict ?? 'none' };
    }),
  );
}

function line({ seed, change, about, question }: Judged): string {
  return `seed ${seed}, ${change}, ${about}: ${question}`;
}

const all = new Map(briefings.map((briefing) => [briefing.id, judged(briefing)]));

describe('of statements made of the items', () => {
  it('there are at least 200, with every sort of change', () => {
    const made = [...all.values()].flat();
    expect(made.length).toBeGreaterThanOrEqual(200);
    const changes: Change[] = ['none', 'speaker', 'number', 'date', 'name', 'negation', 'word'];
    expect(changes.filter((change) => !made.some((one) => one.change === change))).toEqual([]);
  });

  it.each([...all.keys()])('no true one is denied (%s)', (id) => {
    const denied = all.get(id)!.filter(({ change, verdict }) => change === 'none' && verdict === 'no');
    expect(denied.map(line)).toEqual([]);
  });

  it.each([...all.keys()])('no false one is confirmed (%s)', (id) => {
    const confirmed = all.get(id)!.filter(({ change, verdict }) => change !== 'none' && verdict === 'yes');
    expect(confirmed.map(line)).toEqual([]);
  });

  it.each([...all.keys()])('nearly every false one gets a plain no (%s)', (id) => {
    const wrong = all.get(id)!.filter(({ change }) => change !== 'none');
    const standing = wrong.filter(({ verdict }) => verdict !== 'no');
    expect(standing.length, standing.map(line).join('\n')).toBeLessThanOrEqual((1 - DENIED) * wrong.length);
  });
});
