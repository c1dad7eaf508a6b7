/** Marks that compare an item's words with those of its passage: for or against, sure or not, how many, the opposite. */
import { DEGREES, FIRM, HEDGES, NEGATIONS, OPPOSITES, PREFIXES } from '../english/lists.ts';
import { tokensOf, wordsOf } from '../words.ts';
import { contentOf, formsOf, type Passage } from './passage.ts';

/** What is odd, in a few words; `undefined` where nothing is. */
export type Look = (text: string, passage: Passage) => string | undefined;

/** A negation put in or taken out. */
export const polarity: Look = (text, passage) => {
  const [ours, theirs] = [countIn(text, NEGATIONS), passage.counts(NEGATIONS)];
  if (theirs.includes(ours)) return undefined;
  return `our words say 'not' or the like ${times(ours)}, the source ${times(theirs[0] ?? 0)}`;
};

/** 'May' made 'will', or the other way round. What is somebody's name, such as May or Hope, says how sure nobody is. */
export function hedge(text: string, passage: Passage, names: ReadonlySet<string>): string | undefined {
  const words = tokensOf(text)
    .filter(({ text: word, opens }) => !(/^\p{Lu}/u.test(word) && (!opens || names.has(word))))
    .map(({ text: word }) => word.toLowerCase());
  const firm = words.find((word) => FIRM.includes(word) && !passage.has(word));
  if (firm !== undefined) return `'${firm}' is surer than the source`;
  const ours = words.find((word) => HEDGES.includes(word));
  const theirs = passage.counts(HEDGES);
  if (ours !== undefined && theirs.every((count) => count === 0))
    return `'${ours}' is less sure than the source`;
  return ours === undefined && theirs.length > 0 && theirs.every((count) => count > 0)
    ? 'the source is less sure than our words'
    : undefined;
}

/** Ways to say how much that a text may not add, and those that it may not drop. */
const KEPT = ['most', 'near'];

/** 'Most' made 'all'. */
export const degree: Look = (text, passage) => {
  const words = lowered(text);
  for (const [name, list] of DEGREES) {
    const ours = words.find((word) => list.includes(word));
    const theirs = list.some((word) => passage.has(word));
    if (ours !== undefined && !theirs) return `'${ours}' is not how the source says how much`;
    if (ours === undefined && theirs && KEPT.includes(name)) {
      const word = list.find((one) => passage.has(one));
      return `the source says '${word}', and our words nothing like it`;
    }
  }
  return undefined;
};

/** 'Block' made 'welcome', 'limited' made 'unlimited'. */
export const opposite: Look = (text, passage) => {
  for (const word of contentOf(text)) {
    if (passage.has(formsOf(word))) continue;
    const contrary = contrariesOf(word).find((other) => passage.has(other));
    if (contrary !== undefined) return `our words say '${word}', the source '${contrary}'`;
  }
  return undefined;
};

/** A claim that the source does not have: a part of a sentence of which no word that means something stands there. */
export function newMatter(text: string, passage: Passage, inferred: readonly string[]): string | undefined {
  const said = new Set(inferred.flatMap(contentOf));
  for (const part of text.split(/[,;:—–](?!\p{N})|\b(?:and|but|while|which|who|because)\b/u)) {
    const words = contentOf(part);
    if (words.length < LEAST_NEW) continue;
    const known = words.some((word) => said.has(word) || passage.has(formsOf(word)));
    if (!known) return `'${part.trim()}' shares no word with the source`;
  }
  return undefined;
}

const LEAST_NEW = 2;

function contrariesOf(word: string): string[] {
  const listed = formsOf(word).flatMap((form) => OPPOSITES.get(form) ?? []);
  const prefixed = PREFIXES.flatMap((prefix) => [
    `${prefix}${word}`,
    ...(word.startsWith(prefix) && word.length - prefix.length > 3 ? [word.slice(prefix.length)] : []),
  ]);
  return [...listed, ...prefixed];
}

function lowered(text: string): string[] {
  return wordsOf(text).map((word) => word.toLowerCase());
}

function countIn(text: string, list: readonly string[]): number {
  return lowered(text).filter((word) => list.includes(word)).length;
}

function times(count: number): string {
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}
