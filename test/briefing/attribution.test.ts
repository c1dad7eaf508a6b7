import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../src/briefing/evidence.ts';
import { fingerprintOf } from '../../src/briefing/fingerprint.ts';
import { attributionOf } from '../../src/briefing/proofs/attribution.ts';
import { paragraphsOf, wordsOf } from '../../src/briefing/words.ts';
import { quotesIn } from '../../src/text/marks.ts';

const PEOPLE = { major: ['Helen Major', 'Major'], hope: ['Ann Hope', 'Hope'], day: ['Sam Day', 'Day'] };
const BODIES = { port: ['Port Elm Authority', 'authority'], ferries: ['Elm Ferries'] };
const things = Object.entries({ ...PEOPLE, ...BODIES }).map(([id, names]) => ({
  id,
  ours: [],
  theirs: names.map(wordsOf),
}));
const cast = { things, persons: new Set(Object.keys(PEOPLE)) };

/** Who said each quotation of a text, by its fingerprint. */
function speakersIn(text: string): string[] {
  const evidence = evidenceOf([{ id: 'report', print: fingerprintOf(text) }]);
  return paragraphsOf(text).flatMap((paragraph, index) =>
    quotesIn([paragraph]).map(({ text: words }) => {
      const said = attributionOf({ source: 'report', paragraph: index + 1 }, wordsOf(words), cast, evidence);
      return said ? [...said].join('|') : 'unclear';
    }),
  );
}

describe('whose a quotation is, is told by the words', () => {
  test.each([
    ['after it', '“The quay will hold,” Hope said.', ['hope']],
    ['after it, the verb first', '“The quay will hold,” said Helen Major, who had spoken to Day.', ['major']],
    ['before it', 'At a meeting with Day, Hope said: “The quay will hold.”', ['hope']],
    [
      'before it, with a post between',
      'Ann Hope, an engineer at Elm Ferries, said “the quay will hold”.',
      ['hope'],
    ],
    ['between its parts', '“The quay,” Day said, “will hold.”', ['day', 'day']],
    ['of a body', 'Elm Ferries said in a statement that “the quay will hold”.', ['ferries']],
    ['by according to', '“The quay will hold,” according to the authority.', ['port']],
  ])('%s', (_, text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers);
  });

  test('with a pronoun, of whoever alone is named before it, here or in the paragraph before', () => {
    expect(speakersIn('Hope shook her head. “It will hold,” she said.')).toEqual(['hope']);
    expect(speakersIn('Hope was asked about it.\n\n“It will hold,” she said.')).toEqual(['hope']);
    expect(speakersIn('Hope and Day were asked about it.\n\n“It will hold,” she said.')).toEqual(['unclear']);
  });

  test('of a speaker whose words go on in the next paragraph', () => {
    expect(speakersIn('“It will hold,” Hope said. “I know it.\n\n“I built it.”')).toEqual([
      'hope',
      'hope',
      'hope',
    ]);
  });

  test('not at all where only others are named near it', () => {
    expect(speakersIn('“It will hold,” said Bob, a friend of Hope. Day did not answer.')).toEqual([
      'unclear',
    ]);
    expect(speakersIn('Day left the room. “It will hold.”')).toEqual(['unclear']);
  });
});

describe('quotation marks', () => {
  test.each([
    ['“one two”', ['one two']],
    ['"one" and "two"', ['one', 'two']],
    ["'one two,' he said", ['one two,']],
    ['‘the leaders’ talks failed,’ he said', ['the leaders’ talks failed,']],
    ['„eins zwei“, sagte er', ['eins zwei']],
    ['彼は「行く」と言った', ['行く']],
    ['‘he said “no” to me,’ she said', ['he said “no” to me,']],
    ["Japan’s and the leaders' own; it's '90s music", []],
    ['“it goes on', ['it goes on']],
  ])('in %s', (text, quotations) => {
    expect(quotesIn([text]).map((quote) => quote.text)).toEqual(quotations);
  });
});
