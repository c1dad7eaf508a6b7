/** What a briefing says: every sentence that can be shown, each with what it rests on. */
import { z } from 'zod';
import { inTime, item, sentence, slug, told, when, wording } from './parts.ts';

const text = told(
  wording,
  'The sentence that is shown, in our own words. Empty in a draft whose source may not be copied, until somebody words it.',
);
const title = told(sentence, 'A few words that name it.', 'Talks in Nagato');
const date = told(when.optional(), 'When it was; left out where nothing says so.', '{ on: 2016-12-15 }');

/** How far a deal or an event has come. */
export const STATES = ['announced', 'agreed', 'signed', 'in-force', 'off'] as const;
const state = told(
  z.enum(STATES).optional(),
  'How far it has come. What is off is never called agreed. The newest that supersedes the others is the present state.',
  'signed',
);

export const statement = z.strictObject({
  ...item,
  ...inTime,
  speakers: told(
    z.array(slug).min(1),
    'Ids of people, organisations or sides; several speak together.',
    '[abe]',
  ),
  via: told(
    slug.optional(),
    'Who tells that they said it, where it is not the reporter.',
    'japanese-official',
  ),
  mode: told(
    z.enum(['direct', 'reported']),
    'direct: verbatim, proven word for word. reported: in our own words, a whole sentence, always shown as reported.',
    'direct',
  ),
  text: told(
    wording,
    'Direct speech is copied letter by letter, without its outer quotation marks; reported speech is in our own words.',
  ),
  about: told(sentence.optional(), 'What it is about, in a few words.', 'trust between the two sides'),
  setting: told(sentence.optional(), 'Where or how it was said.', 'at a news conference'),
  when: date,
});

export const event = z.strictObject({
  ...item,
  ...inTime,
  title,
  text,
  when: date,
  state,
  place: told(slug.optional(), 'Where it was.', 'nagato'),
  main: told(
    z.boolean().default(false),
    'A part of what the briefing is about itself, not of what came before or after it.',
    'true',
  ),
});

export const deal = z.strictObject({
  ...item,
  ...inTime,
  title,
  text,
  parties: told(z.array(slug).min(1), 'Ids of those who make it.', '[japan, russia]'),
  subject: told(sentence.optional(), 'What it is about, in a few words.', 'natural gas'),
  sum: told(sentence.optional(), 'The sum as the source writes it.', '$1 billion'),
  when: date,
  state,
});

const range = z.strictObject({ from: z.number(), to: z.number() });
const share = z.strictObject({ part: z.number(), of: z.number() });

export const figure = z.strictObject({
  ...item,
  ...inTime,
  value: told(
    z.union([z.number(), range, share]),
    "The number; a range ('17 or 18 percent') as { from: 17, to: 18 }; a share ('three of five') as { part: 3, of: 5 }.",
    '68',
  ),
  unit: told(sentence, 'What is counted.', 'US dollars'),
  shown: told(sentence, 'The number as the source writes it.', '$1 billion'),
  of: told(sentence, 'Of what.', 'size of the planned fund'),
  text,
  when: date,
});

export const issue = z.strictObject({
  id: told(slug, 'Its own name.', 'sovereignty'),
  name: told(sentence, 'What the sides are compared on.', 'Sovereignty over the islands'),
  words: told(z.array(sentence).default([]), 'Words that people use for it.', '[ownership]'),
});

export const position = z.strictObject({
  ...item,
  ...inTime,
  side: told(slug, 'Whose position it is.', 'japan'),
  issue: told(slug, 'On which issue.', 'sovereignty'),
  text,
  according: told(
    slug.optional(),
    "Who said so for that side, where the source names somebody; else it is the reporter's account.",
    'japanese-spokesman',
  ),
});

/** What the reporter says in his own voice and no other list holds. */
export const background = z.strictObject({ ...item, ...inTime, title, text });

export const keyPoint = z.strictObject({ ...item, ...inTime, text });

export const topic = z.strictObject({
  id: told(slug, 'Its own name.', 'energy'),
  name: told(sentence, 'How menus and headings call it.', 'Energy and gas'),
  about: told(sentence, 'What it holds, in a line.'),
  words: told(z.array(sentence).min(1), 'The words that people use for it.', '[energy, gas, LNG]'),
  related: told(z.array(slug).default([]), 'Ids of topics to go on to.', '[economy]'),
});

/** What a reader of the source should know about the source itself. */
export const note = z.strictObject({
  ...item,
  ...inTime,
  kind: told(
    z.enum(['duplicate', 'gap', 'contradiction', 'wording', 'editing']),
    'What is odd: said twice, left out, at odds with itself, a way of writing, an editor’s hand.',
    'gap',
  ),
  text,
});
