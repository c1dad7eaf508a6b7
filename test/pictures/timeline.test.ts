import { expect, it } from 'vitest';
import type { TimelineRow } from '../../src/pictures/facts/timeline.ts';
import { textsIn } from '../../src/pictures/scene.ts';
import { THEMES } from '../../src/pictures/theme.ts';
import { timelineScenes } from '../../src/pictures/timeline.ts';
import { en } from '../../src/show/messages/en.ts';

const rowsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, at): TimelineRow => ({
      kind: 'event',
      date: `${at + 1_800}`,
      title: `Title${at}.`,
      text: 'What happened then takes a line or two to tell, as most of what happens does. '.repeat(2),
      cites: `[¶${at}]`,
      accent: at % 50 === 0,
      struck: false,
    }),
  );

function wordsOf(count: number): string[] {
  const facts = { title: 'An inquiry', dates: '1800–2000', rows: rowsOf(count) };
  return timelineScenes(facts, THEMES.light, en.pictures).map(({ marks }) =>
    textsIn(marks)
      .map(({ text }) => text)
      .join(' '),
  );
}

it('two hundred events are told by their titles and paragraphs, each once, and it says so', () => {
  const pictures = wordsOf(200);
  expect(pictures.length).toBeLessThanOrEqual(8);
  for (let at = 0; at < 200; at += 1) {
    expect(pictures.join(' ').split(`Title${at}. [¶${at}]`)).toHaveLength(2);
  }
  for (const words of pictures) expect(words).toContain(en.pictures.timeline.titlesOnly);
});

it('a dozen events are told in full', () => {
  const words = wordsOf(12).join(' ');
  expect(words.split('What happened then')).toHaveLength(25);
  expect(words).not.toContain(en.pictures.timeline.titlesOnly);
});
