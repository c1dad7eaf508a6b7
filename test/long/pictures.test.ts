import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestScenes } from '../../src/pictures/digest.ts';
import type { MapFacts } from '../../src/pictures/facts/map.ts';
import { mapScene } from '../../src/pictures/map/map.ts';
import { matrixScenes } from '../../src/pictures/matrix.ts';
import { quoteScenes } from '../../src/pictures/quote.ts';
import { boxOf, overlap, type Scene, textsIn } from '../../src/pictures/scene.ts';
import { contrast, THEMES } from '../../src/pictures/theme.ts';
import { timelineScenes } from '../../src/pictures/timeline.ts';
import { en } from '../../src/show/messages/en.ts';

const say = en.pictures;
const LEAST_CONTRAST = 4.5;
/** Lines of one label lie closer than labels may. */
const TOUCH = -2;

const name = fc.constantFrom(
  'Port Elm',
  '択捉島',
  'Кунашир',
  '서울',
  'Bad Sankt Leonhard im Lavanttal',
  'Ōsaka',
  'Ny',
);
const place = fc.record({
  id: fc.uuid(),
  at: fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -85, max: 85, noNaN: true }),
  ),
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
  disputed: fc.boolean(),
  event: fc.integer({ min: 0, max: 2 }),
});
const near = fc
  .tuple(place, fc.array(place, { maxLength: 39 }), fc.constantFrom(0.02, 0.5, 5, 400))
  .map(([first, others, spread]) => [
    first,
    ...others.map((other) => {
      const [lon, lat] = [other.at[0] / 180, other.at[1] / 85];
      const at: [number, number] = [
        ((first.at[0] + lon * spread + 540) % 360) - 180,
        Math.max(-85, Math.min(85, first.at[1] + (lat * spread) / 2)),
      ];
      return { ...other, at };
    }),
  ]);
const theme = fc.constantFrom(THEMES.light, THEMES.dark);
const words = (maxLength: number) =>
  fc.string({ minLength: 1, maxLength, unit: fc.constantFrom('a', 'm', 'W', ' ', '島', 'Ж', '독', ',') });
const row = fc.record({
  kind: fc.constant('event' as const),
  date: fc.constantFrom('1945', '15 Dec 2016', 'Sept 2016 – 14 Dec 2016', 'No date'),
  title: fc.string({ minLength: 1, maxLength: 120, unit: fc.constantFrom('a', 'W', ' ', '島', 'Ж') }),
  text: fc.string({ maxLength: 400, unit: fc.constantFrom('a', 'm', ' ', '島', 'Ж') }),
  cites: fc.constantFrom('[¶\u00a03]', '[Day\u00a01\u00a0¶\u00a012,\u00a014]'),
  accent: fc.boolean(),
  struck: fc.boolean(),
});

function faultsIn({ width, height, marks }: Scene): string[] {
  const texts = textsIn(marks);
  const boxes = texts.map(boxOf);
  return texts.flatMap((text, at) => {
    const box = boxes[at];
    if (box === undefined) return [];
    const out = box.x < 0 || box.y < 0 || box.x + box.w > width || box.y + box.h > height;
    const over = boxes.findIndex((other, index) => index > at && overlap(box, other, TOUCH));
    const faint = text.on.some((paper) => contrast(text.fill, paper) < LEAST_CONTRAST);
    return [
      ...(out ? [`${text.text} leaves the frame`] : []),
      ...(over >= 0 ? [`${text.text} lies on ${texts[over]?.text}`] : []),
      ...(faint ? [`${text.text} is faint`] : []),
    ];
  });
}

it('no two labels of a map overlap, none leaves the frame, all can be read', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(near, theme, (places, colors) => {
      const facts: MapFacts = { title: 'A briefing', dates: '2016', places };
      expect(faultsIn(mapScene(facts, colors, say))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('nor of a table of positions, of a quotation or of a digest’s card', { timeout: 600_000 }, () => {
  const cells = fc.array(fc.array(words(200), { maxLength: 3 }), { minLength: 7, maxLength: 7 });
  const table = fc.record({
    title: words(90),
    dates: fc.constant('2016'),
    sides: fc.array(words(40), { minLength: 1, maxLength: 7 }),
    issues: fc.array(fc.record({ name: words(80), cells }), { minLength: 1, maxLength: 12 }),
  });
  // As `matrixFacts` makes them: each side holds something, and somebody something on each issue.
  const filled = table.map(({ issues, ...rest }) => ({
    ...rest,
    issues: issues.map(({ name, cells: those }, at) => ({
      name,
      cells: those
        .slice(0, rest.sides.length)
        .map((cell, column) => (cell.length === 0 && (at === 0 || column === 0) ? ['a'] : cell)),
    })),
  }));
  const quotation = fc.record({
    words: words(2_500),
    speaker: words(120),
    about: fc.array(words(160), { maxLength: 2 }),
    source: words(120),
  });
  const card = fc.record({
    title: words(120),
    dates: fc.constant('2016'),
    points: fc.array(words(400), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(filled, quotation, card, theme, (positions, quote, digest, colors) => {
      const scenes = [
        ...matrixScenes(positions, colors, say),
        ...quoteScenes(quote, colors, say),
        ...digestScenes(digest, colors, say),
      ];
      expect(scenes.flatMap(faultsIn)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('a quotation loses no letter, however many cards it takes', { timeout: 600_000 }, () => {
  const quotation = fc.record({
    words: words(3_000),
    speaker: fc.constant('S'),
    about: fc.constant([]),
    source: fc.constant('¶'),
  });
  fc.assert(
    fc.property(quotation, (facts) => {
      const set = quoteScenes(facts, THEMES.light, say).flatMap(({ marks }) =>
        textsIn(marks).flatMap(({ text, size, face }) => (face === 'semibold' && size >= 22 ? [text] : [])),
      );
      expect(set.join('').replaceAll(/\s/gu, '')).toBe(`“${facts.words}”`.replaceAll(/\s/gu, ''));
    }),
    { numRuns: 500 },
  );
});

it('nor of a timeline of up to two hundred events', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 200 }), (rows) => {
      const scenes = timelineScenes({ title: 'A briefing', dates: '2016', rows }, THEMES.light, say);
      expect(scenes.flatMap(faultsIn)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
