/** Every letter and every digit, one after the other: too many for each run of the tests. */
import { expect, test } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { KURIL } from '../briefing/copy.ts';

const texts = readTexts(KURIL);

test('whichever letter of whichever quotation is changed, the fingerprint shows it', {
  timeout: 600_000,
}, () => {
  const loaded = loadBriefing(KURIL);
  if (loaded.kind !== 'loaded') throw new Error('not loaded');
  const quotations = loaded.briefing.statements.filter(({ mode }) => mode === 'direct');
  const missed = quotations.flatMap(({ id, text }) =>
    [...text.matchAll(/\p{L}/gu)]
      .map(
        ({ 0: letter, index }) =>
          `${text.slice(0, index)}${letter === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`,
      )
      .filter((changed) => isProven('statements.yaml', text, changed))
      .map((changed) => `${id}: ${changed}`),
  );
  expect(missed).toEqual([]);
});

test('whichever digit of a figure or a deal is changed, the fingerprint shows it', {
  timeout: 600_000,
}, () => {
  const missed = ['figures.yaml', 'deals.yaml', 'key-points.yaml'].flatMap((file) => {
    const yaml = texts.yaml.get(file) ?? '';
    return [...yaml.matchAll(/^ *(?:value|shown|of|text|title|sum): .*$/gm)].flatMap(({ 0: line }) =>
      [...line.matchAll(/\d/g)]
        .map(
          ({ 0: digit, index }) =>
            `${line.slice(0, index)}${(Number(digit) + 1) % 10}${line.slice(index + 1)}`,
        )
        .filter((changed) => isProven(file, line, changed))
        .map((changed) => `${file}: ${changed}`),
    );
  });
  expect(missed).toEqual([]);
});

function isProven(file: string, from: string, to: string): boolean {
  const text = texts.yaml.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`'${from}' does not stand in ${file}`);
  const yaml = new Map(texts.yaml).set(
    file,
    text.replace(from, () => to),
  );
  return check({ ...texts, yaml }).kind === 'proven';
}
