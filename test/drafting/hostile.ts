/** Articles that nobody means well with: any bytes, marks that never close, soup of tags, one paragraph without end. */
import fc from 'fast-check';

export type Hostile = { readonly file: string; readonly bytes: Uint8Array };

/** Of at most so many bytes. */
export function hostileArticle(most: number): fc.Arbitrary<Hostile> {
  return fc
    .tuple(
      fc.constantFrom('a.txt', 'a.txt', 'a.txt', 'a.md', 'a.html', 'a'),
      fc.oneof(
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) },
        { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 2_000 }).map(utf8) },
        { weight: 6, arbitrary: patched },
        { weight: 3, arbitrary: grown(most) },
      ),
    )
    .map(([file, bytes]) => ({ file, bytes: bytes.subarray(0, most) }));
}

/** Each kind of an article's stuff, to the size that is given. */
export function extremes(size: number): Hostile[] {
  const many = (file: string, piece: string): Hostile => ({ file, bytes: utf8(filled(piece, size)) });
  const lines = (count: number, line: (at: number) => string): Hostile => ({
    file: 'a.txt',
    bytes: utf8(
      Array.from({ length: count }, (_, at) => line(at))
        .join('\n')
        .slice(0, size),
    ),
  });
  return [
    ...STUFF.flatMap((piece) => [many('a.txt', piece)]),
    ...TAGGED.map((piece) => many('a.html', piece)),
    ...MARKED.map((piece) => many('a.md', piece)),
    lines(5_000, (at) => `Anna Norn${at} of Harbour ${at} said that ${at} of the ${at + 9} boats had gone.`),
    lines(5_000, (at) => `“We lost boat ${at},” said Olga Berg${at % 90}, a skipper of Port ${at}.`),
    lines(1, () => filled('“So it is,” said Anna Berg of Elm Lines. It was 5 May. ', size)),
    lines(1, () => filled('Lee-Anna', size)),
  ];
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

function filled(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

const STUFF = [
  '“',
  '"',
  "'a s' ",
  " 'workers",
  ' ‘workers',
  '“we said ',
  '«„「『‹‚‟‘’›』」“”» ',
  '"Yes," said Anna Berg. ',
  '"Yes, we go," he said.\n',
  'a',
  'Á',
  'Anna ',
  'Anna Berg Olsen Maria von der ',
  'AA BB, ',
  'U.S. ',
  'a. ',
  '. ',
  ', ',
  'Anna Berg, a baker, ',
  '1,',
  '1,000 ',
  '5 percent and $3 million ',
  'from 5 to 7 of 9 percent, ',
  'said ',
  'he said that she said that ',
  'according to ',
  'May 5 ',
  'on Friday, ',
  'between 5 and ',
  '\0a',
  '\u{FEFF}\u200b\u202eab ',
  'שלום אמר “עולם” ',
  '安倍晋三は「いい」と述べた。',
  'é\u0301\u0327 ',
  '🧑‍🚀🏴‍☠️ ',
  'a\n',
  '\r',
  '\u2028x',
  '((((',
  '- ',
  'SEOUL, ',
  'By ',
  'https://example.org/a?b=c&',
];
const TAGGED = [
  '<div><p>a<b>',
  '<div>',
  '<table><tr><td>x',
  '<p>He went, she said, and so on and on.</p>',
  '<p>word, said he.<br>',
  '<span>word, </span>',
  '<li>word, said he.',
  '<',
  '<!--',
  '<script>',
  '<p class="comment" ',
  '&amp;&#x0;&bogus;',
  '<svg><![CDATA[<p>',
  '</p></div>',
];
const MARKED = [
  '> ',
  '- ',
  '- a b\n',
  '*a_',
  '`a``',
  '![](',
  '[',
  '[a]: b\n',
  '# a b\n',
  '<a ',
  '---\n',
  '| a |\n',
];

/** Sentences as they stand in reports, in any order, with stuff between them. */
const SENTENCES = [
  'The harbour of Port Elm was closed on Tuesday after the ferry lost power, the operator said.',
  '“We heard a bang and then the lights went out,” said Tomas Ek, 41, a fisherman.',
  'Ingrid Sol, chief executive of Elm Lines, said the company would pay 1.2 million euros.',
  'She denied that “corners were cut”.',
  "'Never again,' she added. 'Not here.'",
  'According to the coastguard, 17 of 212 passengers were taken to hospital on 3 March 2026.',
  'Per Anders Holm, the island’s mayor, told reporters he had asked for a second ship.',
  'KIRKEN, Norway (Wire) — The vote was 8-7.',
  '## What comes next',
  '* The talks go on.',
  'Advertisement',
];
const patched = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...SENTENCES) },
      { weight: 2, arbitrary: fc.constantFrom(...STUFF, ...TAGGED, ...MARKED) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .chain((pieces) => fc.constantFrom(' ', '\n', '\n\n', '').map((joint) => utf8(pieces.join(joint))));

/** A piece over and over: a few hundred characters as a rule, sometimes all that is allowed. */
function grown(most: number): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...STUFF, ...TAGGED, ...MARKED),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
      ),
      fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(1, 30, 300, 3_000) },
        { weight: 2, arbitrary: fc.constant(30_000) },
        { weight: 1, arbitrary: fc.constant(most) },
      ),
    )
    .map(([piece, size]) => utf8(filled(piece, Math.min(size, most))));
}
