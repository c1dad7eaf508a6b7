/**
 * `node src/pictures/data/make/widths.cli.ts`: how wide each letter of Inter is, in thousandths of the type size, as
 * `widths.json`, so that a layout is worked out without a font and comes out the same everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import { FACES, SUBSETS } from '../../fonts.ts';

const require = createRequire(import.meta.url);
const file = (name: string) => require.resolve(`@fontsource/inter/${name}`);
const ranges = JSON.parse(readFileSync(file('unicode.json'), 'utf8')) as Record<string, string>;

const faces = Object.fromEntries(
  FACES.map(({ name, weight, style }) => {
    const widths: Record<string, number> = {};
    for (const subset of SUBSETS) {
      const font = openSync(file(`files/inter-${subset}-${weight}-${style}.woff2`)) as Font;
      for (const code of font.characterSet) {
        const character = String.fromCodePoint(code);
        if (!inRanges(code, ranges[subset] ?? '') || character in widths) continue;
        const [glyph] = font.glyphsForString(character);
        if (glyph !== undefined)
          widths[character] = Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm);
      }
    }
    return [name, grouped(widths)];
  }),
);
writeFileSync(new URL('../widths.json', import.meta.url), `${JSON.stringify(faces, null, 1)}\n`);

/** Letters by their width: shorter than a width by each letter. */
function grouped(widths: Record<string, number>): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [character, width] of Object.entries(widths).sort(
    ([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0),
  )) {
    groups[width] = (groups[width] ?? '') + character;
  }
  return groups;
}

function inRanges(code: number, text: string): boolean {
  return text.split(',').some((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  });
}
