import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { FACES, familiesOf, fontFiles, fontOf, isDrawable } from '../../src/pictures/fonts.ts';

const require = createRequire(import.meta.url);
const MOST_MB = 16;
const SCRIPTS = [
  'Port Elm',
  'Ōsaka',
  'Кунашир',
  'Київ',
  'Ελλάδα',
  'Huế',
  '択捉島',
  'エトロフ',
  '독도',
  '“¶ 3” – ½',
];

it('every font file that is named is there, and together they are few enough to carry', () => {
  const sizes = fontFiles().map((file) => statSync(require.resolve(file)).size);
  expect(sizes.length).toBeGreaterThan(100);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toBeLessThan(MOST_MB);
});

it('the named files hold every letter that can be drawn, in every face', () => {
  const carried = new Set(fontFiles());
  for (const text of SCRIPTS) {
    expect(isDrawable(text), text).toBe(true);
    for (const { name } of FACES) {
      for (const family of familiesOf(text, name)) expect(carried).toContain(fontOf(family).file);
    }
  }
});

it('a letter for which there is no face is told of instead of drawn as an empty box', () => {
  expect(isDrawable('القدس')).toBe(false);
  expect(isDrawable('ירושלים')).toBe(false);
});
