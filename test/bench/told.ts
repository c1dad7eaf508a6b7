/** An encyclopedic text told as a briefing by rules alone: each sentence an item, each name a body. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';

export type Sentence = {
  readonly text: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
};

export function sentencesOf(paragraphs: readonly string[], language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return paragraphs.flatMap((text, paragraph) =>
    Array.from(segmenter.segment(text)).map(({ segment, index }) => ({
      text: segment.trim(),
      paragraph,
      from: index,
      to: index + segment.length,
    })),
  );
}

/** The sentence at `n` (from 0) is the item `s-n` and rests on paragraph `n + 1`. */
export function told(id: string, sentences: readonly Sentence[], language: string): Briefing {
  const names = namesIn(sentences, language);
  const bare = { topics: [], inferred: [], words: [], supersedes: [] };
  const content: Content = {
    head: {
      id,
      title: id,
      command: id,
      about: id,
      summary: { text: sentences[0]?.text ?? '', refs: [{ source: 'text', paragraph: 1 }], inferred: [] },
      dates: { from: '2016-01-01', to: '2016-01-01' },
      revision: { number: 1, date: '2016-01-01' },
      source: { what: id, dateline: id, paragraphs: [1], reporter: 'nobody' },
      examples: ['?', '?', '?', '?'],
    } as unknown as Content['head'],
    sides: [],
    people: [],
    organisations: names.map((name, at) => ({
      ...bare,
      id: `n-${at}`,
      name,
      names: { also: [] },
      what: name,
      refs: [{ source: 'text', paragraph: sentences.findIndex(({ text }) => text.includes(name)) + 1 }],
    })),
    places: [],
    statements: [],
    events: [],
    deals: [],
    figures: [],
    issues: [],
    positions: [],
    background: sentences.map(({ text }, at) => ({
      ...bare,
      id: `s-${at}`,
      title: text.split(' ').slice(0, 4).join(' '),
      text,
      refs: [{ source: 'text', paragraph: at + 1 }],
    })),
    keyPoints: [],
    topics: [],
    notes: [],
    revisions: [],
    sources: [],
    skipped: [],
  } as unknown as Content;
  return indexed(content, []);
}

/** Two capitals in a row or more; in German every noun has one, and nothing is drafted. */
function namesIn(sentences: readonly Sentence[], language: string): string[] {
  if (language === 'de') return [];
  const found = sentences.flatMap(
    ({ text }) => text.match(/(?<!^)(?<=\s)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+/gu) ?? [],
  );
  return [...new Set(found)];
}
