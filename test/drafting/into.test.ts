import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import type { Texts } from '../../src/briefing/files.ts';
import { draftOf } from '../../src/drafting/extract.ts';
import { articleOf, readText } from '../../src/drafting/reading/read.ts';
import { filesOf } from '../../src/drafting/write/briefing.ts';
import { filesInto } from '../../src/drafting/write/into.ts';

const FERRY = readFileSync(join(import.meta.dirname, '../fixtures/articles/ferry.txt'), 'utf8');
const SECOND = `Ferry company's chief steps down

Elm Lines said on Friday that its chief executive, Ingrid Sol, would leave.

“This ship is twenty-six years old,” she said. “I should have stopped it.”

Sunvara's 3,900 people depend on the ferry for food and medicine.
`;

function drafted(text: string) {
  const article = articleOf(readText(text), { published: '2026-03-07' });
  return { article, draft: draftOf(article, Temporal.PlainDate.from('2026-03-07')) };
}

function textsOf(files: ReadonlyMap<string, string | undefined>): Texts {
  const pick = (test: RegExp) =>
    new Map(
      [...files].flatMap(([file, text]) =>
        text !== undefined && test.test(file)
          ? [[file.replace(/^sources\/|\.(?:json|txt)$/g, ''), text] as const]
          : [],
      ),
    );
  return {
    folder: 'ferry',
    yaml: pick(/^[^/]+\.yaml$/),
    prints: pick(/^sources\/.*json$/),
    articles: pick(/^sources\/.*txt$/),
  };
}

function first(): Map<string, string | undefined> {
  const { article, draft } = drafted(FERRY);
  return filesOf('ferry', draft, article, { id: 'report', rights: 'own' }, '2026-03-04');
}

function into(files: ReadonlyMap<string, string | undefined>, text: string, id: string) {
  const { article, draft } = drafted(text);
  const result = filesInto(textsOf(files), files.get('drafted.json'), draft, article, { id, rights: 'own' });
  if (result.kind !== 'files') throw new Error(result.kind);
  return { ...result, all: new Map<string, string | undefined>([...files, ...result.files]) };
}

describe('drafting into a briefing that is there', () => {
  it('changes nothing of what an editor reworded, took out or noted, when the same article is drafted once more', () => {
    const files = first();
    const people = files.get('people.yaml')!;
    files.set('people.yaml', people.replace('role: fisherman', 'role: fisherman of Port Elm # asked him'));
    const statements = files.get('statements.yaml')!.split(/(?=^- )/m);
    files.set('statements.yaml', statements.filter((item) => !item.includes('The crew were calm')).join(''));
    const { all, added } = into(files, FERRY, 'report');
    expect(added).toBe(0);
    expect(all.get('people.yaml')).toBe(files.get('people.yaml'));
    expect(all.get('statements.yaml')).toBe(files.get('statements.yaml'));
  });

  it('joins what a second article says again, and sets beside it what it says otherwise', () => {
    const { all, joined, differing } = into(first(), SECOND, 'second');
    expect(joined).toBeGreaterThan(2);
    expect(differing).toBeGreaterThan(0);
    expect(all.get('people.yaml')).toMatch(/name: Ingrid Sol[\s\S]{0,200}second: \[ ?2/);
    expect(all.get('people.yaml')!.match(/name: Ingrid Sol/g)).toHaveLength(1);
    expect(all.get('statements.yaml')!.match(/text: This ship is twenty-six years old/g)).toHaveLength(1);
    expect(all.get('figures.yaml')).toContain('3,400');
    expect(all.get('figures.yaml')).toMatch(/3,900[\s\S]{0,400}doubt: guess/);
    expect(check(textsOf(all))).toMatchObject({ kind: 'proven' });
  });
});
