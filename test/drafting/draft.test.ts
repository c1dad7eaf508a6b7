import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { draftOf } from '../../src/drafting/extract.ts';
import { readAny } from '../../src/drafting/reading/any.ts';
import { articleOf } from '../../src/drafting/reading/read.ts';
import { filesOf } from '../../src/drafting/write/briefing.ts';
import type { Rights } from '../../src/drafting/write/rights.ts';

const FERRY = readFileSync(join(import.meta.dirname, '../fixtures/articles/ferry.txt'), 'utf8');

async function drafted(text = FERRY, name = 'ferry.txt') {
  const article = articleOf(await readAny(name, text), {});
  const { published } = article.head;
  return {
    article,
    draft: draftOf(article, published === undefined ? undefined : Temporal.PlainDate.from(published)),
  };
}

async function checked(rights: Rights) {
  const { article, draft } = await drafted();
  const licence = rights === 'licensed' ? { licence: 'CC BY 4.0' } : {};
  const files = filesOf('ferry', draft, article, { id: 'report', rights, ...licence }, '2026-03-04');
  const yaml = new Map(
    [...files].flatMap(([file, text]) =>
      file.endsWith('.yaml') && text !== undefined ? [[file, text] as const] : [],
    ),
  );
  const prints = new Map([['report', files.get('sources/report.json')!]]);
  const text = files.get('sources/report.txt');
  return check({
    folder: 'ferry',
    yaml,
    prints,
    articles: new Map(text === undefined ? [] : [['report', text]]),
  });
}

describe('a draft made of an article by rules', () => {
  it('keeps its head and its source, whatever the proofs say of them', async () => {
    const [first = ''] = FERRY.split('\n');
    const { article, draft } = await drafted(FERRY.replace(first, `“A long night”: ${first}`));
    const files = filesOf('ferry', draft, article, { id: 'report', rights: 'own' }, '2026-03-04');
    expect(files.get('sources.yaml')).toContain('A long night');
    expect(files.get('briefing.yaml')).toBeDefined();
  });

  it('names everybody who is named, with what they are', async () => {
    const { draft } = await drafted();
    const people = new Map(
      draft.people.filter(({ unnamed }) => !unnamed).map(({ name, role }) => [name, role]),
    );
    expect(Object.fromEntries(people)).toMatchObject({
      'Tomas Ek': 'fisherman',
      'Ingrid Sol': 'chief executive',
      'Per Anders Holm': "island's mayor",
    });
    expect(draft.people.filter(({ unnamed }) => unnamed).map(({ name }) => name)).toEqual([
      'The operator',
      'A spokeswoman for the company',
      'The coastguard',
    ]);
    expect(draft.organisations.map(({ name }) => name)).toContain('Elm Lines');
  });

  it('gives each quotation to whoever spoke it, before, between and after, by name and by pronoun', async () => {
    const { draft } = await drafted();
    const direct = draft.statements
      .filter(({ mode }) => mode === 'direct')
      .map(({ text, speakers, trust }) => [text, ...speakers, trust]);
    expect(direct).toEqual([
      ['We heard a bang and then the lights went out', 'tomas-ek', 'sure'],
      ['The crew were calm. That helped.', 'tomas-ek', 'sure'],
      ['not cut a corner', 'ingrid-sol', 'sure'],
      ['This ship is twenty-six years old', 'ingrid-sol', expect.any(String)],
      ['It has been looked after, and it will be again.', 'ingrid-sol', expect.any(String)],
    ]);
  });

  it('tells days from the day of publication, and says that it infers them', async () => {
    const { draft } = await drafted();
    const days = draft.events.map(({ when, inferred }) => [when?.on, inferred.length]);
    expect(days).toContainEqual(['2026-03-02', 1]);
    expect(days).toContainEqual(['2026-03-03', 1]);
  });

  for (const rights of ['own', 'licensed', 'restricted'] as const)
    it(`passes the check where the rights are ${rights}`, async () => {
      expect(await checked(rights)).toMatchObject({ kind: 'proven' });
    });

  it('shows no sentence of a restricted source but what persons said', async () => {
    const { article, draft } = await drafted();
    const files = filesOf('ferry', draft, article, { id: 'report', rights: 'restricted' }, '2026-03-04');
    expect(files.get('sources/report.txt')).toBeUndefined();
    const all = [...files.values()].join('\n');
    expect(all).toContain('We heard a bang');
    expect(all).not.toContain('Nobody was hurt when the fire broke out');
    expect(all).not.toContain('depend on the ferry for food');
  });
});
