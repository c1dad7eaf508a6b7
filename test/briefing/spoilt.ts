/** Every item of a briefing spoilt in one way at a time, and whether the check sees it. */
import { prove } from '../../src/briefing/check.ts';
import type { Draft, Placed } from '../../src/briefing/draft.ts';
import { type Evidence, evidenceOf } from '../../src/briefing/evidence.ts';
import { readTexts } from '../../src/briefing/files.ts';
import { unsettled } from '../../src/briefing/marks/marks.ts';
import { parseTexts } from '../../src/briefing/parse.ts';
import { printsOf } from '../../src/briefing/prints.ts';
import { namedThings } from '../../src/briefing/proofs/names.ts';
import type { Ref } from '../../src/briefing/refs.ts';

const CLAIMS = ['statements', 'events', 'deals', 'figures', 'positions', 'background', 'keyPoints'] as const;
type List = (typeof CLAIMS)[number];
type Item = {
  readonly id: string;
  readonly text: string;
  readonly refs: readonly Ref[];
  readonly inferred: readonly { readonly says: string }[];
  readonly mode?: 'direct' | 'reported';
  readonly speakers?: readonly string[];
};

export type Tally = { caught: number; of: number; readonly missed: string[] };
export type Tallies = Readonly<Record<string, Tally>>;

/** How many of the spoilt items of each kind are faults, and how many carry a mark that nobody has settled. */
export function spoil(folder: string): { readonly faults: Tallies; readonly marks: Tallies } {
  const texts = readTexts(folder);
  const { draft } = parseTexts(texts);
  const evidence = evidenceOf([...printsOf(texts).read].map(([id, print]) => ({ id, print })));
  const names = namesOf(draft);
  const faults: Record<string, Tally> = {};
  const marks: Record<string, Tally> = {};
  const put = (into: Record<string, Tally>, kind: string, caught: boolean, what: string) => {
    into[kind] ??= { caught: 0, of: 0, missed: [] };
    into[kind].of += 1;
    if (caught) into[kind].caught += 1;
    else into[kind].missed.push(what);
  };

  for (const list of CLAIMS) {
    for (const placed of draft.lists[list] as unknown as readonly Placed<Item>[]) {
      const { item } = placed;
      const alone = (other: Partial<Item>) => only(draft, list, { ...placed, item: { ...item, ...other } });
      const before = new Set(prove(alone({}), evidence).map(({ found }) => found));
      const isFault = (other: Partial<Item>) =>
        prove(alone(other), evidence).some(({ found }) => !before.has(found));
      const isMarked = (other: Partial<Item>) => unsettled(alone(other), evidence).length > 0;
      const text = (into: Record<string, Tally>, kind: string, spoilt: string) => {
        if (spoilt === item.text) return;
        const caught =
          into === faults
            ? isFault({ text: spoilt })
            : isFault({ text: spoilt }) || isMarked({ text: spoilt });
        put(into, kind, caught, `${item.id}: ${spoilt}`);
      };
      if (item.mode === 'direct') {
        text(faults, 'a quotation with one word changed', item.text.replace(/\b(\w{5,})\b/u, reversed));
        for (const id of speakersOf(draft).filter((one) => !item.speakers?.includes(one))) {
          put(faults, 'a quotation given to somebody else', isFault({ speakers: [id] }), `${item.id}: ${id}`);
        }
      } else {
        for (const [kind, change] of Object.entries(WORDS)) text(marks, kind, item.text.replace(...change));
        text(marks, 'two names swapped', swapped(item.text, names));
        text(faults, 'a name from elsewhere', renamed(item.text, names, item, draft, evidence));
        text(faults, 'a number changed', item.text.replace(NUMBER, otherNumber));
        if (item.speakers) {
          const other = item.speakers[0] === 'newsham' ? 'hosaka' : 'newsham';
          put(faults, 'a report given to somebody else', isFault({ speakers: [other] }), item.id);
        }
      }
      const refs = item.refs.map((ref) => ({ ...ref, paragraph: ((ref.paragraph + 9) % 35) + 1 }));
      put(faults, 'another paragraph', isFault({ refs }), item.id);
    }
  }
  return { faults, marks };
}

type Change = [RegExp, (word: string) => string];

const SURER: Readonly<Record<string, string>> = {
  may: 'will',
  might: 'will',
  could: 'will',
  would: 'will',
  possible: 'certain',
  planned: 'finished',
  suggested: 'ordered',
};
const MORE: Readonly<Record<string, string>> = {
  mostly: 'entirely',
  most: 'all',
  many: 'all',
  some: 'every',
  about: 'exactly',
  'more than': 'exactly',
  reportedly: 'certainly',
  perhaps: 'certainly',
};
const AUXILIARY = /^(is|are|was|were|has|have|had|may|must|would|will|could)$/u;

const WORDS: Readonly<Record<string, Change>> = {
  'a negation put in': [
    /\b(is|are|was|were|has|have|had|may|must|would|will|could|signed|held|wants?|favour|support|said|announced|plans?|met|named)\b/u,
    (word) => (AUXILIARY.test(word) ? `${word} not` : `never ${word}`),
  ],
  'a negation taken out': [
    /\b(not|no|never|without) |\bunable\b/u,
    (word) => (word === 'unable' ? 'able' : ''),
  ],
  'a hedge made sure': [
    /\b(may|might|could|would|possible|planned|suggested|wants? to|hopes?)\b/u,
    (word) => SURER[word] ?? 'is sure to',
  ],
  'most made all': [
    /\b(mostly|most|many|some|about(?= [\d$])|more than|reportedly|perhaps)\b/iu,
    (word) => MORE[word.toLowerCase()] ?? word,
  ],
};

const NUMBER = /\b(\d[\d,]*|two|four|five)\b/u;

function otherNumber(word: string): string {
  return /\d/u.test(word) ? String(Number(word.replaceAll(',', '')) + 7) : 'nine';
}

function reversed(word: string): string {
  return word.split('').reverse().join('');
}

function swapped(text: string, names: readonly string[]): string {
  const [one, other] = names.filter((name) => stands(name, text));
  if (one === undefined || other === undefined) return text;
  return text.replace(new RegExp(`\\b(${one}|${other})\\b`, 'gu'), (word) => (word === one ? other : one));
}

/** A name of somebody or something that no cited paragraph names in any way. */
function renamed(
  text: string,
  names: readonly string[],
  { refs, inferred }: Item,
  draft: Draft,
  evidence: Evidence,
): string {
  const first = names.find((name) => stands(name, text));
  const said = inferred.map(({ says }) => says.toLowerCase());
  const absent = namedThings(draft).filter(
    ({ theirs }) =>
      !theirs.some(
        (row) =>
          refs.some((ref) => evidence.hasRow(ref, row)) ||
          said.some((says) => says.includes(row.join(' ').toLowerCase())),
      ),
  );
  const stranger = names.find(
    (name) =>
      !stands(name, text) &&
      absent.some(({ theirs }) => theirs.some(([word, ...more]) => word === name && more.length === 0)),
  );
  if (first === undefined || stranger === undefined) return text;
  return text.replace(new RegExp(`\\b${first}\\b`, 'u'), stranger);
}

function stands(name: string, text: string): boolean {
  return new RegExp(`\\b${name}\\b`, 'u').test(text);
}

/** Names of one word by which the briefing's own texts call somebody or something. */
function namesOf({ lists }: Draft): string[] {
  const named = [...lists.sides, ...lists.people, ...lists.organisations, ...lists.places];
  const words = named
    .flatMap(({ item }) => [item.name, ...item.names.also])
    .filter((name) => /^\p{Lu}\p{L}{3,}$/u.test(name));
  return [...new Set(words)];
}

function speakersOf({ lists }: Draft): string[] {
  return [...lists.people, ...lists.organisations, ...lists.sides].map(({ item }) => item.id);
}

/** The draft with all its names, and no claim but the one. */
function only(draft: Draft, list: List, placed: Placed<object>): Draft {
  const none = Object.fromEntries(
    [...CLAIMS, 'notes', 'skipped', 'asks', 'unsaid', 'topics'].map((key) => [key, []]),
  );
  return { ...draft, lists: { ...draft.lists, ...none, [list]: [placed] } as unknown as Draft['lists'] };
}
