/** The head of a briefing, its sources and its revisions. */
import { z } from 'zod';
import { cited, dayOrMoment, source as ofSource, paragraphs, sentence, slug, told } from './parts.ts';

export const head = z.strictObject({
  id: told(slug, 'Its own name, as its folder.', 'kuril'),
  title: told(sentence, 'What it is called wherever briefings are listed.', 'Talks on the islands'),
  command: told(
    z.string().regex(/^[a-z0-9-]{1,32}$/, 'small letters, digits and hyphens, at most 32'),
    'The slash command, without the slash.',
    'kuril',
  ),
  about: told(sentence.max(100), 'One line about the command, at most 100 characters. Shown in menus.'),
  event: told(
    sentence.optional(),
    'What a sentence calls the occasion, where there is one, with its article: it heads the timeline and stands in answers.',
    'the summit',
  ),
  summary: told(
    z.strictObject({ text: told(sentence, 'The line itself.'), ...cited }),
    'What happened, in a line: it opens the overview and each digest.',
  ),
  dates: told(
    z.strictObject({
      from: told(z.iso.date(), 'The first day.', '2016-12-15'),
      to: told(z.iso.date().optional(), 'The last day; left out while the story goes on.', '2016-12-16'),
    }),
    'The days that the briefing is about. What was before stands under “Before” in the timeline.',
  ),
  examples: told(
    z.array(sentence).default([]),
    'Questions to try first: shown in the overview and in help, and asked by the check.',
    '[What did Abe say about trust?]',
  ),
});

export const RIGHTS = ['own', 'licensed', 'restricted'] as const;
/** Of a source's head, what an editor may give from elsewhere. */
export const HEAD_FIELDS = ['headline', 'publisher', 'author', 'published', 'dateline', 'url'] as const;

export const source = z.strictObject({
  id: told(slug, 'Its own name; its fingerprint is sources/ID.json.', 'voa'),
  name: told(
    sentence.max(24).optional(),
    'How a citation calls it where the briefing has several: [VOA ¶ 3]. Made from the id where it is left out.',
    'VOA',
  ),
  what: told(
    sentence.optional(),
    'What kind of source it is, in our own words.',
    "A news agency's report with photo captions.",
  ),
  headline: told(sentence.optional(), 'Its headline. Not shown where it is left out.'),
  publisher: told(sentence.optional(), 'Who published it.', 'Voice of America'),
  author: told(sentence.optional(), 'Who wrote it, as its byline says.'),
  published: told(
    dayOrMoment.optional(),
    'The day or the moment on which it was published. No article need contain it: it is given by the editor.',
    '2016-12-16',
  ),
  url: told(z.url({ protocol: /^https?$/ }).optional(), 'Where it can be read.', 'https://example.org/a'),
  dateline: told(
    sentence.optional(),
    'The place that it was filed from, as it stands there.',
    'SEOUL, SOUTH KOREA',
  ),
  paragraphs: told(
    z.array(z.int().min(1)).min(1).optional(),
    'The paragraphs in which the dateline, the headline and the author stand.',
    '[3]',
  ),
  given: told(
    z.array(z.enum(HEAD_FIELDS)).default([]),
    'Which of these the editor gives from elsewhere, since they do not stand in the text. Shown as given by the editor.',
    '[headline, publisher]',
  ),
  reporter: told(
    slug.optional(),
    "The reporter's id in people.yaml: the voice of what nobody else is said to have said.",
  ),
  language: told(
    z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .default('en'),
    'The language of its text.',
    'en',
  ),
  rights: told(
    z.enum(RIGHTS).default('restricted'),
    "own: the desk's own text, which may stand here and be quoted in full. licensed: the same, with the licence's name and its credit. restricted: only quotations of persons may be quoted, and only the fingerprint stands here.",
    'restricted',
  ),
  licence: told(sentence.optional(), "The licence's name, where rights are licensed.", 'CC BY 4.0'),
  credit: told(sentence.optional(), 'The credit that the licence asks for; shown wherever the text is.'),
});

export const skipped = z.strictObject({
  paragraphs,
  source: ofSource,
  why: told(sentence, 'Why nothing rests on them.', 'A section heading.'),
});

const ids = z.array(slug).default([]);

/** Written by `npm run release`, read by the digest, by `new` and by `corrections`. */
export const revision = z.strictObject({
  number: told(z.int().min(1), 'Counted from 1.'),
  date: told(z.iso.date(), 'The day of the release.'),
  added: told(ids, 'Ids of items that came.'),
  changed: told(ids, 'Ids of items that say something else than before.'),
  removed: told(ids, 'Ids of items that went.'),
  superseded: told(ids, 'Ids of items that became history.'),
  corrected: told(ids, 'Ids of items that were put right.'),
});
