/** Who and what a briefing knows by name. */
import { z } from 'zod';
import { day, item, names, sentence, slug, told, wording } from './parts.ts';

/** Somebody who holds a position, as a whole: a government, the islanders, the analysts. */
export const side = z.strictObject({
  ...item,
  name: told(sentence, 'How it stands in a sentence about what it holds.', 'The islanders'),
  names,
  kind: told(
    z.enum(['government', 'people', 'observers', 'other']),
    'What it is: parties stand before observers in a comparison.',
    'government',
  ),
});

const post = z.strictObject({
  role: told(sentence, 'The post.', 'minister of finance'),
  organisation: told(slug.optional(), 'Where they held it.', 'port-elm-council'),
  until: told(day.optional(), 'Until when, where it is known.', '2026-03-02'),
});

export const person = z.strictObject({
  ...item,
  name: told(sentence, 'The name as it is shown. An unnamed speaker is called by role.', 'Shinzo Abe'),
  unnamed: told(z.boolean().default(false), 'A speaker whom the source does not name.', 'true'),
  kind: told(
    z.enum(['person', 'group', 'reporter']).default('person'),
    "'reporter' is the source's own voice; 'group' speaks together, as protesters do.",
    'person',
  ),
  names,
  role: told(wording.default(''), 'What they are now; shown beside their name.', 'Prime Minister of Japan'),
  organisation: told(slug.optional(), 'The organisation that they belong to.'),
  side: told(slug.optional(), 'The side that they stand for.'),
  former: told(
    z.array(post).default([]),
    'Posts that they had before. Shown as former; whoever asks for the post finds its present holder first.',
    '[{ role: mayor of Port Elm, until: 2026-03-02 }]',
  ),
});

export const organisation = z.strictObject({
  ...item,
  name: told(sentence, 'Its name as it is shown.', 'Sejong University'),
  names,
  what: told(wording.default(''), 'What it is, in a few words.', 'University in Seoul'),
  side: told(slug.optional(), 'The side that it belongs to.'),
});

export const place = z.strictObject({
  ...item,
  name: told(sentence, 'Its name as it is shown.', 'Nagato'),
  names,
  what: told(wording.default(''), 'What it is, in a few words.', 'City in southwest Japan'),
  at: told(
    z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
    'Longitude and latitude in degrees. Always inferred, since no article gives them. Without it the place is not on the map.',
    '[131.18, 34.37]',
  ),
  reaches: told(
    z.number().positive().optional(),
    'How far it stretches from there, in kilometres: a map then shows the whole of an island or a chain, and an area that holds other places bears its name without a dot. Left out for what is a point on a map.',
    '115',
  ),
  disputed: told(
    z.boolean().default(false),
    'Two sides claim it: it is then always shown by the names of both.',
    'true',
  ),
  called: told(
    z
      .array(
        z.strictObject({
          side: told(slug, 'The side.', 'japan'),
          name: told(sentence, 'The name that it uses.', 'Northern Territories'),
        }),
      )
      .default([]),
    'How each side calls it, where they differ.',
    '[{ side: japan, name: Northern Territories }]',
  ),
});
