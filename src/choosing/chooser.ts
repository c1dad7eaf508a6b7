/** A model as answers may lean on it: in time or not at all, few at once, and left alone for a while where it fails. */
import type { ModelSettings } from '../config/model.ts';
import type { Choice, Chooser, Choosing } from '../ports/chooser.ts';
import { askServer } from './server.ts';

/** No answer waits longer for it. */
export const WAITS_MS = 2_000;
/** So many failures in a row, and it rests for so long. */
const FAILURES = 3;
const RESTS_MS = 60_000;
/** More at once would only make all of them late. */
const AT_ONCE = 8;

export type ChooserParts = {
  readonly settings: ModelSettings;
  /** A clock that only goes forward, in milliseconds. */
  readonly elapsed: () => number;
  /** Told of each choice, by its kind. */
  readonly counted?: (outcome: string) => void;
};

export function createChooser({ settings, elapsed, counted }: ChooserParts): Chooser {
  let [failures, restsUntil, underWay] = [0, Number.NEGATIVE_INFINITY, 0];
  const rests = () => elapsed() < restsUntil;

  async function asked(choosing: Choosing): Promise<Choice> {
    if (rests()) return { kind: 'silent', why: 'resting' };
    if (underWay >= AT_ONCE) return { kind: 'silent', why: 'busy' };
    underWay += 1;
    try {
      const choice = await askServer(settings, choosing, AbortSignal.timeout(WAITS_MS));
      failures = choice.kind === 'silent' ? failures + 1 : 0;
      if (failures >= FAILURES) {
        failures = 0;
        restsUntil = elapsed() + RESTS_MS;
      }
      return choice;
    } finally {
      underWay -= 1;
    }
  }

  return {
    rests,
    async choose(choosing) {
      const choice = await asked(choosing);
      counted?.(choice.kind === 'silent' ? choice.why : choice.kind);
      return choice;
    },
  };
}
