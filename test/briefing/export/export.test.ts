import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleOf, verified } from '../../../src/briefing/export/bundle.ts';
import { jsonFeed } from '../../../src/briefing/export/json-feed.ts';
import { markdown } from '../../../src/briefing/export/markdown.ts';
import { schemaOrg } from '../../../src/briefing/export/schema-org.ts';
import { readTexts } from '../../../src/briefing/files.ts';
import { loadTexts } from '../../../src/briefing/load.ts';
import { mdast } from './markdown.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/briefings');
const FOLDERS = [join(import.meta.dirname, '../../../briefings/kuril'), join(FIXTURES, 'harbour')];

function briefingOf(folder: string) {
  const loaded = loadTexts(readTexts(folder), []);
  if (loaded.kind === 'faults') throw new Error(JSON.stringify(loaded.faults));
  return loaded.briefing;
}

/** https://www.jsonfeed.org/version/1.1/ */
const feed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string(),
  language: z.string(),
  home_page_url: z.url().optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: z.string().optional(),
      content_text: z.string().min(1),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      external_url: z.url().optional(),
      authors: z
        .array(z.strictObject({ name: z.string() }))
        .min(1)
        .optional(),
      tags: z.array(z.string()).min(1).optional(),
      _attache: z.looseObject({ about: z.string(), cites: z.array(z.string()).min(1) }),
    }),
  ),
});

/** The properties that schema.org gives these types, of those that we use: https://schema.org/Quotation and the others. */
const to = z.strictObject({ '@id': z.string().startsWith('#') });
const node = z.object({ '@id': z.string().startsWith('#') });
const rests = {
  text: z.string().min(1),
  about: z.string().optional(),
  temporal: z.string().optional(),
  creditText: z.string().optional(),
  isBasedOn: z.array(to).min(1),
  citation: z.array(z.string()).min(1),
};
const graph = z.discriminatedUnion('@type', [
  node.extend({ '@type': z.literal('CreativeWork') }).catchall(z.unknown()),
  node
    .extend({
      '@type': z.literal('NewsArticle'),
      name: z.string(),
      headline: z.string().optional(),
      publisher: z.looseObject({ '@type': z.literal('Organization') }).optional(),
      author: z.looseObject({ '@type': z.literal('Person') }).optional(),
      datePublished: z.string().optional(),
      url: z.url().optional(),
      inLanguage: z.string(),
      license: z.string().optional(),
      creditText: z.string().optional(),
    })
    .strict(),
  node
    .extend({
      '@type': z.literal('Person'),
      name: z.string(),
      alternateName: z.array(z.string()).optional(),
      jobTitle: z.string().optional(),
      affiliation: to.optional(),
    })
    .strict(),
  node
    .extend({
      '@type': z.literal('Organization'),
      name: z.string(),
      alternateName: z.array(z.string()).optional(),
      affiliation: to.optional(),
    })
    .strict(),
  node.extend({ '@type': z.literal('Quotation'), spokenByCharacter: z.array(to).min(1), ...rests }).strict(),
  node
    .extend({
      '@type': z.literal('Claim'),
      author: z.array(to).min(1),
      appearance: z.array(to).min(1),
      ...rests,
    })
    .strict(),
]);
const linked = z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.array(graph) });

describe.each(FOLDERS)('the briefing of %s', (folder) => {
  const briefing = briefingOf(folder);

  it('is a JSON Feed that a reader takes: every item with its own id, its words and its paragraphs', () => {
    const made = feed.parse(jsonFeed(briefing));
    expect(new Set(made.items.map(({ id }) => id)).size).toBe(made.items.length);
    expect(made.items.length).toBe(briefing.presentClaims.length);
  });

  it('is schema.org: what was said verbatim is a Quotation, what is reported a Claim, and nobody is rated', () => {
    const made = linked.parse(schemaOrg(briefing));
    const ids = new Set(made['@graph'].map((one) => one['@id']));
    expect(ids.size).toBe(made['@graph'].length);
    const direct = briefing.statements.filter(({ mode }) => mode === 'direct');
    const quotations = made['@graph'].filter((one) => one['@type'] === 'Quotation');
    expect(quotations.map(({ text }) => text)).toEqual(direct.map(({ text }) => text));
    // Whatever is referred to is there, the bodies that people belong to aside.
    for (const one of made['@graph']) {
      if (one['@type'] === 'Quotation')
        for (const it of [...one.spokenByCharacter, ...one.isBasedOn]) expect(ids).toContain(it['@id']);
      if (one['@type'] === 'Claim')
        for (const it of [...one.author, ...one.isBasedOn, ...one.appearance])
          expect(ids).toContain(it['@id']);
    }
    expect(JSON.stringify(made)).not.toMatch(/review|rating/i);
  });

  it('is Markdown in which every line says what its item says, however it is written', () => {
    const lines = mdast(markdown(briefing));
    for (const { item } of briefing.presentClaims)
      expect(lines.some((line) => line.includes(item.text.replace(/\s+/g, ' ')) && line.includes('¶'))).toBe(
        true,
      );
  });

  it('is a bundle that anybody proves without the article, and no other', () => {
    const bundled = bundleOf('it', readTexts(folder));
    if (bundled.kind !== 'bundle') throw new Error('not proven');
    const text = JSON.stringify(bundled.bundle);
    expect(verified(text, [])).toMatchObject({ kind: 'proven', proven: { by: 'fingerprint' } });
    for (const article of readTexts(folder).articles.values())
      expect(text).not.toContain(
        article
          .split('\n')
          .find((line) => line.length > 60)
          ?.slice(0, 60),
      );

    const direct = briefing.statements.find(({ mode }) => mode === 'direct')!;
    const [word = ''] = direct.text.split(' ').filter((one) => /^[a-z]{4,}$/.test(one));
    const other = direct.text.replace(word, 'gladly');
    expect(verified(text.replaceAll(direct.text, other), []).kind).toBe('faults');
    const about = { ...bundled.bundle, proofs: { ...bundled.bundle.proofs, quotations: 99 } };
    expect(verified(JSON.stringify(about), [])).toEqual({ kind: 'untrue', what: ['quotations'] });
    const named = text.replace('What somebody said', 'What nobody said').replace('# ', '#  ');
    expect(verified(named, [])).toMatchObject({ kind: 'untrue', what: ['sha256'] });
    for (const odd of [
      '',
      '{',
      '[]',
      '{"format":"attache-bundle-1"}',
      text.replace('people.yaml', '../people.yaml'),
    ])
      expect(verified(odd, []).kind).toBe('no-bundle');
  });
});

it('leaves out what nobody has put into words yet, and what was corrected', () => {
  const texts = readTexts(FOLDERS[1]!);
  const statements = texts.yaml.get('statements.yaml')!;
  const briefing = briefingOf(FOLDERS[1]!);
  const reported = briefing.statements.find(({ mode }) => mode === 'reported')!;
  const silent = statements.replace(/text: .*/g, (line) =>
    line.includes(reported.text.slice(0, 30)) ? `text: ""\n  from: { paragraph: 1, start: 0, end: 5 }` : line,
  );
  const loaded = loadTexts({ ...texts, yaml: new Map([...texts.yaml, ['statements.yaml', silent]]) }, []);
  if (loaded.kind === 'faults') throw new Error(JSON.stringify(loaded.faults));
  expect(JSON.stringify(jsonFeed(loaded.briefing))).not.toContain(`harbour/${reported.id}"`);
  expect(JSON.stringify(schemaOrg(loaded.briefing))).not.toContain(`"#${reported.id}"`);
  expect(readFileSync(join(FOLDERS[1]!, 'statements.yaml'), 'utf8')).toBe(statements);
});
