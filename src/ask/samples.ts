/**
 * What a question is most like among the phrasings that a briefing holds: of its items, and of what it does not say.
 * Likeness is the cosine of two phrasings' keys, each weighted by how few things are asked for with it.
 */
import type { Briefing } from '../briefing/briefing.ts';
import { isLight } from './english/light.ts';
import { askedIn, speechIn } from './intent.ts';
import { keysOfText } from './keys.ts';
import type { Phrasebook } from './lexicon.ts';
import { type Features, packed } from './sample-index.ts';
import { tokensOf } from './words.ts';

/** What a sample phrasing asks for: an item of the briefing, or a thing that the source leaves unsaid. */
export type Sampled = { readonly kind: 'said' | 'unsaid'; readonly id: string };

/** `likeness` is from 0, nothing in common, to 1, the same words. */
export type Likely = { readonly of: Sampled; readonly likeness: number };

export type Samples = {
  /** All that a phrasing is like, each thing once, the likest first. */
  nearest(words: string): readonly Likely[];
  /** Whether people ask for an item with these words among others. */
  asksWith(id: string, words: string): boolean;
};

/** How far a second sample of the same thing that is like the question adds to the first. */
const SECOND_SHARE = 0.1;

export function samplesOf(briefing: Briefing, names: Phrasebook): Samples {
  const things: Sampled[] = [
    ...briefing.asks.map(({ about }) => ({ kind: 'said', id: about }) as const),
    ...briefing.unsaid.map(({ id }) => ({ kind: 'unsaid', id }) as const),
  ];
  const phrasings = [...briefing.asks, ...briefing.unsaid].map(({ asks }) => asks);
  const index = packed(phrasings, (words) => featuresOf(words, names));
  return {
    asksWith(id, words) {
      const keys = [...featuresOf(words, names).keys.keys()];
      return (
        keys.length > 0 &&
        things.some((thing, at) => thing.id === id && keys.every((key) => index.has(at, key)))
      );
    },
    nearest(words) {
      const question = featuresOf(words, names);
      return index
        .likenesses(question)
        .map(({ at, found }) => ({ of: things[at] as Sampled, likeness: together(found) }))
        .sort((a, b) => b.likeness - a.likeness || (a.of.id < b.of.id ? -1 : 1));
    },
  };
}

/** The keys of a phrasing, and the kind of answer that it asks for. */
function featuresOf(words: string, names: Phrasebook): Features {
  const tokens = tokensOf(words);
  const light = new Set(
    tokens.filter(({ word, kind }) => kind === 'word' && isLight(word)).map(({ stem }) => stem),
  );
  const features = new Map([...keysOfText(words, names)].map((key) => [key, { light: light.has(key) }]));
  const plain = tokens.map(({ word }) => word).join(' ');
  const asked = askedIn(plain).kind;
  for (const piece of unspaced(tokens)) features.set(piece, { light: false });
  return { keys: features, asked, own: speechIn(plain) === 'own' };
}

/** Scripts without spaces: every two signs that stand together. */
function* unspaced(tokens: ReturnType<typeof tokensOf>): Generator<string> {
  for (const { kind, word } of tokens) {
    if (kind !== 'cjk') continue;
    const signs = Array.from(word);
    for (let at = 0; at + 1 < signs.length; at += 1) yield `${signs[at]}${signs[at + 1]}`;
  }
}

function together(found: number[]): number {
  const [first = 0, second = 0] = found.sort((a, b) => b - a);
  return Math.min(1, first + second * SECOND_SHARE * (1 - first));
}
