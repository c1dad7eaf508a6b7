/** A briefing made ready for questions: what each item is about, who is who, and which words it knows. */
import type { Briefing } from '../briefing/briefing.ts';
import { type Entry, entriesOf, type Keyed, SPEAKS_OF } from './entries.ts';
import { keysOfText } from './keys.ts';
import type { Phrasebook } from './lexicon.ts';
import { membersOf, namesInTexts, namesOf, spellerFor, unspacedOf } from './naming.ts';
import { type Samples, samplesOf } from './samples.ts';
import type { Speller } from './spelling.ts';

/** Where a key stands: the entry's place among the entries, and how firmly it speaks of it. */
export type Posting = { readonly at: number; readonly firmness: number };

export type Knowledge = {
  readonly briefing: Briefing;
  readonly entries: readonly Entry[];
  /** Names and other ways of calling people, organisations, sides and places. */
  readonly names: Phrasebook;
  /** Words in scripts that are written without spaces, the longest first. */
  readonly unspaced: readonly { readonly words: string; readonly keys: readonly string[] }[];
  readonly speller: Speller;
  /** What a question is most like. */
  readonly samples: Samples;
  /** The entries that have a key. */
  withKey(key: string): readonly Posting[];
  /** How rare a key is among the claims: 0 for one that they all have. */
  weightOf(key: string): number;
  /** Whether a key is the backdrop of the whole briefing, which an answer need not name again. */
  isBackdrop(key: string): boolean;
  /** Whether a key is the occasion that the briefing reports on, by its title: 'summit'. */
  isOccasion(key: string): boolean;
  /** Ids of those whom the briefing's summary names: whatever happened at the occasion, they did. */
  readonly principals: ReadonlySet<string>;
  /** The entries that tell of the occasion itself. */
  readonly ofOccasion: ReadonlySet<number>;
  /** Ids of those who speak for somebody: the members of a side, the people of an organisation. */
  voicesOf(id: string): readonly string[];
};

/** A key that this share of the claims have tells nothing apart. */
const BACKDROP_SHARE = 0.3;
/** In other scripts a key stands for a topic. */
const BACKDROP_SHARE_OF_TOPICS = 0.2;
const BACKDROP_WORDS = 'summit leaders country countries nation nations two both sides side';
/** A posting is kept as one small number: the entry's place times this, and the firmness in hundredths. */
const PACKED = 256;

const prepared = new WeakMap<Briefing, Knowledge>();

/** The knowledge of a briefing; made once for each and kept only as long as the briefing itself. */
export function knowledgeOf(briefing: Briefing): Knowledge {
  const known = prepared.get(briefing);
  if (known !== undefined) return known;
  const made = prepare(briefing);
  prepared.set(briefing, made);
  return made;
}

function prepare(briefing: Briefing): Knowledge {
  const named = briefing.everyNamed;
  const names = namesOf(named);
  const keyed = entriesOf(briefing, named, namesInTexts(named));
  const postings = postingsOf(keyed);
  const claims = briefing.claims.length;
  const frequency = (key: string) =>
    (postings.get(key) ?? []).filter(
      (packed) => Math.floor(packed / PACKED) < claims && packed % PACKED >= SPEAKS_OF * 100,
    ).length;
  const title = keysOfText(briefing.title, names);
  const called = new Set(named.flatMap((one) => [...keysOfText(one.item.name, names)]));
  const backdrop = new Set([...title, ...keysOfText(BACKDROP_WORDS, names)]);
  for (const key of postings.keys()) {
    const share = /[a-z:~]/.test(key) ? BACKDROP_SHARE : BACKDROP_SHARE_OF_TOPICS;
    if (frequency(key) >= claims * share) backdrop.add(key);
  }
  for (const key of [...backdrop])
    if (key.startsWith('e:') || (key.startsWith('~') && !title.has(key))) backdrop.delete(key);
  const occasion = [...title].filter((key) => !key.includes(':') && !called.has(key));
  const summary = keysOfText(briefing.summary.text, names);
  return {
    briefing,
    entries: keyed.map(({ entry }) => entry),
    names,
    unspaced: unspacedOf(briefing, named),
    speller: spellerFor(briefing, named),
    samples: samplesOf(briefing, names),
    withKey: (key) =>
      (postings.get(key) ?? []).map((packed) => ({
        at: Math.floor(packed / PACKED),
        firmness: (packed % PACKED) / 100,
      })),
    weightOf: (key) => Math.log((claims + 1) / (frequency(key) + 0.5)),
    isBackdrop: (key) => backdrop.has(key),
    isOccasion: (key) => occasion.includes(key),
    principals: new Set(briefing.people.map(({ id }) => id).filter((id) => summary.has(`e:${id}`))),
    ofOccasion: new Set(
      briefing.topics
        .filter((topic) => [...keysOfText(topic.name, names)].some((key) => occasion.includes(key)))
        .flatMap((topic) =>
          keyed.flatMap(({ entry }, at) =>
            entry.subject.kind !== 'card' && entry.subject.item.topics.includes(topic.id) ? [at] : [],
          ),
        ),
    ),
    voicesOf: (id) => membersOf(id, briefing),
  };
}

function postingsOf(keyed: readonly Keyed[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, { keys }] of keyed.entries()) {
    for (const [key, firmness] of keys) {
      const packed = at * PACKED + Math.round(firmness * 100);
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [packed]);
      else list.push(packed);
    }
  }
  return postings;
}
