import fc from 'fast-check';
import { clean, oneLine } from '../../src/reply/clean.ts';
import { wallTime } from '../../src/reply/instant.ts';
import type { Block, Choice, Cite, Reply, Span, Text } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { cites } from './cites.ts';

/** What people type to make a bot misbehave, and what they just type, in many scripts. */
export const FRAGMENTS = [
  ...[
    '@everyone',
    '@here',
    '@channel',
    '<!channel>',
    '<!here|here>',
    '<@U012ABCDEF>',
    '<#C012ABCDEF|general>',
  ],
  ...['<@123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>', '<:x:123456789012345678>'],
  ...[
    '</kuril:123456789012345678>',
    '<t:1481932800:R>',
    '<123456789012345678:customize>',
    '<!date^1^{date}|x>',
  ],
  ...['*b*', '**b**', '_i_', '__u__', '~s~', '~~s~~', '||s||', '`c`', '```x```', '***', '---', '\\', '\\*'],
  ...['> q', '>>> q', '# h', '## h', '-# s', '- l', '* l', '+ l', '1. l', '2) l', '&gt; q', '•'],
  ...[
    '[a](http://e.example)',
    'http://e.example/a_b_c',
    '<https://e.example>',
    'www.e.example',
    'a@e.example',
  ],
  ...[
    ':smile:',
    '¯\\_(ツ)_/¯',
    '&',
    '&amp;',
    '<',
    '>',
    '"',
    '“',
    '”',
    '(',
    ')',
    '[',
    ']',
    ':',
    '#',
    '@',
    '-',
  ],
  ...[
    '安倍晋三',
    '北方領土。',
    'Путин',
    'Курильские острова',
    '👨‍👩‍👧‍👦',
    '🇯🇵',
    '👍🏽',
    'e\u0301',
    'שלום',
    'مرحبا',
    '\u200f',
  ],
  ...[
    '\u202eevil',
    '\u2066x\u2069',
    '\u0007',
    '\u001b[31m',
    '\ud83d',
    '\u2028',
    '\r\n',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '',
  ],
  ...['islands', 'summit', 'the', '1.', '17,000', '$1 billion', 'a: b', '10:09:08'],
];

export const typed = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) },
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    {
      maxLength: 14,
    },
  )
  .chain((parts) => fc.constantFrom(parts.join(''), parts.join(' ')));

/** Lengths at, one under and one over every limit of either platform. */
export const EDGES = [
  24, 75, 80, 90, 100, 150, 250, 255, 256, 1024, 1500, 2000, 2500, 3000, 4000, 4096, 10_000, 12_000,
];
const UNITS = ['a', 'ab ', '\u5317', 'я', '👨‍👩‍👧‍👦', '*', '&', '<', '"', '\\', 'س', '_x_ ', '\n', 'word. '];

export const long = fc
  .record({
    edge: fc.constantFrom(...EDGES),
    over: fc.constantFrom(-1, 0, 1),
    unit: fc.constantFrom(...UNITS),
  })
  .map(({ edge, over, unit }) => {
    const size = edge + over;
    return unit.repeat(Math.floor(size / unit.length)) + 'x'.repeat(size % unit.length);
  });

export const anyText = fc.oneof({ weight: 8, arbitrary: typed }, { weight: 1, arbitrary: long });

/** Paragraphs of one source, with its name where there are others. */
function anyCites(maxLength: number): fc.Arbitrary<Cite[]> {
  return fc
    .record({
      source: fc.constantFrom({ source: 'report' }, { source: 'port-gazette', name: 'Port Gazette' }),
      paragraphs: fc.array(fc.nat(90), { maxLength }),
    })
    .map(({ source, paragraphs }) => paragraphs.map((paragraph) => ({ ...source, paragraph })));
}

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 6, arbitrary: anyText },
  anyText.map((bold) => ({ bold })),
  anyText.map((italic) => ({ italic })),
  anyText.map((code) => ({ code })),
  anyCites(60).map((cite) => ({ cite })),
  fc.record({
    instant: fc.integer({ min: 0, max: 4e12 }),
    zone: fc.constantFrom('Asia/Tokyo', 'Europe/Moscow', 'America/Argentina/Buenos_Aires', 'UTC'),
  }),
  fc.constantFrom({ user: 'U012ABCDEF' }, { user: '123456789012345678' }, { user: '<@everyone>' }),
);
const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 6 });
const plainWords: fc.Arbitrary<Text> = fc.array(anyText, { maxLength: 4 });

export const choice: fc.Arbitrary<Choice> = fc
  .record(
    {
      label: fc.oneof(fc.constantFrom('Grant Newsham', 'Quotes', ''), anyText),
      says: fc.oneof(fc.constantFrom('person newsham', 'quotes', ''), anyText),
      description: anyText,
      style: fc.constantFrom('primary' as const, 'danger' as const),
    },
    { requiredKeys: ['label', 'says'] },
  )
  .map((made) => made as Choice);

function blocksOf(words: fc.Arbitrary<Text>): fc.Arbitrary<Block> {
  return fc.oneof(
    anyText.map((heading): Block => ({ kind: 'heading', text: heading })),
    words.map((of): Block => ({ kind: 'text', text: of })),
    words.map((of): Block => ({ kind: 'verdict', verdict: 'no', text: of })),
    words.map((of): Block => ({ kind: 'note', text: of })),
    fc
      .record({ words: anyText, by: words, cite: anyCites(5) })
      .map((of): Block => ({ kind: 'quotation', ...of })),
    fc
      .array(fc.record({ label: anyText, value: words }), { maxLength: 25 })
      .chain((facts) =>
        fc.constantFrom<Block>({ kind: 'facts', facts }, { kind: 'facts', facts, sideBySide: true }),
      ),
    fc.array(words, { maxLength: 30 }).map((items): Block => ({ kind: 'list', items })),
    anyText.map((alt): Block => ({ kind: 'picture', picture: 'map', briefing: 'kuril', alt })),
    fc
      .record({ placeholder: anyText, choices: fc.array(choice, { maxLength: 120 }) })
      .map((of): Block => ({ kind: 'menu', ...of })),
    fc.array(choice, { maxLength: 12 }).map((buttons): Block => ({ kind: 'buttons', buttons })),
  );
}

function replies(words: fc.Arbitrary<Text>): fc.Arbitrary<Reply> {
  return fc.record({
    outcome: fc.constantFrom('answered' as const, 'not_covered' as const),
    shareable: fc.boolean(),
    blocks: fc.array(blocksOf(words), { maxLength: 12 }),
  });
}

/** Any reply at all. */
export const reply = replies(text);
/** Replies whose texts are nothing but what somebody typed: no style, date or mention is ours. */
export const typedReply = replies(plainWords);

export const rendering = fc.record({
  briefing: fc.constant('kuril'),
  words: fc.oneof(fc.constant('person newsham'), anyText),
  audience: fc.constantFrom('asker' as const, 'channel' as const),
  say: fc.constant(en),
});

/** The fragments that a reader must find, in order, over all pages; controls aside. */
export function wordsOf(reply: Reply): string[] {
  return reply.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [oneLine(block.text)];
      case 'text':
      case 'verdict':
      case 'note':
        return block.text.map(spanWords);
      case 'quotation': {
        const spoken = clean(block.words).trim();
        const bare = spoken.replace(/^["“”]|["“”]$/gu, '');
        return bare.trim() === '' ? [] : [bare, ...block.by.map(spanWords), spanWords({ cite: block.cite })];
      }
      case 'facts':
        return block.facts.flatMap((fact) => [oneLine(fact.label), ...fact.value.map(spanWords)]);
      case 'list':
        return block.items.flatMap((item) => item.map(spanWords));
      case 'picture':
        return [oneLine(block.alt)];
      default:
        return [];
    }
  });
}

function spanWords(span: Span): string {
  if (typeof span === 'string') return clean(span);
  if ('bold' in span) return clean(span.bold);
  if ('italic' in span) return clean(span.italic);
  if ('code' in span) return clean(span.code);
  if ('cite' in span) return span.cite.map(({ paragraph }) => paragraph).join(', ');
  if ('instant' in span) return wallTime(span.instant, span.zone, en);
  return 'group' in span ? en.rendering.group : span.user;
}

/** Every choice of a reply. */
export function choicesOf(reply: Reply): Choice[] {
  return reply.blocks.flatMap((block) =>
    block.kind === 'menu' ? block.choices : block.kind === 'buttons' ? block.buttons : [],
  );
}

/** Letters and marks alone: space, joiners, curly quotes and the bracket of a cite tell nothing about a loss. */
export function squeeze(words: string): string {
  return words.replace(/[\s\u2060“”[\]¶]/gu, '');
}

/** The first fragment that does not follow in `shown`, each looked for after the one before. */
export function firstLost(fragments: readonly string[], shown: string): string | undefined {
  const haystack = squeeze(shown);
  let from = 0;
  for (const fragment of fragments.map(squeeze)) {
    const at = haystack.indexOf(fragment, from);
    if (at < 0) return fragment;
    from = at + fragment.length;
  }
  return undefined;
}

/** An answer of the usual kind and size. */
export const ORDINARY: Reply = {
  outcome: 'answered',
  shareable: true,
  blocks: [
    { kind: 'heading', text: 'Grant Newsham' },
    {
      kind: 'text',
      text: ['A retired officer and ', { bold: 'senior research fellow' }, ' in Tokyo ', { cite: cites(31) }],
    },
    { kind: 'heading', text: 'In his own words' },
    {
      kind: 'quotation',
      words: 'A sentence of the usual length, said on the record and shown word for word.',
      by: ['Grant Newsham, in an interview'],
      cite: cites(32),
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Side', value: ['analysts'] },
        { label: 'Quoted', value: ['2 times ', { cite: cites(32, 33) }] },
        { label: 'Next edition', value: [{ instant: 1_481_932_800_000, zone: 'Asia/Tokyo' }] },
      ],
    },
    {
      kind: 'list',
      items: [
        ['Reported: the islands matter to the fleet ', { cite: cites(34) }],
        ['Reported: the deals came first ', { cite: cites(35, 36) }],
      ],
    },
    { kind: 'note', text: ['Reported speech is in our own words; each line names its paragraph.'] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'All quotations', says: 'quotes', style: 'primary' },
        { label: 'Everybody', says: 'people' },
      ],
    },
  ],
};
