import fc from 'fast-check';

/** Packets that no honest Discord sends: honest ones with parts missing, of a wrong type, huge or unknown. */
export type Packet = { readonly event: string; readonly data: unknown };

const EVENTS = [
  'INTERACTION_CREATE',
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'CHANNEL_CREATE',
  'THREAD_CREATE',
  'GUILD_MEMBER_ADD',
  'MESSAGE_REACTION_ADD',
  'ENTITLEMENT_CREATE',
  'error',
  'NO_SUCH_EVENT',
  '__proto__',
];

/** Anything at all, deep or huge. */
export const anything = fc.oneof(
  { weight: 6, arbitrary: fc.anything({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(200_000)) },
  { weight: 1, arbitrary: fc.constant('\u0000\uD800<@1> @everyone ](javascript:0)') },
  { weight: 2, arbitrary: fc.constantFrom(null, '', 0, -1, [], {}, '99999999999999999999999', true) },
);

/** An honest packet with some of its fields, at any depth, taken away or replaced. */
export function spoilt(honest: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(honest);
  const spoiling = fc.record({
    path: fc.constantFrom(...paths),
    how: fc.option(anything, { nil: undefined }),
  });
  return fc.array(spoiling, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone(honest);
    for (const { path, how } of changes) change(copy, path, how);
    return copy;
  });
}

export function hostilePackets(honest: readonly Packet[]): fc.Arbitrary<Packet> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...honest)
        .chain(({ event, data }) => spoilt(data as object).map((bad) => ({ event, data: bad }))),
    },
    { weight: 1, arbitrary: fc.record({ event: fc.constantFrom(...EVENTS), data: anything }) },
  );
}

/** Frames that are not even packets. */
export const HOSTILE_FRAMES = [
  'null',
  '0',
  '[]',
  '"x"',
  '{',
  '{}',
  '{"op":0}',
  '{"op":0,"t":"READY"}',
  '{"op":0,"t":"RESUMED","s":"x"}',
  '{"op":0,"t":null,"d":null,"s":null}',
  '{"op":99,"d":{}}',
  '{"op":10}',
  '{"op":11,"d":{"x":1}}',
  `{"op":0,"t":"MESSAGE_CREATE","d":"${'x'.repeat(500_000)}","s":1}`,
];

/** What JSON makes of it, as the gateway would send it; packets that cannot be sent are nothing. */
export function asSent(data: unknown): unknown {
  try {
    return JSON.parse(
      JSON.stringify(data, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
  } catch {
    return null;
  }
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const below = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function change(target: object, path: readonly string[], how: unknown): void {
  let here = target as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    const next = here[key];
    if (typeof next !== 'object' || next === null) return;
    here = next as Record<string, unknown>;
  }
  const last = path.at(-1) ?? '';
  if (how === undefined) delete here[last];
  else here[last] = how;
}
