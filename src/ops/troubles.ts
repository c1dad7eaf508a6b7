/** What concerns many, as far as it can be seen from here. Pure. */
import type { Census } from '../ports/census.ts';
import type { Health, Platform } from '../ports/platform.ts';
import type { Reason } from '../ports/reasons.ts';
import type { Messages } from '../show/messages/messages.ts';
import { brief } from '../show/messages/reasons.ts';
import type { Condition } from './health.ts';

export type Trouble = {
  /** The same as long as it is the same trouble: 'away:slack', 'store'. */
  readonly key: string;
  readonly says: string;
  readonly mend: string;
};

type Name = Platform['name'];

export type Signs = {
  readonly parts: Condition['parts'];
  /** The platforms that the ledger holds back, and for how long they have been away. */
  readonly pauses: readonly { readonly platform: Name; readonly sinceMs: number; readonly why: Reason }[];
  readonly census?: Census;
};

/** Shorter troubles pass by themselves, and nobody has to hear of them. */
const AWAY_LONG_MS = 600_000;
const STORE_FAILS_LONG_MS = 60_000;
const OVERDUE_MS = 900_000;
/** Refused since yesterday: at least so many, and at least this share of a platform's digests. */
const MANY = 5;
const SHARE = 0.1;

const KINDS = ['away', 'refused', 'stuck', 'overdue', 'many'] as const;

/** Every trouble that there can be, by its key. */
export function allKeys(platforms: readonly Name[]): readonly string[] {
  return ['store', ...platforms.flatMap((name) => KINDS.map((kind) => `${kind}:${name}`))];
}

export function troublesIn(signs: Signs, say: Messages): Trouble[] {
  const platforms = signs.parts.flatMap((part) =>
    part.name === 'store' ? [] : [part as { name: Name } & Health],
  );
  const store = signs.parts.find(({ name }) => name === 'store');
  return [
    ...platforms.flatMap((part) => ofPlatform(part, signs, say)),
    ...(store?.kind === 'recovering' && store.sinceMs >= STORE_FAILS_LONG_MS
      ? [{ key: 'store', ...say.ops.store(store.why) }]
      : []),
  ];
}

function ofPlatform(
  health: { readonly name: Name } & Health,
  { pauses, census }: Signs,
  say: Messages,
): Trouble[] {
  const { name } = health;
  if (health.kind === 'refused') return [{ key: `refused:${name}`, ...say.ops.refused(name, health.why) }];
  if (health.kind === 'stuck') return [{ key: `stuck:${name}`, ...say.ops.stuck(name) }];
  const held = pauses.find(({ platform }) => platform === name);
  const away = health.kind === 'recovering' ? health : held && { ...held, why: brief(held.why, say) };
  if (away !== undefined && away.sinceMs >= AWAY_LONG_MS) {
    const length = say.time.length(away.sinceMs);
    return [{ key: `away:${name}`, ...say.ops.away(name, length, away.why) }];
  }
  if (census === undefined) return [];
  const late = census.due.filter(
    ({ platform, state, oldest }) =>
      platform === name && state !== 'unknown' && census.at - oldest >= OVERDUE_MS,
  );
  const waiting = late.reduce((sum, { count }) => sum + count, 0);
  const refused = census.refused.find(({ platform }) => platform === name)?.channels ?? 0;
  const all = census.subscriptions
    .filter(({ platform }) => platform === name)
    .reduce((sum, { count }) => sum + count, 0);
  return [
    ...(waiting === 0 ? [] : [{ key: `overdue:${name}`, ...say.ops.overdue(name, waiting) }]),
    ...(refused >= MANY && refused >= all * SHARE
      ? [{ key: `many:${name}`, ...say.ops.many(name, refused) }]
      : []),
  ];
}
