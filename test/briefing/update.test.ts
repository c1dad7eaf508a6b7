import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { readTexts, type Texts } from '../../src/briefing/files.ts';
import { readFingerprint } from '../../src/briefing/fingerprint.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { parseTexts } from '../../src/briefing/parse.ts';
import { nextRevision, toRelease } from '../../src/briefing/release.ts';
import { tagOf } from '../../src/briefing/source.ts';
import { addSource, type Updated, updateSource } from '../../src/briefing/update.ts';
import { paragraphsOf } from '../../src/briefing/words.ts';
import { writeFolder } from '../../src/briefing/write.ts';
import { copyOf, HARBOUR, HARBOUR_ARTICLE } from './copy.ts';

const PARAGRAPHS = paragraphsOf(HARBOUR_ARTICLE);
const harbour = readTexts(HARBOUR);

describe('a source in a new version', () => {
  test('with paragraphs put in, taken out and moved, has each reference at the paragraph that says the same', () => {
    const before = refsWithTags(harbour);
    const edited = fc.record({
      order: fc.shuffledSubarray([...PARAGRAPHS], { minLength: 4 }),
      added: fc.array(
        fc.record({ at: fc.nat(8), words: fc.constantFrom('Rain fell.', 'The tide turned early.') }),
      ),
    });
    fc.assert(
      fc.property(edited, ({ order, added }) => {
        const lines = [...order];
        for (const { at, words } of added) lines.splice(at % (lines.length + 1), 0, words);
        const updated = changed(updateSource(harbour, 'report', `${lines.join('\n\n')}\n`));
        const here = new Set(lines);
        for (const [id, tags] of refsWithTags(applied(harbour, updated))) {
          const left = before.get(id)!.filter(({ text }) => here.has(text));
          expect(
            tags.map(({ tag }) => tag),
            id,
          ).toEqual(left.map(({ tag }) => tag));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps comments and order, and says what was reworded, is gone and is new', () => {
    const article = HARBOUR_ARTICLE.replace('three weeks', 'four weeks').replace(
      PARAGRAPHS[0]!,
      'A new first line.',
    );
    const updated = changed(updateSource(harbour, 'report', article));
    expect([...updated.alignment.to].filter(([, { same }]) => !same).map(([from]) => from)).toEqual([5]);
    expect(updated.alignment.vanished).toEqual([1]);
    expect(updated.alignment.added).toEqual([1]);
    expect(updated.touched.filter(({ gone }) => !gone).map(({ paragraph }) => paragraph)).toContain(5);
    for (const [file, text] of harbour.yaml) {
      const now = updated.files.get(file) ?? '';
      const comments = (of: string) => of.split('\n').filter((line) => line.startsWith('#'));
      expect(comments(now)).toEqual(comments(text));
      expect(now.split('\n').length).toBe(text.split('\n').length);
    }
  });

  test('tells what a paragraph’s number is now to a control that knew its old one', () => {
    const article = `${PARAGRAPHS.slice(1).join('\n\n')}\n`.replace('three weeks', 'four weeks');
    const { files } = changed(updateSource(harbour, 'report', article));
    const print = readFingerprint(files.get('sources/report.json') ?? '');
    const old = readFingerprint(harbour.prints.get('report') ?? '');
    if (print.kind !== 'read' || old.kind !== 'read') throw new Error('unreadable');
    const tags = old.fingerprint.paragraphs.map(tagOf);
    expect(print.fingerprint.earlier).toEqual({ [tags[0]!]: null, [tags[4]!]: 4 });
  });

  test('that says the same under other numbers changes no item', () => {
    const copy = copyOf(HARBOUR);
    const released = { revision: 1, ...toRelease(briefing(copy.folder)) };
    const article = `A line put before all others.\n\n${HARBOUR_ARTICLE}`;
    writeFolder(copy.folder, changed(updateSource(readTexts(copy.folder), 'report', article)).files);
    expect(nextRevision(released, briefing(copy.folder), '2026-01-01')).toBeUndefined();
    expect(copy.faults()).toEqual([expect.stringContaining('no item uses paragraph 1;')]);
  });

  test('is refused where it is empty, another article, or the files are broken, and nothing is lost', () => {
    for (const article of ['', '\n \n', 'A quite different text about nothing of the kind.\n']) {
      expect(updateSource(harbour, 'report', article).kind).toBe('refused');
    }
    const broken = { ...harbour, yaml: new Map(harbour.yaml).set('people.yaml', '- id: [') };
    expect(updateSource(broken, 'report', HARBOUR_ARTICLE)).toMatchObject({ kind: 'refused' });
    expect(updateSource(harbour, 'nothing', HARBOUR_ARTICLE)).toMatchObject({ kind: 'refused' });
  });
});

test('a second source is added beside the first, and both are told apart', () => {
  const copy = copyOf(HARBOUR);
  const added = changed(addSource(readTexts(copy.folder), 'gazette', 'The gazette says little.\n'));
  writeFolder(copy.folder, added.files);
  expect(copy.faults()).toContainEqual(
    expect.stringContaining('these may be paragraphs of any of several sources; add source: ID to the item'),
  );
  expect(addSource(readTexts(copy.folder), 'gazette', 'Again.\n')).toMatchObject({ kind: 'refused' });
});

test('a folder is written whole, and nothing lies beside it afterwards', () => {
  const { folder } = copyOf(HARBOUR);
  writeFolder(
    folder,
    new Map([
      ['sources/report.txt', HARBOUR_ARTICLE],
      ['notes.yaml', undefined],
    ]),
  );
  expect(readFileSync(join(folder, 'sources/report.txt'), 'utf8')).toBe(HARBOUR_ARTICLE);
  expect(existsSync(join(folder, 'notes.yaml'))).toBe(false);
  expect(readdirSync(dirname(folder))).toEqual(['copy']);
  expect(check(readTexts(folder)).kind).toBe('faults');
});

function changed(updated: Updated) {
  if (updated.kind === 'refused') throw new Error(updated.why);
  return updated;
}

function applied(
  texts: Texts,
  { files }: { readonly files: ReadonlyMap<string, string | undefined> },
): Texts {
  const yaml = new Map([...texts.yaml].map(([file, text]) => [file, files.get(file) ?? text]));
  return { ...texts, yaml, prints: new Map([['report', files.get('sources/report.json') ?? '']]) };
}

/** What each item rests on, by what it says. */
function refsWithTags(texts: Texts): Map<string, { readonly tag: string; readonly text: string }[]> {
  const print = readFingerprint(texts.prints.get('report') ?? '');
  if (print.kind !== 'read') throw new Error(print.why);
  const { lists } = parseTexts(texts).draft;
  const items = [...lists.statements, ...lists.events, ...lists.figures, ...lists.people];
  return new Map(
    items.map(({ item }) => [
      item.id,
      item.refs.map(({ paragraph }) => ({
        tag: tagOf(print.fingerprint.paragraphs[paragraph - 1]!),
        text: PARAGRAPHS[paragraph - 1] ?? '',
      })),
    ]),
  );
}

function briefing(folder: string) {
  const loaded = loadBriefing(folder);
  if (loaded.kind === 'faults') throw new Error('faults');
  return loaded.briefing;
}
