/**
 * A source's fingerprint: enough to prove a briefing against the source, not the source itself.
 * Which words count, and how one becomes 16 bits, says `words.ts`.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { hashOf, paragraphsOf, SCHEME, type Token, tokensOf } from './words.ts';

const places = z.string().regex(/^(\d+( \d+)*)?$/);

const stored = z.strictObject({
  scheme: z.literal(SCHEME),
  /** Of the file's bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** For each paragraph, the hashes of its words, numbers and quotation marks: four hexadecimal digits each. */
  paragraphs: z.array(z.string().regex(/^([0-9a-f]{4})*$/)).min(1),
  /** For each paragraph, before which of these a sentence begins: their places, counted from 0. */
  sentences: z.array(places),
  /** For each paragraph, before which of these a comma, a dash or a bracket stands. */
  commas: z.array(places),
  /** By their tags, the paragraphs that earlier versions had and this one has not: what number the same one has now, or null. */
  earlier: z.record(z.string().regex(/^[0-9a-f]{8}$/), z.int().min(1).nullable()).default({}),
});

export type Fingerprint = {
  readonly sha256: string;
  /** The hashes of each paragraph's tokens in their order; paragraph 1 at index 0. */
  readonly paragraphs: readonly (readonly number[])[];
  /** Of each paragraph, the places of the tokens before which a sentence begins, and before which a comma stands. */
  readonly sentences: readonly (readonly number[])[];
  readonly commas: readonly (readonly number[])[];
  /** What numbers the paragraphs of earlier versions have now, by their tags. */
  readonly earlier: Readonly<Record<string, number | null>>;
};

/** Makes the fingerprint of a source's whole text. */
export function fingerprintOf(source: string): Fingerprint {
  const paragraphs = paragraphsOf(source).map(tokensOf);
  const placesOf = (is: (token: Token) => boolean) =>
    paragraphs.map((tokens) => [...tokens.keys()].filter((at) => is(tokens[at]!)));
  return {
    sha256: sha256Of(source),
    paragraphs: paragraphs.map((tokens) => tokens.map(hashOf)),
    sentences: placesOf(({ opens }) => opens),
    commas: placesOf(({ parted }) => parted),
    earlier: {},
  };
}

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256Of(source: string): string {
  return hash('sha256', source, 'hex');
}

/** As it lies in the briefing's folder, sources/ID.json. */
export function writeFingerprint({ sha256, paragraphs, sentences, commas, earlier }: Fingerprint): string {
  const hexed = paragraphs.map((hashes) => hashes.map((hash) => hash.toString(16).padStart(4, '0')).join(''));
  const print = {
    scheme: SCHEME,
    sha256,
    paragraphs: hexed,
    sentences: sentences.map((places) => places.join(' ')),
    commas: commas.map((places) => places.join(' ')),
    earlier,
  };
  return `${JSON.stringify(print, null, 2)}\n`;
}

type ReadPrint =
  | { readonly kind: 'read'; readonly fingerprint: Fingerprint }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A source stays as it is while its briefing is written: the same text gives the same fingerprint back. */
const known = new LRUCache<string, ReadPrint>({ max: 16 });

/** Reads what `writeFingerprint` wrote; `unreadable` says what is wrong with it, in a few words. */
export function readFingerprint(text: string): ReadPrint {
  const found = known.get(text) ?? readAnew(text);
  known.set(text, found);
  return found;
}

function readAnew(text: string): ReadPrint {
  const result = stored.safeParse(parsed(text));
  if (!result.success) {
    const issue = result.error.issues[0];
    return {
      kind: 'unreadable',
      why: issue?.path.length ? `'${issue.path.join('.')}' is wrong` : 'it is no JSON of a fingerprint',
    };
  }
  const { sha256, sentences, commas, earlier } = result.data;
  const paragraphs = result.data.paragraphs.map((hexed) =>
    (hexed.match(/.{4}/g) ?? []).map((hash) => Number.parseInt(hash, 16)),
  );
  return {
    kind: 'read',
    fingerprint: {
      sha256,
      paragraphs,
      sentences: sentences.map(placesIn),
      commas: commas.map(placesIn),
      earlier,
    },
  };
}

function placesIn(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
