/**
 * Phrasings packed into arrays of numbers, and how like a question they are. A briefing has thousands of them: as
 * objects they would take twenty times the memory.
 */
import type { Asked } from './intent.ts';

export type Kind = Asked['kind'];

/** What a phrasing is about, and what kind of answer it asks for. */
export type Features = {
  readonly keys: ReadonlyMap<string, { readonly light: boolean }>;
  readonly asked: Kind;
  /** It asks for somebody's own words. */
  readonly own: boolean;
};

export type SampleIndex = {
  /** Whether any phrasing of the thing at `at` has a key. */
  has(at: number, key: string): boolean;
  /** Each thing that has a key in common with the question, with the likeness of each of its phrasings. */
  likenesses(question: Features): { readonly at: number; readonly found: number[] }[];
};

/** A word that carries no matter says little, known or not. */
const LIGHT_SHARE = 0.27;
/** In a packed key, the bit that says that it carries no matter there. */
const LIGHT_BIT = 0x8000;
const KEY_BITS = 0x7fff;

/** `phrasings` holds the phrasings of each thing, by the thing's place. */
export function packed(
  phrasings: readonly (readonly string[])[],
  featuresOf: (words: string) => Features,
): SampleIndex {
  const vocabulary = new Map<string, number>();
  const kinds: Kind[] = [];
  const rows: { thing: number; keys: number[]; kind: number; own: boolean }[] = [];
  for (const [thing, asks] of phrasings.entries()) {
    for (const words of asks) {
      const { keys, asked, own } = featuresOf(words);
      const packedKeys = [...keys].map(
        ([key, { light }]) => numbered(vocabulary, key) | (light ? LIGHT_BIT : 0),
      );
      if (!kinds.includes(asked)) kinds.push(asked);
      rows.push({ thing, keys: packedKeys, kind: kinds.indexOf(asked), own });
    }
  }
  const { starts, postings } = inverted(rows, vocabulary.size);
  const thingOf = Uint16Array.from(rows, ({ thing }) => thing);
  const kindOf = Uint8Array.from(rows, ({ kind }) => kind);
  const ownOf = Uint8Array.from(rows, ({ own }) => (own ? 1 : 0));
  const rarity = raritiesOf(starts, postings, thingOf, phrasings.length);
  const rarest = Math.log(phrasings.length + 1);
  const keyStarts = new Uint32Array(rows.length + 1);
  for (const [at, { keys }] of rows.entries()) keyStarts[at + 1] = (keyStarts[at] ?? 0) + keys.length;
  const keysOf = Uint16Array.from(rows.flatMap(({ keys }) => keys));
  const lengths = Float32Array.from(rows, ({ keys }) =>
    Math.hypot(...keys.map((key) => weight(rarity[key & KEY_BITS] ?? rarest, (key & LIGHT_BIT) !== 0))),
  );

  return {
    has(at, key) {
      const number = vocabulary.get(key);
      if (number === undefined) return false;
      return postings
        .subarray(starts[number], starts[number + 1])
        .some((row) => thingOf[row & ROW_BITS] === at);
    },
    likenesses(question) {
      const dots = new Map<number, number>();
      let squares = 0;
      const names: number[] = [];
      let strangers = 0;
      for (const [key, { light }] of question.keys) {
        const number = vocabulary.get(key);
        const own = weight(number === undefined ? rarest : (rarity[number] ?? rarest), light);
        squares += own * own;
        if (isName(key)) {
          if (number === undefined) strangers += 1;
          else names.push(number);
        }
        if (number === undefined) continue;
        for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) {
          const posting = postings[at] ?? 0;
          const theirs = weight(rarity[number] ?? rarest, (posting & ROW_LIGHT) !== 0);
          const row = posting & ROW_BITS;
          dots.set(row, (dots.get(row) ?? 0) + own * theirs);
        }
      }
      const length = Math.sqrt(squares);
      const found = new Map<number, number[]>();
      for (const [row, dot] of dots) {
        const cosine = dot / (length * (lengths[row] ?? 1) || 1);
        const kind = kinds[kindOf[row] ?? 0] as Kind;
        const voice = (ownOf[row] === 1) === question.own ? 1 : OTHER_VOICE;
        const lacking = strangers + names.filter((name) => !hasKey(row, name)).length;
        // A name has several keys (the person, the country): one of them in common is the name in common.
        const others = names.length + strangers > lacking && lacking <= 1 ? 0 : Math.min(lacking, 2);
        const likeness = cosine * alike(question.asked, kind) * voice * OTHER_NAME ** others;
        const thing = thingOf[row] ?? 0;
        const list = found.get(thing);
        if (list === undefined) found.set(thing, [likeness]);
        else list.push(likeness);
      }
      return [...found].map(([at, likenesses]) => ({ at, found: likenesses }));
    },
  };

  function hasKey(row: number, key: number): boolean {
    for (let at = keyStarts[row] ?? 0; at < (keyStarts[row + 1] ?? 0); at += 1) {
      if (((keysOf[at] ?? 0) & KEY_BITS) === key) return true;
    }
    return false;
  }
}

/** In a posting, the bit that says that the key carries no matter in that row. */
const ROW_LIGHT = 0x80000000 | 0;
const ROW_BITS = 0x7fffffff;

function numbered(vocabulary: Map<string, number>, key: string): number {
  const known = vocabulary.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.size;
  if (number > KEY_BITS)
    throw new RangeError('A briefing has more words in its phrasings than can be packed');
  vocabulary.set(key, number);
  return number;
}

/** For each key the rows that have it, one list after the other; `starts` says where each begins. */
function inverted(rows: readonly { readonly keys: readonly number[] }[], size: number) {
  const starts = new Uint32Array(size + 1);
  for (const { keys } of rows)
    for (const key of keys) starts[(key & KEY_BITS) + 1] = (starts[(key & KEY_BITS) + 1] ?? 0) + 1;
  for (let at = 0; at < size; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const postings = new Int32Array(starts[size] ?? 0);
  for (const [row, { keys }] of rows.entries()) {
    for (const key of keys) {
      const number = key & KEY_BITS;
      const at = next[number] ?? 0;
      postings[at] = row | ((key & LIGHT_BIT) === 0 ? 0 : ROW_LIGHT);
      next[number] = at + 1;
    }
  }
  return { starts, postings };
}

/** How few things are asked for with each key, as the logarithm of their share. */
function raritiesOf(
  starts: Uint32Array,
  postings: Int32Array,
  thingOf: Uint16Array,
  things: number,
): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, key) => {
    const rows = postings.subarray(starts[key], starts[key + 1]);
    const by = new Set(Array.from(rows, (row) => thingOf[row & ROW_BITS])).size;
    return Math.log((things + 1) / by);
  });
}

function weight(rarity: number, light: boolean): number {
  return light ? rarity * LIGHT_SHARE : rarity;
}

/** Kinds that ask for one thing and no other: 'how many' is not answered by who. */
const STRICT = new Set<Kind>(['count', 'amount', 'duration', 'measure', 'when', 'where', 'who', 'why']);

/** What two phrasings with the same words have in common when one asks for a number and the other for a place. */
function alike(question: Kind, sample: Kind): number {
  if (question === sample) return 1;
  if (STRICT.has(question) && STRICT.has(sample)) return OTHER_KIND;
  return STRICT.has(question) ? LOOSER_KIND : STRICT.has(sample) ? STRICTER_KIND : 1;
}

/** What somebody said is another question than what is so. */
const OTHER_VOICE = 0.82;
const OTHER_KIND = 0.72;
const LOOSER_KIND = 0.65;
const STRICTER_KIND = 0.88;

/** Whom or what country a phrasing names: another's deed is another question. */
function isName(key: string): boolean {
  return key.startsWith('e:') || key.startsWith('c:');
}

/** What is left of a likeness for each name that the question has and the sample does not. */
const OTHER_NAME = 0.82;
