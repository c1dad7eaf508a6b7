import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spliced, type Values, valueIn } from '../../../src/drafting/review/splice.ts';
import { runs } from '../../kit/runs.ts';

const FOLDER = join(import.meta.dirname, '../../../briefings/kuril');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && name !== 'briefing.yaml')
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

const BY_HAND = `# People, in the order of weight.

# The ones on board.
- id: ek   # asked him twice
  name: 'Tomas Ek'
  # He fishes.
  role: >-
    fisherman
    of Port Elm
  inferred:
    - { says: x, why: "a, b" }
    # still to be proven
  by: rules

- {id: sol, name: Ingrid Sol,   by: rules }   # the chief
# The end.
`;

const set = (text: string, at: number, fields: Values) =>
  spliced(text, {
    kind: 'set',
    at,
    fields,
    order: ['id', 'name', 'role', 'inferred', 'by', 'doubt', 'seen'],
  });

describe('a file that somebody wrote by hand', () => {
  it('keeps every comment, blank line and quotation mark around what is changed', () => {
    expect(set(BY_HAND, 0, { role: 'fisherman' })).toBe(
      BY_HAND.replace('role: >-\n    fisherman\n    of Port Elm', 'role: fisherman'),
    );
    expect(set(BY_HAND, 0, { by: 'anna' })).toBe(BY_HAND.replace('by: rules\n\n', 'by: anna\n\n'));
    expect(set(BY_HAND, 0, { role: undefined })).toBe(
      BY_HAND.replace('  role: >-\n    fisherman\n    of Port Elm\n', ''),
    );
    expect(set(BY_HAND, 0, { doubt: 'guess' })).toBe(
      BY_HAND.replace('by: rules\n\n', 'by: rules\n  doubt: guess\n\n'),
    );
    expect(set(BY_HAND, 0, { name: 'Tomas Ek', id: 'ek' })).toBe(BY_HAND);
  });

  it('keeps an item on its one line', () => {
    expect(set(BY_HAND, 1, { by: 'anna' })).toBe(
      BY_HAND.replace('{id: sol, name: Ingrid Sol,   by: rules }', '{ id: sol, name: Ingrid Sol, by: anna }'),
    );
  });

  it('loses an item and nothing else, and is an empty list after its last', () => {
    const without = spliced(BY_HAND, { kind: 'drop', at: 1 })!;
    expect(without).toContain('# The end.');
    expect(without).toContain('# still to be proven');
    const empty = spliced(without, { kind: 'drop', at: 0 })!;
    expect(valueIn(empty)).toEqual([]);
    expect(empty).toContain('# People, in the order of weight.');
    const again = spliced(empty, { kind: 'add', item: { id: 'a', text: 'yes: no' }, comment: 'x' })!;
    expect(valueIn(again)).toEqual([{ id: 'a', text: 'yes: no' }]);
    expect(again).toContain('# People, in the order of weight.');
  });

  it('is left alone where its syntax is broken', () => {
    expect(spliced('- id: [a', { kind: 'drop', at: 0 })).toBeUndefined();
  });
});

/** Strings that YAML could take for something else, and what people paste. */
const text = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom(
    'no',
    '~',
    'null',
    '1',
    '0x1f',
    '2016-12-15',
    '- a',
    '# a',
    'a: b',
    "it's",
    '“a”, b',
    'x\ny',
    ' x',
    '{a}',
    '',
    '&a',
    '*a',
    '!a',
    '%',
    '@',
    '`',
    '[',
    '| ',
    '> ',
  ),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.array(text, { maxLength: 3 }),
  fc.array(fc.record({ says: text, why: text }, { noNullPrototype: true }), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('from', 'to', 'on'), fc.integer(), { maxKeys: 2, noNullPrototype: true }),
);
const key = fc.constantFrom(
  'text',
  'role',
  'words',
  'inferred',
  'when',
  'paragraphs',
  'by',
  'doubt',
  'new-one',
);

describe('whatever is typed', () => {
  it('stands in the file afterwards as it was typed, and every line of other items as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES, BY_HAND),
        fc.nat(),
        fc.dictionary(key, fc.option(value, { nil: undefined }), {
          minKeys: 1,
          maxKeys: 3,
          noNullPrototype: true,
        }),
        (file, nth, fields) => {
          const before = valueIn(file) as Values[];
          const at = nth % before.length;
          const after = spliced(file, { kind: 'set', at, fields, order: ['id', 'text', 'by'] });
          expect(after).toBeDefined();
          expect(valueIn(after)).toEqual(
            before.with(
              at,
              Object.fromEntries(
                Object.entries({ ...before[at], ...fields }).filter(([, one]) => one !== undefined),
              ),
            ),
          );
          const lines = new Set(after!.split('\n'));
          const items = file.split(/^(?=- )/m).slice(file.startsWith('- ') ? 0 : 1);
          const others = items
            .filter((_, index) => index !== at)
            .flatMap((item) => item.trimEnd().split('\n'));
          expect(others.filter((line) => !lines.has(line))).toEqual([]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
