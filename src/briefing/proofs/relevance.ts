/** A cited paragraph has to do with what cites it: the two share words that mean something. */
import { type Finding, type Placed, within } from '../draft.ts';
import type { Ref } from '../refs.ts';
import { wordsOf } from '../words.ts';
import { type Proof, wordRefs } from './proof.ts';

/** Fewer words in common, and the paragraph is taken for the wrong one. */
export const SHARED_WORDS = 2;

/** Direct speech is proven word for word, and notes speak about the source rather than with it: neither is asked. */
export const relevance: Proof = ({ lists }, evidence) => {
  const claims: readonly Placed<Claim>[] = [
    ...lists.statements.filter(({ item }) => item.mode === 'reported'),
    ...lists.events,
    ...lists.deals,
    ...lists.figures,
    ...lists.positions,
    ...lists.background,
    ...lists.keyPoints,
  ];
  return claims.flatMap(({ item, at }): Finding[] => {
    const words = meaningful(item);
    const least = Math.min(SHARED_WORDS, words.length);
    return item.refs.flatMap((ref): Finding[] => {
      const shared = words.filter((word) => forms(word).some((form) => evidence.hasRow(ref, [form])));
      if (shared.length >= least) return [];
      const common = shared.length === 0 ? 'no word' : `only '${shared.join(' ')}'`;
      return [
        {
          at: within(at, 'paragraphs'),
          found: `'${item.id}' has ${common} in common with ${wordRefs([ref])}`,
          expected: `cite the paragraph that it rests on, or use at least ${least} of its own words, such as names and subjects`,
        },
      ];
    });
  });
};

type Claim = { readonly id: string; readonly refs: readonly Ref[] } & {
  readonly [Key in 'title' | 'text' | 'about' | 'subject' | 'of']?: string | undefined;
};

function meaningful({ title, text, about, subject, of }: Claim): string[] {
  const words = wordsOf([title, text, about, subject, of].filter((part) => part !== undefined).join(' . '));
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => !EMPTY.has(word));
}

function forms(word: string): string[] {
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [word, `${word}s`];
}

const EMPTY = new Set(
  (
    'a an the and or but nor so than then of to in on at by for from with without about into over under after before ' +
    'between up out off as if that this these those it its they them their he his she her who whom whose which what ' +
    'when where why how there here is are was were be been being has have had do does did will would may might can ' +
    'could should must shall not no any some all both each many most more much other such own same only also too s'
  ).split(' '),
);
