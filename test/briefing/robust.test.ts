import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { evidenceOf } from '../../src/briefing/evidence.ts';
import { wordFault } from '../../src/briefing/fault.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { fingerprintOf, readFingerprint, writeFingerprint } from '../../src/briefing/fingerprint.ts';
import { paragraphsOf, tokensOf, wordsOf } from '../../src/briefing/words.ts';
import { HARBOUR, HARBOUR_ARTICLE } from './copy.ts';

const original = readTexts(HARBOUR);

describe('whatever is typed into a file', () => {
  test('that grows without end by aliases is one fault', () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `- &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    );
    const bomb = ['- &a0 [x, x, x]', ...levels].join('\n');
    const result = check({ ...original, yaml: new Map(original.yaml).set('notes.yaml', bomb) });
    const faults = result.kind === 'faults' ? result.faults : [];
    const inIt = faults.filter(({ file }) => file.endsWith('notes.yaml'));
    expect(inIt.map(({ found }) => found)).toEqual([expect.stringContaining('aliases')]);
  });

  test('gives faults of one line each, and never a crash', () => {
    const spoilt = fc.record({
      file: fc.constantFrom(...original.yaml.keys()),
      at: fc.nat(10_000),
      drop: fc.nat(20),
      add: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          '\n- ',
          ': ',
          '[',
          '"',
          '{',
          '#',
          '&a *a',
          '!!x ',
          '? ',
          '---\n',
          '<<: ',
          '__proto__: 1',
          '\t',
        ),
      ),
    });
    fc.assert(
      fc.property(spoilt, ({ file, at, drop, add }) => {
        const text = original.yaml.get(file) ?? '';
        const start = at % (text.length + 1);
        const yaml = new Map(original.yaml).set(file, text.slice(0, start) + add + text.slice(start + drop));
        const result = check({ ...original, yaml });
        for (const fault of result.kind === 'faults' ? result.faults : []) {
          expect(wordFault(fault)).toMatch(/^[^\n\r]+\.(yaml|json):[1-9]\d*: [^\n\r]+; [^\n\r]+$/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a fingerprint', () => {
  test('is read as it was written, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (source) => {
        const print = fingerprintOf(source);
        const read = readFingerprint(writeFingerprint(print));
        expect(read).toEqual(
          print.paragraphs.length > 0
            ? { kind: 'read', fingerprint: print }
            : expect.objectContaining({ kind: 'unreadable' }),
        );
      }),
    );
  });

  test('holds none of the words', () => {
    expect(writeFingerprint(fingerprintOf(HARBOUR_ARTICLE))).not.toMatch(/harbour|Silva|12,?500/);
  });

  test('is the same for the same letters composed another way', () => {
    const [composed] = fingerprintOf('Café ﬁsh １２').paragraphs;
    expect(fingerprintOf('Cafe\u0301 fish 12').paragraphs[0]).toEqual(composed);
  });

  test('answers as the article itself does', () => {
    const prints = evidenceOf([{ id: 'report', print: fingerprintOf(HARBOUR_ARTICLE) }]);
    const exact = evidenceOf([{ id: 'report', text: HARBOUR_ARTICLE }]);
    const words = wordsOf(HARBOUR_ARTICLE);
    fc.assert(
      fc.property(
        fc.nat(words.length - 1),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (from, length, number) => {
          const paragraph = { source: 'report', paragraph: number };
          const row = words.slice(from, from + length);
          expect(prints.hasRow(paragraph, row)).toBe(exact.hasRow(paragraph, row));
          expect(prints.hasQuotation(paragraph, row)).toBe(exact.hasQuotation(paragraph, row));
          expect(prints.longestRow(words, from)).toBe(exact.longestRow(words, from));
        },
      ),
    );
  });
});

describe('a text is cut into', () => {
  test('words, numbers and quotation marks', () => {
    expect(tokensOf('“Japan’s 17,000,” he said in 2016.').map(({ text }) => text)).toEqual([
      '"',
      'Japan',
      's',
      '17000',
      '"',
      'he',
      'said',
      'in',
      '2016',
    ]);
  });

  test('characters where a script has no spaces', () => {
    expect(wordsOf('北方領土 and Курилы')).toEqual(['北', '方', '領', '土', 'and', 'Курилы']);
  });

  test('sentences, so that a capital at their start is told from a name', () => {
    expect(
      tokensOf('He left. “We stay,” she said')
        .filter(({ opens }) => opens)
        .map(({ text }) => text),
    ).toEqual(['He', '"', 'We']);
  });

  test('paragraphs, its lines that are not blank, whatever ends them', () => {
    expect(paragraphsOf('\uFEFF one \r\n\r\n \t\ntwo\rthree')).toEqual(['one', 'two', 'three']);
  });
});
