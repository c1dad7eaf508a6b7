import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/drafting/extract.ts';
import { readAny } from '../../src/drafting/reading/any.ts';
import { articleOf, readText } from '../../src/drafting/reading/read.ts';

const ON = '2026-03-04';

function drafted(...paragraphs: readonly string[]) {
  return draftOf(articleOf(readText(paragraphs.join('\n')), { published: ON }), Temporal.PlainDate.from(ON));
}

describe('whom a draft names', () => {
  it('knows people whose surname is a word, and takes no contraction or number for a name', () => {
    const { people, organisations } = drafted(
      'The bridge was shut on Monday.',
      "Martin Day, a welder, said he would wait. We'll see, he added. Don't ask. Forty-two boats left.",
    );
    expect(people.map(({ name }) => name)).toEqual(['Martin Day']);
    expect(organisations.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/We|Don|Forty/));
  });

  it('takes a village that no list has for a place, and a ship or a chemical for nobody', () => {
    const { people, organisations, places } = drafted(
      'A barn burned at Ostrelund, 12 kilometres north of the river, on Monday.',
      'The trawler Lady Agnes saw it. The smoke held the solvent perchloroethane, or PCX, in small amounts.',
    );
    expect(places.map(({ name }) => name)).toContain('Ostrelund');
    expect([...people, ...organisations].map(({ name }) => name)).toEqual([]);
  });

  it('tells a body by the noun or the first word of its name, and a river, a model and a plural from bodies', () => {
    const { organisations, places } = drafted(
      'Mill closed',
      'The Wharf Safety Board shut the mill on the River Sorn on Monday. Corvel Utilities runs it, with the model KX-210.',
      'State Department spokesman Lars Feld said MPs had asked. The Board said Corvel had agreed.',
    );
    expect(organisations.map(({ name }) => name)).toEqual([
      'Wharf Safety Board',
      'Corvel Utilities',
      'State Department',
    ]);
    expect(places.map(({ name }) => name)).toContain('River Sorn');
  });

  it('gives no coordinates to a small town that nothing else in the article bears out', () => {
    const { places } = drafted(
      'Vote',
      'The bill was passed in Westminster on Monday, officials in London and Leeds said.',
    );
    expect(places.find(({ name }) => name === 'Westminster')?.at).toBeUndefined();
    expect(places.find(({ name }) => name === 'Leeds')?.at).toBeDefined();
  });

  it('gives the role of one of several, and of a post with a capital', () => {
    const { people } = drafted(
      'Vote',
      'The Water Secretary, Tom Hale, left on Monday. “No,” said Priya Nair, one of the group’s founders.',
    );
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Tom Hale', 'Water Secretary'],
      ['Priya Nair', 'one of the group’s founders'],
    ]);
  });

  it('names its reporters by byline and credit', () => {
    const { people } = drafted(
      'Harbour wall falls',
      'By Anna Holt and Per Lind in Oslo',
      'The harbour wall fell into the sea on Monday, and nobody was hurt, the coastguard said.',
      '(Reporting by Anna Holt and Per Lind; editing by Mia Strand)',
    );
    const reporters = people.filter(({ kind }) => kind === 'reporter').map(({ name }) => name);
    expect(reporters).toEqual(['Anna Holt', 'Per Lind', 'Mia Strand']);
  });
});

describe('who a draft says said it', () => {
  const said = (...paragraphs: readonly string[]) => {
    const { statements, people, organisations } = drafted(...paragraphs);
    const names = new Map([...people, ...organisations].map(({ id, name }) => [id, name]));
    return statements.map(({ mode, speakers, trust }) => [mode, names.get(speakers[0]!), trust]);
  };

  it('gives a pronoun to whoever was called so before, and not to somebody new of whom nothing tells', () => {
    expect(
      said(
        'School closed',
        'Dr. Embu Orne, the health officer, closed the school on Monday. “We had no choice,” she said.',
        'Orne has received threats since, and a guard stands at her door. The sheriff, Lou Brandt, said two people had been heard.',
        '“I am not leaving,” she said.',
      ).filter(([mode]) => mode === 'direct'),
    ).toEqual([
      ['direct', 'Embu Orne', 'likely'],
      ['direct', 'Embu Orne', 'likely'],
    ]);
  });

  it('is not sure of a surname that two people have, nor of a report in a clause by the way', () => {
    expect(
      said(
        'Fine paid',
        'Martin Ashby, the chief executive, and David Ashby, a director, met on Monday.',
        '“We got this wrong,” Ashby said.',
        'The sheriff, Lou Brandt, said the order came four hours earlier than Day Lines claimed it had.',
      ).map(([mode, , trust]) => [mode, trust]),
    ).toEqual([
      ['direct', 'likely'],
      ['reported', 'sure'],
    ]);
  });

  it('gives words to whoever was asked, and not to whom they were asked about', () => {
    expect(
      said(
        'Match won',
        'Luis Moreno scored late. Asked about Moreno, Sofia Lindqvist smiled. “He is a pest in training. That is why we bought him.”',
      ),
    ).toEqual([['direct', 'Sofia Lindqvist', 'guess']]);
  });

  it('passes over what the speaker does before speaking', () => {
    expect(
      said(
        'A nurse who may not discuss the case said several patients had left and “were as happy as anyone”.',
      ),
    ).toEqual([
      ['reported', 'A nurse', 'sure'],
      ['direct', 'A nurse', 'sure'],
    ]);
  });

  it('gives words to whoever the sentence is about, not to whom a later clause speaks of', () => {
    expect(
      said(
        'Ida Berg, the judge, wrote that the rule “restores basic order” and that the company had not decided.',
      ),
    ).toEqual([
      ['reported', 'Ida Berg', 'sure'],
      ['direct', 'Ida Berg', 'sure'],
    ]);
  });

  it('takes a number that somebody puts it at for what they say, and a company that reported sales for nobody', () => {
    expect(
      said(
        'Norvik Shipping Corp. is a firm in Oslo. Norvik, which reported sales of $2 million, has five ships.',
        'Norvik put it at 86 percent.',
      ),
    ).toEqual([['reported', 'Norvik Shipping Corp', 'sure']]);
  });
});

describe('when a draft says it was', () => {
  const days = (text: string) => drafted(text).events.map(({ when }) => when?.on);

  it('tells what is to come from what was, and what was said from what was done', () => {
    expect(days('Friday’s march, which starts at 4am, will be the fifth.')).toEqual(['2026-03-06']);
    expect(days('The two sides were ordered to meet on March 21 in Oslo.')).toEqual(['2026-03-21']);
    expect(days('Asked on Tuesday whether she had gone, Ida Berg said the door was open.')).toEqual([]);
    expect(days('It was the largest purchase since 2017.')).toEqual([]);
    expect(days('Sales last year were 4 million euros.')).toEqual([]);
  });
});

describe('a long text', () => {
  it('becomes paragraphs that can be cited where it was saved without line breaks', async () => {
    const { paragraphs } = await readAny('a.txt', 'The bridge was shut, the council said. '.repeat(400));
    expect(paragraphs.length).toBeGreaterThan(4);
    expect(paragraphs.every((text) => text.length <= 3_000 && text.endsWith('.'))).toBe(true);
  });

  it('is read as far as a report goes, and says how far that is', () => {
    const { skipped } = drafted(...Array.from({ length: 6_000 }, (_, at) => `Boat ${at} left on Monday.`));
    expect(skipped.at(-1)).toEqual({
      paragraphs: Array.from({ length: 1_000 }, (_, at) => 5_001 + at),
      why: expect.stringContaining('5000 paragraphs'),
    });
  });

  it('is read as text where its tags or marks nest without end', async () => {
    const html = await readAny('a.html', `${'<div>'.repeat(5_000)}The bridge is shut.<script>no()</script>`);
    expect(html.paragraphs).toEqual(['The bridge is shut.']);
    const signs = await readAny('a.html', `${'> '.repeat(200_000)}The bridge is shut.`);
    expect(signs.paragraphs.at(-1)).toMatch(/The bridge is shut\.$/);
    const long = await readAny('a.html', `<p>${'The bridge is shut. '.repeat(400)}It opens on Monday.</p>`);
    expect(long.paragraphs.at(-1)).toMatch(/It opens on Monday\.$/);
    const markdown = await readAny('a.md', `${'> '.repeat(5_000)}The bridge is shut.`);
    expect(markdown.paragraphs.at(-1)).toMatch(/The bridge is shut\.$/);
  });
});
