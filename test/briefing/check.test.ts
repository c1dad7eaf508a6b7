import { describe, expect, test } from 'vitest';
import { check } from '../../src/briefing/check.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { copyOf, HARBOUR, HARBOUR_ARTICLE, KURIL, lineOf } from './copy.ts';

describe('without the article', () => {
  test('the Kuril briefing is proven by its fingerprint', () => {
    expect(check(readTexts(KURIL))).toMatchObject({
      kind: 'proven',
      proven: { paragraphs: 36, quotations: 4, by: 'fingerprint' },
    });
  });

  test('a quotation with one letter changed is not in its paragraph', () => {
    const copy = copyOf(KURIL).edit('statements.yaml', 'without trust the goal', 'without trust the gaol');
    const [fault, ...rest] = copy.faults();
    expect(rest).toEqual([]);
    expect(fault).toBe(
      `statements.yaml:${lineOf(copy.folder, 'statements.yaml', 'without trust the gaol')}: ` +
        "'without trust the gaol can not be reached.' is not, word for word and whole, between quotation marks in paragraph 11; " +
        "copy the quotation from the source, or make it 'mode: reported' in our own words",
    );
  });

  test('a quotation with its last words left off is not whole', () => {
    expect(
      copyOf(KURIL).edit('statements.yaml', ' in the last four or five years', '').faults()[0],
    ).toContain('word for word and whole, between quotation marks in paragraph 32');
  });

  test('words of the reporter passed off as a quotation are not between quotation marks', () => {
    const copy = copyOf(HARBOUR).edit('statements.yaml', 'and so have the fishermen.', 'the old harbour');
    expect(
      copy
        .edit(
          'statements.yaml',
          'paragraphs: [3]\n  topics: [quay]\n- id: berg',
          'paragraphs: [2]\n  topics: [quay]\n- id: berg',
        )
        .faults(),
    ).toContainEqual(
      expect.stringContaining(
        "'the old harbour' is not, word for word and whole, between quotation marks in paragraph 2",
      ),
    );
  });

  test('a quotation under the wrong paragraph is told the right one', () => {
    const copy = copyOf(KURIL).edit('statements.yaml', 'paragraphs: [16]', 'paragraphs: [17]');
    expect(copy.faults()).toContainEqual(
      expect.stringMatching(/^statements\.yaml:\d+: .*in paragraph 17; cite where it stands: paragraph 16$/),
    );
  });

  test('a figure with one digit changed is not in its paragraph, and does not come to its value', () => {
    const faults = copyOf(KURIL).edit('figures.yaml', 'shown: about 17,000', 'shown: about 18,000').faults();
    expect(faults).toEqual([
      expect.stringMatching(
        /^figures\.yaml:\d+: the value is 17000, and 'about 18,000' comes to 18000; mend 'value' or 'shown'/,
      ),
      expect.stringMatching(
        /^figures\.yaml:\d+: the number '18000' does not stand in paragraph 5; mend the text or its paragraphs/,
      ),
    ]);
  });

  test('a value that is off by a thousand is caught', () => {
    expect(copyOf(KURIL).edit('figures.yaml', 'value: 1000000000', 'value: 1000000').faults()).toEqual([
      expect.stringContaining("the value is 1000000, and '$1 billion' comes to 1000000000"),
    ]);
  });

  test('a number in words that the paragraph does not have is caught', () => {
    expect(
      copyOf(KURIL)
        .edit(
          'background.yaml',
          'neighbours dispute territory with China',
          'and six neighbours dispute territory with China',
        )
        .faults(),
    ).toEqual([expect.stringContaining("the number 'six' does not stand in paragraph 33")]);
  });

  test('a name that the paragraph does not have is caught, amid a sentence and at its start', () => {
    const copy = copyOf(KURIL)
      .edit('background.yaml', 'text: Commercial fishing is', 'text: For Norway, commercial fishing is')
      .edit('key-points.yaml', 'text: The islanders mostly', 'text: Novatek says that the islanders mostly');
    expect(copy.faults()).toEqual([
      expect.stringMatching(/^background\.yaml:\d+: the name 'Norway' does not stand in paragraph 17/),
      expect.stringMatching(
        /^key-points\.yaml:\d+: the name 'Novatek' does not stand in paragraphs 20 and 21/,
      ),
    ]);
  });

  test('a name that the paragraph writes in another way is told as it is written there', () => {
    const copy = copyOf(KURIL).edit('events.yaml', 'the United States and other', 'the US and other');
    expect(copy.faults()).toEqual([
      expect.stringContaining("the name 'US' does not stand in paragraph 29; write 'United States', as the"),
    ]);
  });

  test('a name or a number that is said to be inferred may stand', () => {
    const copy = copyOf(KURIL).edit(
      'background.yaml',
      'text: Commercial fishing is plentiful in the region around the islands.',
      'text: For Norway and its 90 boats, commercial fishing is plentiful in the region around the islands.\n  inferred: [{ says: Norway has 90 boats, why: An example. }]',
    );
    expect(copy.faults()).toEqual([]);
  });

  test('a statement under a paragraph that does not name its speaker is caught, and so is the paragraph left unused', () => {
    const faults = copyOf(KURIL).edit('statements.yaml', 'paragraphs: [22]', 'paragraphs: [17]').faults();
    expect(faults).toContainEqual(
      expect.stringMatching(/^statements\.yaml:\d+: 'japanese-spokesman' is not named in paragraph 17/),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(/^skipped\.yaml:\d+: no item uses paragraph 22; add what it says/),
    );
  });

  test('a quotation given to somebody else is caught', () => {
    const copy = copyOf(KURIL).edit('statements.yaml', 'speakers: [abe]\n', 'speakers: [putin]\n');
    expect(copy.faults()).toEqual([
      expect.stringMatching(
        /^statements\.yaml:\d+: paragraph 11 has these words from 'abe', not from 'putin'/,
      ),
    ]);
  });

  test('somebody who is named only inside the quotation is not taken for its speaker', () => {
    const copy = copyOf(HARBOUR)
      .edit('people.yaml', 'names: { also: [clerk] }', 'names: { also: [clerk, fishermen] }')
      .edit(
        'statements.yaml',
        'speakers: [silva]\n  mode: direct\n  text: and so',
        'speakers: [clerk]\n  mode: direct\n  text: and so',
      );
    expect(copy.faults()).toEqual([
      expect.stringContaining("paragraph 3 has these words from 'silva', not from 'clerk'"),
    ]);
  });

  test('an item left out leaves its paragraph unused', () => {
    const copy = copyOf(HARBOUR).write('background.yaml', '[]\n');
    expect(copy.faults()).toEqual([
      'skipped.yaml:1: no item uses paragraph 6; add what it says to statements, events, deals, figures or background, or skip it here with the reason',
    ]);
  });

  test('a quotation left out is missed', () => {
    const copy = copyOf(HARBOUR);
    const statements = readTexts(copy.folder).yaml.get('statements.yaml') ?? '';
    const [before = '', after = ''] = statements.split('- id: silva-fishermen');
    copy.write('statements.yaml', before + after.slice(after.indexOf('- id: berg-people')));
    expect(copy.faults()).toContainEqual(
      "statements.yaml:1: paragraph 3 has 2 direct quotations, and 1 told here; add each with 'mode: direct', or cite in a note on the paragraph what nobody spoke, such as a title",
    );
  });

  test('words between quotation marks that nobody spoke need a note that cites them', () => {
    expect(copyOf(HARBOUR).write('notes.yaml', '[]\n').faults()).toEqual([
      expect.stringMatching(
        /^statements\.yaml:1: paragraph 6 has 1 direct quotation, and 0 told here; .*such as a title$/,
      ),
    ]);
  });

  test('a paragraph both used and skipped is a contradiction', () => {
    expect(
      copyOf(HARBOUR).write('skipped.yaml', '- { paragraphs: [6, 7], why: No use. }\n').faults(),
    ).toEqual(['skipped.yaml:1: paragraph 6 is skipped, and used; take it out of the one or the other']);
  });

  test('a reported sentence that copies the source is caught', () => {
    const copy = copyOf(HARBOUR)
      .edit('sources.yaml', 'rights: own', 'rights: restricted')
      .edit(
        'statements.yaml',
        'text: It might be three weeks until work starts.',
        'text: A harbour clerk said that work could begin in three weeks.',
      );
    expect(copy.faults()).toEqual([
      expect.stringMatching(
        /^statements\.yaml:\d+: 11 words in a row as the source has them: 'A harbour clerk said that work could begin in three weeks'; say it in our own words/,
      ),
    ]);
  });

  test('a source of one’s own may stand in its own words', () => {
    const copy = copyOf(HARBOUR).edit(
      'statements.yaml',
      'text: It might be three weeks until work starts.',
      'text: A harbour clerk said that work could begin in three weeks.',
    );
    expect(copy.faults()).toEqual([]);
  });

  test('the source copied into the words of a topic or the reason of an inference is caught too', () => {
    const copy = copyOf(HARBOUR)
      .edit('sources.yaml', 'rights: own', 'rights: restricted')
      .edit(
        'topics.yaml',
        'words: [quay,',
        'words: [agreed on Monday to rebuild the old harbour which a storm,',
      );
    expect(copy.faults()).toEqual([expect.stringContaining('words in a row as the source has them')]);
  });

  test('quotation marks in a reported text are refused, an apostrophe is not', () => {
    const marked = copyOf(KURIL).edit(
      'statements.yaml',
      'It matters to take up the security dialogue again.',
      "It matters to take up the 'security dialogue' again.",
    );
    expect(marked.faults()).toEqual([
      expect.stringMatching(/quotation marks in a reported text; put it in our own words/),
    ]);
    const genitive = copyOf(HARBOUR).edit('statements.yaml', 'The port gives', "The quay's port gives");
    expect(genitive.faults()).toEqual([]);
  });

  test('a date that the paragraph does not write out needs a word on where it comes from', () => {
    expect(
      copyOf(KURIL).edit('events.yaml', 'when: { on: 2016-09 }', 'when: { on: 2016-10 }').faults(),
    ).toEqual([
      expect.stringMatching(/^events\.yaml:\d+: 2016-10: October not written in paragraph 33; .*'inferred'/),
    ]);
    expect(copyOf(HARBOUR).edit('events.yaml', 'says: "2020"', 'says: the last winter').faults()).toEqual([
      expect.stringMatching(/^events\.yaml:\d+: 2020: 2020 not written in paragraph 2/),
    ]);
  });

  test('coordinates and names in another script are never passed off as the source’s', () => {
    const faults = copyOf(KURIL)
      .edit('places.yaml', 'at: [139.69, 35.69]', 'at: [139.7, 35.69]')
      .edit('people.yaml', 'ja: 保坂祐二', 'ja: 保坂裕二')
      .faults();
    expect(faults).toEqual([
      expect.stringMatching(/^people\.yaml:\d+: the name '保坂裕二' is not marked as inferred/),
      expect.stringMatching(/^places\.yaml:\d+: the coordinates 139\.7, 35\.69 stand in no article/),
    ]);
  });

  test('a citation in single quotation marks stands in the source', () => {
    expect(
      copyOf(KURIL)
        .edit(
          'notes.yaml',
          "The source writes 'the disputed island' once",
          "The source writes 'the contested island' once",
        )
        .faults(),
    ).toEqual([
      expect.stringContaining(
        "the citation 'the contested island' does not stand in paragraphs 19, 20 and 21",
      ),
    ]);
  });

  test('a paragraph that has nothing to do with its item is taken for the wrong one', () => {
    expect(
      copyOf(KURIL).edit('background.yaml', 'paragraphs: [31]', 'paragraphs: [31, 36]').faults(),
    ).toEqual([
      expect.stringMatching(
        /^background\.yaml:\d+: 'effect-on-china' has no word in common with paragraph 36/,
      ),
    ]);
  });

  test('all faults of all files come in one run', () => {
    const copy = copyOf(KURIL)
      .edit('statements.yaml', 'spilled a whole lot', 'spilled a whole bit')
      .edit('people.yaml', 'role: Prime Minister of Japan', 'roll: Prime Minister of Japan')
      .edit('deals.yaml', 'sum: $1 billion', 'sum: $2 billion');
    expect(copy.faults().map((line) => line.split(':')[0])).toEqual([
      'deals.yaml',
      'people.yaml',
      'statements.yaml',
    ]);
  });

  test('a briefing without a fingerprint, or with a broken one, is told how to make it', () => {
    expect(copyOf(HARBOUR).remove('sources/report.json').faults()).toEqual([
      'sources/report.json:1: no such file; make it with npm run source -- add BRIEFING report FILE',
    ]);
    expect(copyOf(HARBOUR).write('sources/report.json', '{ "scheme": 1 }').faults()).toEqual([
      "sources/report.json:1: 'scheme' is wrong; make it with npm run source -- add BRIEFING report FILE",
    ]);
    expect(copyOf(HARBOUR).write('sources/report.json', 'no JSON').faults()).toHaveLength(1);
  });
});

describe('with the article', () => {
  test('a second, invented briefing is proven letter by letter', () => {
    expect(check(readTexts(HARBOUR), [HARBOUR_ARTICLE])).toEqual({
      kind: 'proven',
      proven: { paragraphs: 7, quotations: 2, claims: 12, by: 'exact', unworded: [], marks: [] },
    });
  });

  test('a comma dropped from a quotation is seen', () => {
    const article = HARBOUR_ARTICLE.replace('We have waited long enough', 'We have waited, long enough');
    const copy = copyOf(HARBOUR);
    expect(copy.faults(article)).toContainEqual(
      expect.stringMatching(/^statements\.yaml:\d+: .* differs from paragraph 3 in a sign that is no letter/),
    );
  });

  test('an article with one letter changed is not the one that the briefing was written from', () => {
    expect(copyOf(HARBOUR).faults(HARBOUR_ARTICLE.replace('old harbour', 'odd harbour'))).toEqual([
      expect.stringMatching(/^sources\/report\.json:1: the SHA-256 is not that of the source file given/),
    ]);
  });

  test("a fingerprint whose hashes are not the article's is caught though its SHA-256 is right", () => {
    const text = readTexts(HARBOUR).prints.get('report') ?? '';
    const print = JSON.parse(text) as { paragraphs: string[] };
    print.paragraphs[5] = `${print.paragraphs[5]}abcd`;
    expect(
      copyOf(HARBOUR).write('sources/report.json', JSON.stringify(print)).faults(HARBOUR_ARTICLE),
    ).toEqual([expect.stringContaining("the hashes are not those of the source's words")]);
  });
});
