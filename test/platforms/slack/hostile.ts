/** Payloads as nobody should send them, from a seed: wrong types, missing and huge fields, unknown ids, wrong signatures. */
import { request } from 'node:http';
import fc from 'fast-check';
import { encode, sign } from '../../servers/slack/deliveries.ts';
import type { Envelope } from '../../servers/slack/sockets.ts';

type Kind = Envelope['type'];
export type Hostile = Pick<Envelope, 'type' | 'payload'>;

const HUGE = 'x'.repeat(20_000);
/** What may stand in any field, in place of what should. */
const junk = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    [],
    {},
    true,
    HUGE,
    '__proto__',
    '<!channel>',
    '\u0000',
    '\uD800',
    '../../etc',
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
);

const command = {
  command: '/kuril',
  text: 'people',
  user_id: 'U0000HOMEANN',
  channel_id: 'C0000HOMEGENERAL',
  team_id: 'T0000HOME',
  is_enterprise_install: 'false',
};
const action = {
  type: 'block_actions',
  user: { id: 'U0000HOMEANN', team_id: 'T0000HOME' },
  team: { id: 'T0000HOME' },
  channel: { id: 'C0000HOMEGENERAL' },
  container: { type: 'message', is_ephemeral: true },
  actions: [{ type: 'button', action_id: 'c-1', block_id: 'b', value: '1|kuril|s|people' }],
};
const event = {
  type: 'event_callback',
  team_id: 'T0000HOME',
  event_id: 'Ev1',
  event_time: 1_700_000_000,
  authorizations: [
    { team_id: 'T0000HOME', enterprise_id: null, user_id: 'U0000HOMEBOT', is_enterprise_install: false },
  ],
  event: {
    type: 'app_mention',
    channel_type: 'im',
    user: 'U0000HOMEANN',
    text: '<@U0000HOMEBOT> people',
    ts: '1795469367.344000',
    channel: 'C0000HOMEGENERAL',
    tab: 'home',
    tokens: { bot: [], oauth: ['U1'] },
  },
};
const EVENT_TYPES = [
  'app_mention',
  'message',
  'app_home_opened',
  'tokens_revoked',
  'reaction_added',
  'close',
  'error',
];

/** One field, somewhere, gone or replaced. */
function spoilt(shape: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(shape);
  return fc.tuple(fc.constantFrom(...paths), fc.option(junk, { nil: undefined })).map(([path, value]) => {
    const copy = structuredClone(shape) as Record<string, unknown>;
    let at = copy as Record<string, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    if (value === undefined) delete at[last];
    else at[last] = value;
    return copy;
  });
}

function pathsOf(shape: object): string[][] {
  return Object.entries(shape).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? [[key], ...pathsOf(value).map((rest) => [key, ...rest])]
      : [[key]],
  );
}

/** Payloads none of which is due an answer: they have no response URL, or are none of ours. */
export const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  as('slash_commands', spoilt(command)),
  as('interactive', spoilt(action)),
  as(
    'events_api',
    fc.tuple(spoilt(event), fc.constantFrom(...EVENT_TYPES), fc.uuid()).map(([body, type, id]) => {
      const { event: inner, ...rest } = body as Record<string, unknown>;
      const changed = typeof inner === 'object' && inner !== null ? { ...inner, type } : inner;
      return { ...rest, event_id: id, ...(changed !== undefined && { event: changed }) };
    }),
  ),
  as('events_api', junk),
  as('interactive', junk),
  as('slash_commands', fc.dictionary(fc.string(), fc.string())),
);

function as(type: Kind, payload: fc.Arbitrary<unknown>): fc.Arbitrary<Hostile> {
  return payload.map((made) => ({ type, payload: made }));
}

/** How a request's signature may be wrong. */
export const SIGNATURES = ['right', 'wrong', 'missing', 'old', 'of another body', 'garbage', 'half'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** Posts it with such a signature; the status, 0 when the connection was closed. */
export function postHostile(url: string, secret: string, { type, payload }: Hostile, signature: Signature) {
  const { type: contentType, body } = asBody({ type, payload });
  const headers = { 'content-type': contentType, ...signed(body, secret, signature) };
  const { promise, resolve } = Promise.withResolvers<number>();
  const sent = request(url, { method: 'POST', headers }, (answer) => {
    answer.resume();
    answer.on('end', () => resolve(answer.statusCode ?? 0));
  });
  sent.on('error', () => resolve(0));
  sent.end(body);
  return promise;
}

function asBody(made: Hostile): { type: string; body: string } {
  if (made.type !== 'slash_commands') return encode(made);
  const fields = typeof made.payload === 'object' && made.payload !== null ? made.payload : {};
  const flat = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return encode({ type: made.type, payload: Object.fromEntries(flat) });
}

function signed(body: string, secret: string, signature: Signature): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  switch (signature) {
    case 'right':
      return sign(body, secret);
    case 'wrong':
      return sign(body, `${secret}x`);
    case 'missing':
      return {};
    case 'old':
      return sign(body, secret, now - 400);
    case 'of another body':
      return sign(`${body} `, secret);
    case 'garbage':
      return { 'x-slack-request-timestamp': 'yesterday', 'x-slack-signature': 'v0' };
    case 'half':
      return { 'x-slack-request-timestamp': String(now) };
  }
}
