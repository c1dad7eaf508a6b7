/** The numbers that a claim gives, each with what it counts. */
import type { Claim } from '../briefing/briefing.ts';
import { ENGLISH, phrasesAt } from './lexicon.ts';
import { stemOf, tokensOf } from './words.ts';

export type Quantity = {
  /** As people read it: '$1 billion', 'five'. */
  readonly shown: string;
  /** What it counts, as keys: stems and what English knows as the same. */
  readonly counts: ReadonlySet<string>;
  readonly kind: 'money' | 'time' | 'count';
  /** Of people who did or suffered something: what, as keys; the question must speak of it. */
  readonly deed: ReadonlySet<string> | undefined;
  /** It stands as a figure of its own, not only somewhere in a text. */
  readonly own: boolean;
};

const NUMBER =
  /^(?:\$?\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)$/i;
const SCALE = /^(?:hundred|thousand|million|billion|trillion)$/i;
const TIME = new Set(['day', 'week', 'month', 'year', 'hour', 'decade', 'minute'].map(stemOf));
/** How many words after a number may say what it counts. */
const REACH = 3;

export function quantitiesIn(claim: Claim): Quantity[] {
  const own: Quantity[] = [];
  if (claim.kind === 'figure') {
    const { unit, of, shown } = claim.item;
    // What is counted stands before the first clause of `of`: 'Japanese residents who fled ...'.
    const counted = of.split(/ (?:that|who|which|on|of|in|since|over|when|signed|from) /)[0]!;
    const deed = / who (.*)$/.exec(of)?.[1];
    own.push({
      deed: deed === undefined ? undefined : keysOf(deed),
      shown,
      counts: keysOf(`${unit} ${counted}`),
      kind: kindOf(unit, shown),
      own: true,
    });
  }
  if (claim.kind === 'deal' && claim.item.sum !== undefined) {
    own.push({
      shown: claim.item.sum,
      deed: undefined,
      counts: keysOf(claim.item.title),
      kind: kindOf('', claim.item.sum),
      own: true,
    });
  }
  return [...own, ...quantitiesOfText(claim.item.text)];
}

function quantitiesOfText(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const [, amount] of text.matchAll(/(\$[\d.,]*\d(?: (?:million|billion|trillion))?)/g)) {
    found.push({ shown: amount!, counts: new Set(['dollar']), kind: 'money', own: false, deed: undefined });
  }
  const words = text.split(/\s+/);
  for (const [at, word] of words.entries()) {
    // 'the Group of Seven' counts nothing.
    if (at > 0 && /^[A-Z]/.test(word)) continue;
    if (!NUMBER.test(word.replace(/[,.;:]$/, '')) || word.startsWith('$')) continue;
    const next = words.slice(at + 1, at + 1 + REACH).filter((other) => !SCALE.test(other));
    const stop = next.findIndex(
      (other) => /[,.;:]$/.test(other) || /^(?:of|in|on|to|that|and|were|up)$/.test(other),
    );
    const said = stop === -1 ? next : next.slice(0, /[,.;:]$/.test(next[stop]!) ? stop + 1 : stop);
    if (said.length === 0 || /^\d{4}$/.test(word) || (/^\d{1,2}$/.test(word) && MONTH.test(said[0]!)))
      continue;
    const counts = keysOf(said.join(' '));
    found.push({
      shown: [word, ...said].join(' ').replace(/[,.;:]$/, ''),
      counts,
      kind: kindOf(said.join(' '), ''),
      own: false,
      deed: undefined,
    });
  }
  return found;
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)/;

function kindOf(unit: string, shown: string): Quantity['kind'] {
  if (/dollar|yen|rouble|ruble|euro|pound/i.test(unit) || /^[^\d]*[$€£¥]/.test(shown)) return 'money';
  return tokensOf(unit).some((token) => TIME.has(token.stem)) ? 'time' : 'count';
}

function keysOf(text: string): Set<string> {
  const stems = tokensOf(text.replaceAll('-', ' ')).map((token) => token.stem);
  return new Set(
    stems.flatMap((stem, at) => [stem, ...phrasesAt(ENGLISH, stems, at).flatMap((phrase) => phrase.keys)]),
  );
}
