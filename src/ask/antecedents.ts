/** Whom an item's first pronoun means: the one person that its paragraph names besides, or else the one before it. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Names } from '../words/named.ts';
import type { Token } from '../words/tokens.ts';
import { voicesOf } from './phrasings.ts';

const PRONOUN = /^[“”"‘’']?(?:he|she|his|her)\b/iu;

/** Ids by item; nothing where several persons may be meant. */
export function antecedentsIn(
  briefing: Briefing,
  names: Names,
  tokensOf: (text: string) => readonly Token[],
): ReadonlyMap<Claim, string> {
  const found = new Map<Claim, string>();
  for (const claim of briefing.presentClaims) {
    const [ref] = claim.item.refs;
    if (ref === undefined || !PRONOUN.test(claim.item.text)) continue;
    const here = named(briefing.onParagraph(ref).filter((one) => !PRONOUN.test(one.item.text)));
    const before =
      here.size > 0 ? here : named(briefing.onParagraph({ ...ref, paragraph: ref.paragraph - 1 }));
    const [only, ...others] = before;
    if (only !== undefined && others.length === 0) found.set(claim, only);
  }
  return found;

  /** The persons whose words some items are, or else whom they name. */
  function named(claims: readonly Claim[]): ReadonlySet<string> {
    const voices = new Set(claims.flatMap(voicesOf).filter(isPerson));
    if (voices.size > 0) return voices;
    return new Set(
      claims.flatMap(({ item }) => {
        const tokens = tokensOf(item.text);
        return tokens.flatMap((_, at) => names.at(tokens, at)?.ids ?? []).filter(isPerson);
      }),
    );
  }

  function isPerson(id: string): boolean {
    return briefing.named(id)?.kind === 'person';
  }
}
