/** Each number and each name in our words stands in the cited paragraphs, or is said to be inferred. */
import type { Finding } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import { isNumeral, spellings } from '../numerals.ts';
import { type Prose, proseOf } from '../prose.ts';
import { type Token, tokensOf, wordsOf } from '../words.ts';
import { citationsIn } from './citations.ts';
import { monthForms } from './months.ts';
import { type NamedThing, namedThings, wordsOfNames } from './names.ts';
import { type Proof, refsFor, wordRefs } from './proof.ts';

export const wording: Proof = (own, evidence, whole) => {
  const things = namedThings(whole);
  const known = wordsOfNames(things);
  return proseOf(own).flatMap((prose) => [
    ...strayNumbers(prose, evidence),
    ...strayNames(prose, evidence, things, known),
    ...strayCitations(prose, evidence),
  ]);
};

function strayNumbers(prose: Prose, evidence: Evidence): Finding[] {
  const tokens = tokensOf(prose.text);
  return rowsWhere(tokens, (token) => isNumeral(token.text)).flatMap((row): Finding[] => {
    const words = row.map(({ text }) => text);
    const stands = waysToWrite(words).some((way) => standsIn(way, prose, evidence) || isInferred(way, prose));
    return stands ? [] : [missing(prose, 'number', words.join(' '))];
  });
}

function strayNames(
  prose: Prose,
  evidence: Evidence,
  things: readonly NamedThing[],
  known: ReadonlySet<string>,
): Finding[] {
  const tokens = tokensOf(prose.text);
  const strays = [...tokens.entries()].filter(
    ([, token]) =>
      looksLikeName(token, known) &&
      !monthForms(token.text).some((form) => standsIn([form], prose, evidence) || isInferred([form], prose)),
  );
  if (strays.length === 0) return [];
  const covered = coveredByAnotherName(tokens, prose, evidence, things);
  const words = strays.filter(([index]) => !covered.has(index)).map(([, { text }]) => text);
  return [...new Set(words)].map((word) => {
    const finding = missing(prose, 'name', word);
    const written = writtenThere(word, prose, evidence, things);
    if (written === undefined) return finding;
    const there = prose.refs.length === 1 ? 'the paragraph does' : 'the paragraphs do';
    return {
      ...finding,
      expected: `write '${written}', as ${there}, or say under 'inferred' where '${word}' comes from`,
    };
  });
}

/** What the paragraphs call somebody or something that also goes by a word: 'United States' for 'US'. */
function writtenThere(
  word: string,
  prose: Prose,
  evidence: Evidence,
  things: readonly NamedThing[],
): string | undefined {
  return things
    .filter(({ theirs }) => theirs.some((row) => row.length === 1 && row[0] === word))
    .flatMap(({ theirs }) => theirs)
    .find((row) => isNameLike(row) && standsIn(row, prose, evidence))
    ?.join(' ');
}

function looksLikeName(token: Token, known: ReadonlySet<string>): boolean {
  if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.text) || token.text === 'I') return false;
  if (known.has(token.text)) return true;
  return !token.opens && !/^P\d+$/.test(token.text);
}

/** 'Vladimir Putin' may be said where the source says 'Putin': the name stands for the one whom the paragraph names. */
function coveredByAnotherName(
  tokens: readonly Token[],
  prose: Prose,
  evidence: Evidence,
  things: readonly NamedThing[],
): Set<number> {
  const covered = new Set<number>();
  for (const { ours, theirs } of things) {
    const places = ours.flatMap((row) => placesOf(row, tokens).map((from) => ({ from, length: row.length })));
    if (
      places.length === 0 ||
      !theirs.some((row) => standsIn(row, prose, evidence) || (isNameLike(row) && isInferred(row, prose)))
    )
      continue;
    for (const { from, length } of places) {
      for (let index = from; index < from + length; index += 1) covered.add(index);
    }
  }
  return covered;
}

/** What we cite stands so in the source. */
function strayCitations(prose: Prose, evidence: Evidence): Finding[] {
  return citationsIn(prose.text).flatMap((citation): Finding[] => {
    const words = wordsOf(citation);
    if (words.length === 0 || standsIn(words, prose, evidence) || isInferred(words, prose)) return [];
    return [missing(prose, 'citation', citation)];
  });
}

function standsIn(row: readonly string[], { refs }: Prose, evidence: Evidence): boolean {
  return refsFor(refs, evidence).some((ref) => evidence.hasRow(ref, row));
}

function isInferred(row: readonly string[], { inferred }: Prose): boolean {
  return inferred.some(({ says }) => placesOf(row, tokensOf(says)).length > 0);
}

function isNameLike(row: readonly string[]): boolean {
  return /^\p{Lu}/u.test(row[0] ?? '');
}

function placesOf(row: readonly string[], tokens: readonly Token[]): number[] {
  return [...tokens.keys()].filter((from) =>
    row.every((word, step) => tokens[from + step]?.text.toLowerCase() === word.toLowerCase()),
  );
}

function rowsWhere(tokens: readonly Token[], is: (token: Token) => boolean): Token[][] {
  const rows: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (!is(token)) continue;
    const previous = tokens[index - 1];
    if (previous && is(previous)) rows.at(-1)?.push(token);
    else rows.push([token]);
  }
  return rows;
}

function waysToWrite(words: readonly string[]): string[][] {
  return words.reduce<string[][]>(
    (ways, word) => ways.flatMap((way) => spellings(word).map((form) => [...way, form])),
    [[]],
  );
}

function missing({ at, refs }: Prose, what: string, word: string): Finding {
  const there = wordRefs(refs);
  return {
    at,
    found: `the ${what} '${word}' does not stand in ${there}`,
    expected: `mend the text or its paragraphs, or say under 'inferred' where it comes from`,
  };
}
