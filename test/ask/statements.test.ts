import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { ferry } from './ferry.ts';
import { confirmed, denied, judged, standing, wrong } from './judged.ts';
import type { Change } from './statements.ts';

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

const all = new Map(briefings.map((briefing) => [briefing.id, judged(briefing)]));

describe('of statements made of the items', () => {
  it('there are at least 200, with every sort of change', () => {
    const made = [...all.values()].flat();
    expect(made.length).toBeGreaterThanOrEqual(200);
    const changes: Change[] = ['none', 'speaker', 'number', 'date', 'name', 'negation', 'word'];
    expect(changes.filter((change) => !made.some((one) => one.change === change))).toEqual([]);
  });

  it.each([...all.keys()])('no true one is denied (%s)', (id) => {
    expect(denied(all.get(id)!)).toEqual([]);
  });

  it.each([...all.keys()])('no false one is confirmed (%s)', (id) => {
    expect(confirmed(all.get(id)!)).toEqual([]);
  });

  it.each([...all.keys()])('nearly every false one gets a plain no (%s)', (id) => {
    const left = standing(all.get(id)!);
    expect(left.length, left.join('\n')).toBeLessThanOrEqual(0.1 * wrong(all.get(id)!).length);
  });
});
