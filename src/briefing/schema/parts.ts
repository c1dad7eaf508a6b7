/** What the shapes of a briefing's files are made of. The manual, docs/briefing.md, is made from the descriptions. */
import { z } from 'zod';

/** Describes a field for the manual: what it is for and what the bot does with it, and an example as it stands in YAML. */
export function told<Type extends z.ZodType>(type: Type, description: string, example?: string): Type {
  return type.meta({ description, ...(example === undefined ? {} : { examples: [example] }) });
}

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: small letters, digits and single hyphens');
export const sentence = z.string().trim().min(1);
/** A text in our own words: empty where a draft's rights do not let the source's stand and nobody has worded it yet. */
export const wording = z.string().trim();
export const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date: YYYY, YYYY-MM or YYYY-MM-DD');
/** A day, or a moment with its offset: `2016-12-16T09:30+09:00`. */
export const dayOrMoment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/,
    'a day or a moment: 2016-12-16 or 2016-12-16T09:30+09:00',
  );

const numbers = z.array(z.int().min(1)).min(1);

/** `[3, 4]`, or by source where an item rests on several: `{ voa: [3], kremlin: [12] }`. */
export const paragraphs = told(
  z.union([
    numbers,
    z
      .record(slug, numbers)
      .refine((bySource) => Object.keys(bySource).length > 0, 'at least one source with its paragraphs'),
  ]),
  "The paragraphs that it rests on: the source's lines that are not blank, numbered from 1. Every line that the bot shows names them. With several sources, say of which.",
  '[3, 4]  or  { voa: [3, 4], kremlin: [12] }',
);

export const source = told(
  slug.optional(),
  'The source whose paragraphs are meant, where the briefing has several and the item rests on one.',
  'voa',
);

/** What our words say and the paragraphs do not say in so many words, and why we say it all the same. */
export const inferred = z.strictObject({
  says: told(sentence, 'The words of ours that the paragraphs do not have.', '15 December 2016'),
  why: told(
    sentence,
    'Why we say them all the same. Shown in small print under the answer.',
    "The source says 'Thursday'.",
  ),
});

const inferences = told(
  z.array(inferred).default([]),
  'What our words say and the paragraphs do not say in so many words: a date behind “Friday”, a name in another script, coordinates.',
  '[{ says: "2015", why: The source says last year. }]',
);

/** What the check cannot prove, and an editor looks at: by its name in `seen`. */
export const MARKS = [
  'polarity',
  'hedge',
  'degree',
  'direction',
  'opposite',
  'share',
  'party',
  'new-matter',
  'low-trust',
  'speaker',
] as const;

const seen = told(
  z
    .array(
      z.strictObject({
        mark: told(z.enum(MARKS), 'Which mark was looked at.', 'polarity'),
        by: told(sentence, 'Who looked.', 'anna'),
        on: told(dayOrMoment, 'When.', '2026-11-27'),
        as: told(
          z
            .string()
            .regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits, as the check prints them')
            .optional(),
          'What the item said then, as the check prints it: when its words change, the mark comes back.',
          '5b9c1f02',
        ),
      }),
    )
    .default([]),
  'Marks of the check that an editor has looked at and found right. They are not counted again until the words change.',
  '[{ mark: polarity, by: anna, on: 2026-11-27, as: 5b9c1f02 }]',
);

const from = told(
  z
    .strictObject({
      source: told(slug.optional(), 'The source, where the briefing has several.', 'voa'),
      paragraph: told(z.int().min(1), 'The paragraph.', '3'),
      start: told(z.int().min(0), 'Its first character.', '0'),
      end: told(z.int().min(1), 'The character after its last.', '58'),
    })
    .optional(),
  'The span of the source that it rests on: characters of the paragraph, counted from 0, the end not included. The desk shows it beside the item.',
  '{ paragraph: 3, start: 0, end: 58 }',
);

/** Whatever cites paragraphs. */
export const cited = { paragraphs, source, inferred: inferences };

/** Every item of a briefing: no claim without its paragraphs. */
export const item = {
  id: told(
    slug,
    'Its own name, unique in the briefing. It stays when the item is reworded: editions and corrections know it by this.',
    'abe-trust',
  ),
  ...cited,
  topics: told(z.array(slug).default([]), 'Ids of the topics that it belongs to.', '[islands]'),
  words: told(
    z.array(sentence).default([]),
    'Words by which people ask for this very item, beyond those in its text.',
    '[press conference]',
  ),
  by: told(
    sentence.optional(),
    "Who wrote it: 'rules' for a draft that nobody has looked at, else an editor's name.",
    'rules',
  ),
  from,
  doubt: told(
    z.enum(['likely', 'guess']).optional(),
    'How unsure the rules are of a draft that nobody has looked at: left out where the words themselves say it.',
    'guess',
  ),
  seen,
};

/** What holds from a day on, takes the place of something, or puts something right. */
export const inTime = {
  since: told(
    day.optional(),
    'The day from which it holds. The newest that holds is the present state.',
    '2026-03-02',
  ),
  supersedes: told(
    z.array(slug).default([]),
    'Ids of items that it takes the place of. They become history: shown in the timeline and when asked for, never as the present.',
    '[talks-planned]',
  ),
  corrects: told(
    z
      .strictObject({
        item: told(
          slug,
          'The item that was wrong. It stays in its file, so that what was said can be shown beside it.',
          'dead-number',
        ),
        why: told(
          sentence,
          'What was wrong and why, in a sentence. Shown wherever the item is.',
          'The first report counted one name twice.',
        ),
      })
      .optional(),
    'What it puts right. The corrected item is never shown without it.',
    '{ item: dead-number, why: The first report counted one name twice. }',
  ),
};

/** A date as exact as it is written: a year, a month or a day; `until` makes it a span. */
export const when = z.strictObject({
  on: told(day, 'The day, month or year.', '2016-12-15'),
  until: told(day.optional(), 'The last day, month or year, where it is a span.', '2016-12-16'),
});

/** Names of somebody or something in other scripts and spellings. */
export const names = told(
  z
    .strictObject({
      ja: told(z.string().optional(), 'In Japanese script.', '安倍晋三'),
      ru: told(z.string().optional(), 'In Russian script.', 'Синдзо Абэ'),
      ko: told(z.string().optional(), 'In Korean script.', '아베 신조'),
      zh: told(z.string().optional(), 'In Chinese script.', '安倍晋三'),
      also: told(
        z.array(sentence).default([]),
        'Other spellings, short forms and roles by which the source calls it and people look for it.',
        '[Abe, prime minister]',
      ),
    })
    .prefault({}),
  'Names in Japanese, Russian, Korean and Chinese script, and other forms. Those in other scripts are marked under inferred.',
  '{ ja: 安倍晋三, also: [Abe] }',
);
