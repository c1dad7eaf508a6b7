import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { Corrected, Pair } from '../../ports/corrections.ts';

/** What the releases of a briefing put right, each with the item that says what is right. Pure. */
export function correctedIn(briefing: Briefing): readonly Corrected[] {
  const released = new Set(briefing.revisions.flatMap(({ corrected }) => corrected));
  return [...released].flatMap((item) => {
    const right = lastOf(item, briefing);
    return right === undefined ? [] : [{ briefing: briefing.id, item, right }];
  });
}

/** The items that say what is right; undefined where the briefing has one of them no more, or not yet. */
export function correctionsOf(pairs: readonly Pair[], briefing: Briefing): readonly Claim[] | undefined {
  const claims = pairs.flatMap(({ item, right }) => {
    const claim = briefing.claim(right);
    return claim === undefined || briefing.claim(item) === undefined ? [] : [claim];
  });
  return claims.length === pairs.length ? claims : undefined;
}

/** A correction that was put right itself is not what is right. */
function lastOf(item: string, briefing: Briefing): string | undefined {
  const next = briefing.correctedBy(item)?.item.id;
  return next === undefined ? undefined : (lastOf(next, briefing) ?? next);
}
