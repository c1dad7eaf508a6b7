import { expect, test } from 'vitest';
import { articleNames, told } from './articles.ts';

test.each(articleNames())(
  'the article of %s is drafted and loads, and its sixty questions are of it',
  async (name) => {
    const { draft, reviewed, questions } = await told(name);
    expect(questions).toHaveLength(60);
    expect(new Set(questions.map(({ ask }) => ask)).size).toBe(60);
    const without = questions.filter(({ is }) => is !== 'answerable').length;
    expect(without).toBeGreaterThanOrEqual(15);
    for (const briefing of [draft, ...(reviewed ? [reviewed] : [])]) {
      const last = briefing.sources[0]?.paragraphCount;
      for (const { ask, is, paragraphs } of questions) {
        if (is === 'answerable') expect(paragraphs, ask).not.toEqual([]);
        for (const paragraph of paragraphs.flat()) {
          expect(paragraph, ask).toBeGreaterThan(0);
          expect(paragraph, ask).toBeLessThanOrEqual(last ?? 0);
        }
      }
    }
  },
);
