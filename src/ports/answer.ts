/** Whom a platform's answer speaks of. */
export type Concern = 'message' | 'channel' | 'workspace' | 'bot' | 'platform';

/**
 * What a platform's answer to a request means, whatever its form. `Mend` names the sentences for whoever can mend it.
 *
 * - `again`: it was not done, and this one message is tried again;
 * - `pause`: it was not done, and everything that it concerns waits;
 * - `look`: it may have been done;
 * - `gone`: it was not done, and will not be until a person has mended something: only a platform's own code that
 *   speaks of the channel, or of the workspace's permission, says so;
 * - `plainer`: it was not done, and the same in plain text may be.
 */
export type Answer<Mend extends string> = {
  readonly concerns: Concern;
  readonly follows: 'again' | 'pause' | 'look' | 'gone' | 'plainer';
  /** At least so long until the next request; what the platform itself says (Retry-After) goes before it. */
  readonly afterMs?: number;
  readonly mend: Mend;
};

/**
 * Retry-After as HTTP has it (RFC 9110, 10.2.3): seconds, with a fraction too, or a date. In ms from `now`; undefined
 * when it is neither, so that what is no number reaches nobody.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '') return undefined;
  const at = /^\d+(\.\d+)?$/u.test(text) ? now + Number(text) * 1_000 : Date.parse(text);
  return Number.isFinite(at) ? Math.min(LONGEST_MS, Math.max(0, Math.ceil(at - now))) : undefined;
}

/** Nobody is made to wait for longer than a day by one header. */
const LONGEST_MS = 86_400_000;

/** A platform's own clock, by the Date header of its answers: to the second, and right while ours may be wrong. */
export type TheirClock = {
  hear(date: string | null | undefined): void;
  /** Epoch ms; ours until they have answered once. */
  now(): number;
};

/** `now` is ours in epoch ms, `elapsed` a clock that only goes forward, in ms. */
export function theirClock(now: () => number, elapsed: () => number): TheirClock {
  let heard: { readonly at: number; readonly since: number } | undefined;
  return {
    hear(date) {
      const at = Date.parse(date ?? '');
      if (Number.isFinite(at)) heard = { at, since: elapsed() };
    },
    now: () => (heard === undefined ? now() : heard.at + Math.round(elapsed() - heard.since)),
  };
}
