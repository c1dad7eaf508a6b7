import { describe, expect, it } from 'vitest';
import type { Block, Span, Text } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { body, briefing, whole } from './kuril.ts';

const VIEWS = [
  ...['', 'people', 'quotes', 'positions', 'deals', 'figures', 'timeline', 'map', 'topics', 'source', 'home'],
  ...briefing.people.flatMap(({ id }) => [`person ${id}`, `quotes ${id}`]),
  ...[...briefing.sides, ...briefing.organisations, ...briefing.places].map(({ id }) => `about ${id}`),
  ...briefing.topics.flatMap(({ id }) => [`topic ${id}`, `quotes about ${id}`]),
  ...briefing.issues.map(({ id }) => `positions ${id}`),
  ...briefing.refs.map(({ paragraph }) => `source ${paragraph}`),
];

/** What the templates of the fixed wording put between an item's words; everything else must be whole. */
const JOINTS = [
  ...'in the article|according to|quotation|quotations|reported statement|reported statements|items|item'.split(
    '|',
  ),
  ...'Called|by|Paragraph|paragraphs|Revision|About|The source does not quote|directly about this|directly'.split(
    '|',
  ),
  ...'The source has no direct quotation about this|on|in|from|to|and|a|the|an|disputed'.split('|'),
  ...'signed|announced|agreed'.split('|'),
  ...'January|February|March|April|May|June|July|August|September|October|November|December'.split('|'),
];

describe('every word that a reading command says', () => {
  it('is an item’s own, or fixed wording', () => {
    const known = [
      ...stringsIn(briefing),
      ...stringsIn(en.reading),
      ...stringsIn(en.claims),
      ...stringsIn(en.pictures),
      ...stringsIn(en.story),
      ...stringsIn(en.view),
      ...stringsIn(en.welcome),
      'For example: ',
      ...stringsIn(en.story),
      'signed',
      'announced',
    ]
      .flatMap(asShown)
      .filter((text) => text.length > 1)
      .toSorted((a, b) => b.length - a.length);
    for (const words of VIEWS) {
      for (const sentence of whole(words).blocks.flatMap(sentencesOf)) {
        expect(leftOf(sentence, known), `${words}: ${sentence}`).toBe('');
      }
    }
  });

  it('asserts no sovereignty and takes no side in its fixed part', () => {
    const wording = [...stringsIn(en.reading), ...stringsIn(en.claims)].join('\n');
    expect(wording).not.toMatch(/Kuril|Northern Territories|occupied|illegal|belongs? to|liberat/i);
  });

  it('gives disputed places the names of both sides', () => {
    for (const place of briefing.places.filter(({ disputed }) => disputed)) {
      for (const words of ['map', `about ${place.id}`]) {
        for (const { name } of place.called) expect(body(words), words).toContain(name);
      }
    }
  });
});

/** An item's words as they stand in a sentence, before a joint, and at the beginning of a line. */
function asShown(text: string): string[] {
  const inSentence = text.replace(/^(?:A|An|The) /u, (article) => article.toLowerCase());
  // Beside a side's name, which is not said twice.
  const beside = briefing.sides.flatMap(({ name }) =>
    text.startsWith(`${name} `) ? [text.slice(name.length + 1).replace(/\.$/u, '')] : [],
  );
  return [
    ...beside,
    text,
    text.replace(/\.$/u, ''),
    inSentence,
    text.slice(0, 1).toUpperCase() + text.slice(1),
  ];
}

/** Every string in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function sentencesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
    case 'note':
      return [wordsOf(block.text)];
    case 'quotation':
      return [block.words, wordsOf(block.by)];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, wordsOf(value)]);
    case 'list':
      return block.items.map(wordsOf);
    case 'picture':
      return [block.alt];
    default:
      return [];
  }
}

function wordsOf(text: Text): string {
  return text.map(spanWords).join('').replaceAll('†', '');
}

function spanWords(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('italic' in span) return span.italic;
  return 'code' in span ? span.code : '';
}

/** The sentence without a text that stands in it as whole words. */
function without(text: string, sentence: string): string {
  let left = sentence;
  for (let at = left.indexOf(text); at >= 0; at = left.indexOf(text, at + 1)) {
    const edges = [
      left.slice(Math.max(0, at - 1), at + 1),
      left.slice(at + text.length - 1, at + text.length + 1),
    ];
    if (!edges.some((edge) => /^\p{L}\p{L}$/u.test(edge)))
      left = `${left.slice(0, at)}\n${left.slice(at + text.length)}`;
  }
  return left;
}

/** What is neither known, nor a joint, nor a number or a mark. */
function leftOf(sentence: string, known: readonly string[]): string {
  let left = sentence;
  for (const text of known) left = without(text, left);
  return left
    .split(/[\n\p{P}\d\s]+/u)
    .filter((word) => word !== '' && !JOINTS.some((joint) => joint.split(' ').includes(word)))
    .join(' ');
}
