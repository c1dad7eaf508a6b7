/**
 * The shape of a briefing's files: data that a person edits. One schema, strict: a misspelt key is a fault.
 * The types of the model are inferred from here and from nowhere else.
 */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: small letters, digits and single hyphens');
const sentence = z.string().trim().min(1);
/** Paragraphs are the source's non-blank lines, numbered from 1. */
const paragraphs = z.array(z.int().min(1)).min(1);
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date: YYYY, YYYY-MM or YYYY-MM-DD');

/** What our words say and the paragraphs do not say in so many words, and why we say it all the same. */
const inferred = z.strictObject({ says: sentence, why: sentence });

/** Every item of a briefing: no claim without its paragraphs. */
const item = {
  id: slug,
  paragraphs,
  topics: z.array(slug).default([]),
  inferred: z.array(inferred).default([]),
  /** Words by which people ask for this very item, beyond those in its text. */
  words: z.array(sentence).default([]),
};

/** A date as exact as it is written: a year, a month or a day; `until` makes it a span. */
const when = z.strictObject({ on: day, until: day.optional() });

/** Names of somebody or something in other scripts and spellings. */
const names = z.strictObject({
  ja: z.string().optional(),
  ru: z.string().optional(),
  ko: z.string().optional(),
  zh: z.string().optional(),
  /** Other spellings, short forms and roles by which people look for it. */
  also: z.array(sentence).default([]),
});

/** Somebody who holds a position, as a whole: a government, the islanders, the analysts. */
const side = z.strictObject({
  ...item,
  name: sentence,
  names: names.prefault({}),
  /** How it stands in a sentence about what it holds: 'Japan', 'The islanders'. */
  kind: z.enum(['government', 'people', 'observers', 'other']),
});

const person = z.strictObject({
  ...item,
  name: sentence,
  /** A speaker whom the source does not name, called by role. */
  unnamed: z.boolean().default(false),
  /** 'reporter' is the source's own voice; 'group' speaks together, as protesters do. */
  kind: z.enum(['person', 'group', 'reporter']).default('person'),
  names: names.prefault({}),
  role: sentence,
  organisation: slug.optional(),
  side: slug.optional(),
});

const organisation = z.strictObject({
  ...item,
  name: sentence,
  names: names.prefault({}),
  what: sentence,
  side: slug.optional(),
});

const place = z.strictObject({
  ...item,
  name: sentence,
  names: names.prefault({}),
  what: sentence,
  /** Longitude and latitude in degrees; always inferred, since no article gives them. */
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  disputed: z.boolean().default(false),
  /** How each side calls it, where they differ. */
  called: z.array(z.strictObject({ side: slug, name: sentence })).default([]),
});

const statement = z.strictObject({
  ...item,
  /** Ids of people, organisations or sides; several speak together. */
  speakers: z.array(slug).min(1),
  /** Who tells that they said it, where it is not the reporter: 'according to a Japanese official'. */
  via: slug.optional(),
  /** Direct speech is verbatim, without its outer quotation marks; reported speech is in our own words, a whole sentence. */
  mode: z.enum(['direct', 'reported']),
  text: sentence,
  /** What it is about, in a few words: 'trust between the two sides'. */
  about: sentence,
  /** Where or how it was said: 'at a news conference after the summit'. */
  setting: sentence.optional(),
  when: when.optional(),
});

const event = z.strictObject({
  ...item,
  title: sentence,
  text: sentence,
  when,
  place: slug.optional(),
  /** A day of the summit itself. */ summit: z.boolean().default(false),
});

const deal = z.strictObject({
  ...item,
  title: sentence,
  text: sentence,
  parties: z.array(slug).min(1),
  subject: sentence,
  sum: sentence.optional(),
  when: when.optional(),
});

const figure = z.strictObject({
  ...item,
  value: z.number(),
  /** 'agreements', 'US dollars', 'people'. */
  unit: sentence,
  /** The value as people read it: '$1 billion', 'about 17,000'. */
  shown: sentence,
  /** Of what: 'Japanese residents who fled the islands'. */
  of: sentence,
  text: sentence,
  when: when.optional(),
});

const issue = z.strictObject({ id: slug, name: sentence, words: z.array(sentence).default([]) });

const position = z.strictObject({
  ...item,
  side: slug,
  issue: slug,
  text: sentence,
  /** Who said so for that side, where the source names somebody; else it is the reporter's account. */
  according: slug.optional(),
});

/** What the reporter says in his own voice and no other list holds. */
const background = z.strictObject({ ...item, title: sentence, text: sentence });

const keyPoint = z.strictObject({ ...item, text: sentence });

const topic = z.strictObject({
  id: slug,
  name: sentence,
  about: sentence,
  /** The words that people use for it. */ words: z.array(sentence).min(1),
  related: z.array(slug).default([]),
});

/** What a reader of the source should know about the source itself. */
const note = z.strictObject({
  ...item,
  kind: z.enum(['duplicate', 'gap', 'contradiction', 'wording', 'editing']),
  text: sentence,
});

/** Ways in which people ask for one item, and for no other: samples that unseen questions are likened to. */
const ask = z.strictObject({
  /** The id of the item that answers. */
  about: slug,
  asks: z.array(sentence).min(1),
});

/** A thing close to the source that it does not tell, and the ways in which people ask for it. */
const unsaid = z.strictObject({
  id: slug,
  /** Completes 'The briefing does not say …': 'the price of the Arctic project'. */
  what: sentence,
  /** Ids of items to show as related. */
  near: z.array(slug).default([]),
  asks: z.array(sentence).min(1),
});

const skipped = z.strictObject({ paragraphs, why: sentence });

const head = z.strictObject({
  id: slug,
  title: sentence,
  /** The slash command, without the slash: as Discord and Slack allow it. */
  command: z.string().regex(/^[a-z0-9-]{1,32}$/),
  /** One line about the command. */
  about: sentence.max(100),
  /** What happened, in a line. */
  summary: z.strictObject({ text: sentence, paragraphs, inferred: z.array(inferred).default([]) }),
  dates: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  revision: z.strictObject({ number: z.int().min(1), date: z.iso.date() }),
  source: z.strictObject({
    what: sentence,
    dateline: sentence,
    paragraphs,
    /** The reporter's id among the people. */ reporter: slug,
  }),
  /** Questions to try first. */
  examples: z.array(sentence).min(4),
});

/** The files of a briefing's folder, each with the shape of its content. */
export const FILES = {
  'briefing.yaml': head,
  'sides.yaml': z.array(side),
  'people.yaml': z.array(person),
  'organisations.yaml': z.array(organisation),
  'places.yaml': z.array(place),
  'statements.yaml': z.array(statement),
  'events.yaml': z.array(event),
  'deals.yaml': z.array(deal),
  'figures.yaml': z.array(figure),
  'issues.yaml': z.array(issue),
  'positions.yaml': z.array(position),
  'background.yaml': z.array(background),
  'key-points.yaml': z.array(keyPoint),
  'topics.yaml': z.array(topic),
  'notes.yaml': z.array(note),
  'skipped.yaml': z.array(skipped),
  'asks.yaml': z.array(ask),
  'unsaid.yaml': z.array(unsaid),
} as const;

/** Files that a briefing can do without: where one is missing, its list is empty. */
export const OPTIONAL_FILES: ReadonlySet<string> = new Set<keyof typeof FILES>(['asks.yaml', 'unsaid.yaml']);

export type Head = z.infer<typeof head>;
export type Inferred = z.infer<typeof inferred>;
export type When = z.infer<typeof when>;
export type Names = z.infer<typeof names>;
export type Side = z.infer<typeof side>;
export type Person = z.infer<typeof person>;
export type Organisation = z.infer<typeof organisation>;
export type Place = z.infer<typeof place>;
export type Statement = z.infer<typeof statement>;
export type Event = z.infer<typeof event>;
export type Deal = z.infer<typeof deal>;
export type Figure = z.infer<typeof figure>;
export type Issue = z.infer<typeof issue>;
export type Position = z.infer<typeof position>;
export type Background = z.infer<typeof background>;
export type KeyPoint = z.infer<typeof keyPoint>;
export type Topic = z.infer<typeof topic>;
export type Note = z.infer<typeof note>;
export type Skipped = z.infer<typeof skipped>;
export type Ask = z.infer<typeof ask>;
export type Unsaid = z.infer<typeof unsaid>;
