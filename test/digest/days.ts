/** The editions that one channel gets. */

import type { Briefing } from '../../src/briefing/briefing.ts';
import { type Edition, type EditionOf, makeEdition } from '../../src/digest/edition/edition.ts';
import { en } from '../../src/show/messages/en.ts';

export function edition(of: Edition): Extract<Edition, { kind: 'edition' }> {
  if (of.kind === 'quiet') throw new Error(of.why.code);
  return of;
}

/** What one channel gets, day after day. */
export function days(
  briefing: Briefing,
  count: number,
  whenAllShown: EditionOf['whenAllShown'] = 'start-over',
  had: readonly string[] = [],
) {
  const spotlights = [...had];
  return Array.from({ length: count }, () => {
    const revision = briefing.revision.number;
    const made = makeEdition(
      {
        briefing,
        date: '2016-12-17',
        had: spotlights.length === 0 ? { spotlights } : { spotlights, revision },
        whenAllShown,
      },
      en,
    );
    if (made.kind === 'edition') spotlights.push(...made.spotlights);
    return made;
  });
}
