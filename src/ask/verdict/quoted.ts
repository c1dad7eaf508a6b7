/** Holds words in quotation marks against what was spoken, word for word. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { Difference } from './verdict.ts';
import { SMALL } from './vocabulary.ts';

type Direct = Extract<Claim, { kind: 'statement' }>;

export type QuotedMatch =
  /** A stretch of what was spoken, with or without what the publisher put in. */
  | { readonly kind: 'exact'; readonly item: Direct }
  | { readonly kind: 'changed'; readonly item: Direct; readonly difference: readonly Difference[] }
  /** Words of an item that is no direct speech. */
  | { readonly kind: 'reported'; readonly item: Claim };

/** Fewer words than these are a way of speaking, not a quotation. */
const FEWEST = 3;
/** And of them so many must carry matter. */
const FEWEST_OF_MATTER = 2;
/** Or so many words in a row are the same. */
const LONG_RUN = 4;
/** What share of the words must be those of a quotation, so that it is the one that is meant. */
const NEAR = 0.6;

export function quotedMatch(words: string, briefing: Briefing): QuotedMatch | undefined {
  const stretches = words
    .split(/\s*(?:\.\.\.|…)\s*/u)
    .map(wordsOf)
    .filter((one) => one.length > 0);
  if (stretches.flat().length < FEWEST) return undefined;
  const direct = briefing.claims.filter(
    (claim): claim is Direct => claim.kind === 'statement' && claim.item.mode === 'direct',
  );
  const exact = direct.find(({ item }) => spoken(item.text).some((said) => holdsAll(said, stretches)));
  if (exact !== undefined) return { kind: 'exact', item: exact };
  const told = briefing.claims.find(
    (claim) =>
      !(claim.kind === 'statement' && claim.item.mode === 'direct') &&
      holdsAll(wordsOf(claim.item.text), stretches),
  );
  if (told !== undefined) return { kind: 'reported', item: told };
  return nearest(stretches.flat(), direct);
}

function nearest(claimed: readonly string[], direct: readonly Direct[]): QuotedMatch | undefined {
  let best: { item: Direct; same: number; said: readonly string[] } | undefined;
  for (const item of direct) {
    for (const said of spoken(item.item.text)) {
      const same = commonLength(claimed, said);
      if (same > (best?.same ?? 0)) best = { item, same, said };
    }
  }
  if (best === undefined || best.same < FEWEST || best.same / claimed.length < NEAR) return undefined;
  const { said } = best;
  const matter = claimed.filter((word) => !SMALL.has(word) && said.includes(word)).length;
  if (matter < FEWEST_OF_MATTER && !holdsRun(said, claimed, LONG_RUN)) return undefined;
  return { kind: 'changed', item: best.item, difference: differences(claimed, best.said) };
}

/** A quotation as it was printed, and without the words in brackets, which the publisher put in. */
function spoken(text: string): string[][] {
  const without = text.replace(/\s*[([][^()[\]]*[)\]]/gu, '');
  return without === text ? [wordsOf(text)] : [wordsOf(text), wordsOf(without)];
}

/** In small letters; short forms spelled out; no punctuation: these make no other words of them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’`´]/gu, "'")
      .replace(/\bcan not\b/g, 'cannot')
      .replace(/\b(can|won)'t\b/g, (_, verb) => (verb === 'can' ? 'cannot' : 'will not'))
      .replace(/n't\b/g, ' not')
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []
  );
}

/** Each stretch in one piece, one after the other. */
function holdsAll(said: readonly string[], stretches: readonly (readonly string[])[]): boolean {
  let from = 0;
  return stretches.every((stretch) => {
    for (let at = from; at + stretch.length <= said.length; at += 1) {
      if (stretch.every((word, ahead) => said[at + ahead] === word)) {
        from = at + stretch.length;
        return true;
      }
    }
    return false;
  });
}

/** Whether so many words in a row are the same in both. */
function holdsRun(said: readonly string[], claimed: readonly string[], length: number): boolean {
  return claimed.some(
    (_, at) => at + length <= claimed.length && holdsAll(said, [claimed.slice(at, at + length)]),
  );
}

function table(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      lengths[row]![column] =
        one[row] === other[column]
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
  return lengths;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  return table(one, other)[0]![0]!;
}

/** Where the two part, within the stretch of the quotation that was repeated. */
export function differences(claimed: readonly string[], said: readonly string[]): Difference[] {
  const lengths = table(claimed, said);
  const found: Difference[] = [];
  let [row, column] = [0, 0];
  let open: { said: string[]; is: string[] } = { said: [], is: [] };
  let begun = false;
  const close = () => {
    if (open.said.length > 0 || open.is.length > 0)
      found.push({ said: open.said.join(' '), is: open.is.join(' ') });
    open = { said: [], is: [] };
  };
  while (row < claimed.length && lengths[row]![column]! > 0) {
    if (claimed[row] === said[column]) {
      // What stands before the first common word was not repeated.
      if (!begun) open.is = [];
      begun = true;
      close();
      row += 1;
      column += 1;
    } else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) {
      open.said.push(claimed[row]!);
      row += 1;
    } else {
      open.is.push(said[column]!);
      column += 1;
    }
  }
  const rest = claimed.slice(row);
  if (rest.length > 0) {
    open.said.push(...rest);
    open.is.push(...said.slice(column, column + rest.length));
  }
  close();
  return found;
}
