/** Sorts the names of an article into people, organisations and places. */
import { listOf } from '../data/lists.ts';
import { type Clues, cluesOf } from './clues.ts';
import { isFirstName } from './first-names.ts';
import { spotsOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { isHead } from './runs.ts';

export type Kind = 'person' | 'organisation' | 'place';

export type Named = {
  readonly kind: Kind;
  readonly name: string;
  readonly mentions: readonly Mention[];
  /** How much more speaks for the kind than for the next. */
  readonly margin: number;
};

/** Pure; in the order of the first mention. */
export function namedIn(mentions: readonly Mention[]): Named[] {
  const groups = Map.groupBy(mentions, ({ name }) => bare(name));
  return [...groups].flatMap(([name, own]) => {
    const sums = own.map(cluesOf).reduce(add, ofItsParts(name, groups));
    const kind = SEATS.test(name)
      ? { kind: 'organisation' as const, margin: 3 }
      : kindOf(name, sums, own.length > 1 || isJoined(own[0]!));
    return kind ? [{ kind: kind.kind, name, mentions: own, margin: kind.margin }] : [];
  });
}

/** People are called by their last word for short, bodies by their first. */
function ofItsParts(name: string, groups: ReadonlyMap<string, readonly Mention[]>): Clues {
  const words = name.split(' ');
  const [first, last] = [words[0]!, words.at(-1)!];
  const none = { person: 0, organisation: 0, place: 0 };
  if (words.length !== 2 || isHead(last) || isHead(first) || listOf('compass').has(first)) return none;
  const [byFirst, byLast] = [groups.has(first), groups.has(last)];
  if (byLast && !byFirst) {
    // 'Vale beat Harwick': clubs are called by their last word too.
    const { person, organisation } = groups.get(last)!.map(cluesOf).reduce(add, none);
    return person > organisation ? { ...none, person: 2 } : none;
  }
  return byFirst && !byLast && !isFirstName(first) ? { ...none, organisation: 1 } : none;
}

/** Beside another name: 'with Mitsubishi and Marubeni'. */
function isJoined({ line: { words }, from, to }: Mention): boolean {
  return (
    words[from - 1]?.lower === 'and' || words[to]?.lower === 'and' || words[from - 1]?.kind === 'possessive'
  );
}

/** Addresses that stand for whoever governs there. */
const SEATS =
  /^(?:Downing Street|Number 10|Whitehall|Capitol Hill|Holyrood|Stormont|Kremlin|Élysée|White House|Buckingham Palace|Wall Street|Vatican)$/;

/** A name without the full stop of an initial at its end and without a genitive. */
function bare(name: string): string {
  return name.replace(/['’]s$/, '').replace(/^The /, '');
}

function add(one: Clues, other: Clues): Clues {
  return {
    person: one.person + other.person,
    organisation: one.organisation + other.organisation,
    place: one.place + other.place,
  };
}

function kindOf(name: string, clues: Clues, stands: boolean): { kind: Kind; margin: number } | undefined {
  const sums = Object.entries(clues).sort(([, a], [, b]) => b - a) as [Kind, number][];
  const [[kind, most], [, next]] = [sums[0]!, sums[1]!];
  if (most === 0) {
    // Nothing speaks for anything: two words are somebody, one word is some body, unless it stands there once and alone.
    if (name.includes(' '))
      return isFirstName(name.split(' ')[0]!)
        ? { kind: 'person', margin: 1 }
        : { kind: 'organisation', margin: 0 };
    return stands ? { kind: 'organisation', margin: 0 } : undefined;
  }
  if (kind === 'person' && most < 2 && !name.includes(' ')) return { kind: 'organisation', margin: 0 };
  if (kind === 'place' && most < 2 && spotsOf(name).length === 0) return { kind: 'organisation', margin: 0 };
  return { kind, margin: most - next };
}
