/** Our own words are our own: no text but direct speech goes along with the source for long. */
import type { Finding } from '../draft.ts';
import { everyTextOf } from '../prose.ts';
import { wordsOf } from '../words.ts';
import type { Proof } from './proof.ts';

/** So many words in a row that also stand so in the source count as copied. */
export const COPIED_WORDS = 8;

/** A source of the desk's own, or one whose licence allows it, may stand here in its own words. */
export const copies: Proof = (own, evidence, whole) => {
  const restricted = new Set(
    whole.lists.sources.filter(({ item }) => item.rights === 'restricted').map(({ item }) => item.id),
  );
  // A headline is how a source is called.
  const texts = everyTextOf(own).filter(
    ({ at }) => !(at.file === 'sources.yaml' && at.path.at(-1) === 'headline'),
  );
  return texts.flatMap(({ at, text }): Finding[] => {
    const words = wordsOf(text);
    for (let from = 0; from + COPIED_WORDS <= words.length; from += 1) {
      const length = evidence.longestRow(words, from, restricted);
      if (length < COPIED_WORDS) continue;
      return [
        {
          at,
          found: `${length} words in a row as the source has them: '${words.slice(from, from + length).join(' ')}'`,
          expected: `say it in our own words, at most ${COPIED_WORDS - 1} in a row as the source has them`,
        },
      ];
    }
    return [];
  });
};
