/** What was kept of a check before an edit makes the next one faster, and changes nothing of what it tells. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { readTexts, type Texts } from '../../src/briefing/files.ts';
import { createKept } from '../../src/briefing/kept.ts';
import { loadYaml, piecesOf } from '../../src/briefing/pieces.ts';
import { runs } from '../kit/runs.ts';
import { HARBOUR, HARBOUR_ARTICLE } from './copy.ts';

const TEXTS = readTexts(HARBOUR);
const STORM = readTexts(join(import.meta.dirname, '../ask/articles/storm/briefing'));
const STORM_ARTICLE = readFileSync(join(import.meta.dirname, '../ask/articles/storm/article.txt'), 'utf8');

type Item = Record<string, unknown>;

/** What an editor may do to a list, whether it makes sense or not. */
const edit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  other: fc.nat(),
  kind: fc.constantFrom('drop', 'copy', 'swap', 'text', 'name', 'speaker', 'paragraph', 'accept', 'side'),
});

function edited(
  texts: Texts,
  { file, at, other, kind }: { file: number; at: number; other: number; kind: string },
): Texts {
  const names = [...texts.yaml.keys()].filter(
    (name) => name !== 'briefing.yaml' && name !== 'revisions.yaml',
  );
  const name = names[file % names.length]!;
  const list = (load(texts.yaml.get(name)!) ?? []) as Item[];
  if (list.length === 0) return texts;
  const index = at % list.length;
  const people = (load(texts.yaml.get('people.yaml')!) as Item[]).map(({ id }) => id);
  const item = list[index]!;
  const set = (fields: Item) => list.with(index, { ...item, ...fields });
  const changed = {
    drop: () => list.toSpliced(index, 1),
    copy: () => [...list, { ...item, id: `${item.id}-copy` }],
    swap: () => list.toReversed(),
    text: () => set({ text: `${item.text ?? ''} Not 17 of them, ${people[other % people.length]} said` }),
    name: () => set({ name: `${item.name ?? ''} Berg`, names: { also: ['Port', 'The mayor'] } }),
    speaker: () => set({ speakers: [people[other % people.length]] }),
    paragraph: () => set({ paragraphs: [1 + (other % 12)] }),
    accept: () => set({ by: 'anna', doubt: undefined }),
    side: () => set({ side: 'nobody' }),
  }[kind]!;
  return { ...texts, yaml: new Map([...texts.yaml, [name, dump(changed(), { skipInvalid: true })]]) };
}

describe('a check that keeps what it proved', () => {
  it.each([
    ['the harbour, with its article', 15, TEXTS, [HARBOUR_ARTICLE]],
    ['the harbour, by its fingerprint', 15, TEXTS, []],
    ['the storm, with its article', 3, STORM, [STORM_ARTICLE]],
  ])('tells after any edits what a new one tells: %s', (_, numRuns, begun, articles) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 8 }), (edits) => {
        const kept = createKept();
        let texts = begun;
        expect(check(texts, articles, kept)).toEqual(check(texts, articles));
        for (const [one, stays] of edits) {
          const next = edited(texts, one);
          expect(check(next, articles, kept)).toEqual(check(next, articles));
          // Tried and left: the files are as they were.
          if (stays) texts = next;
          else expect(check(texts, articles, kept)).toEqual(check(texts, articles));
        }
      }),
      { numRuns: runs(numRuns) },
    );
  });
});

describe('a list that is read item by item', () => {
  const line = fc.constantFrom(
    '- a: 1',
    '- a: &x 2',
    '- *x',
    '  b: "c',
    '  d"',
    '# e',
    '',
    '---',
    '- |',
    '  - f',
    'g: h',
    '-',
    '- a: {b: [1',
    '   , 2]}',
    '\t- i',
    '- "j',
    '- k"',
  );
  it('says what it says as a whole, however it is written', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end);
        expect(read(text, true)).toEqual(read(text, false));
        const pieces = piecesOf(text) ?? [];
        if (pieces.length > 0) expect(text.endsWith(pieces.map((piece) => piece.text).join(''))).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

function read(text: string, piecewise: boolean): unknown {
  try {
    return { value: loadYaml(text, piecewise ? createKept().pieces : undefined) };
  } catch (error) {
    return { broken: (error as Error).name };
  }
}
