/** A copy of a briefing in a folder of its own, to be broken on purpose. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { wordFault } from '../../src/briefing/fault.ts';
import { readTexts } from '../../src/briefing/files.ts';

export const KURIL = join(import.meta.dirname, '../../briefings/kuril');
export const HARBOUR = join(import.meta.dirname, '../fixtures/briefings/harbour');
export const HARBOUR_ARTICLE = readFileSync(
  join(import.meta.dirname, '../fixtures/briefings/harbour-article.txt'),
  'utf8',
);

export type Copy = {
  readonly folder: string;
  /** Replaces the one place where `from` stands; throws where it does not stand just once. */
  edit(file: string, from: string, to: string): Copy;
  write(file: string, text: string): Copy;
  remove(file: string): Copy;
  /** The lines that `npm run check` prints about it, with the folder's name left out; none where all is proven. */
  faults(source?: string): string[];
};

/** Copies a briefing's folder; the copy goes when the test is over. */
export function copyOf(original: string): Copy {
  const root = mkdtempSync(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'copy');
  cpSync(original, folder, { recursive: true });
  const copy: Copy = {
    folder,
    edit: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`'${from}' stands not just once in ${file}`);
      return copy.write(
        file,
        text.replace(from, () => to),
      );
    },
    write: (file, text) => {
      writeFileSync(join(folder, file), text);
      return copy;
    },
    remove: (file) => {
      rmSync(join(folder, file));
      return copy;
    },
    faults: (source) => {
      const result = check(readTexts(folder), source === undefined ? [] : [source]);
      if (result.kind === 'proven') return [];
      return result.faults.map((fault) => wordFault(fault).replaceAll(`${folder}/`, ''));
    },
  };
  return copy;
}

/** The line, counted from 1, at which `text` first stands in a file. */
export function lineOf(folder: string, file: string, text: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
