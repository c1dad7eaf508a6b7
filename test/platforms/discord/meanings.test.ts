import { RESTJSONErrorCodes as Code } from 'discord.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hindranceOf, meaningOf } from '../../../src/platforms/discord/answers.ts';
import { renderer } from '../../../src/platforms/discord/body.ts';
import { discordCourier } from '../../../src/platforms/discord/courier.ts';
import { restOnce } from '../../../src/platforms/discord/once.ts';
import { retryAfterMs } from '../../../src/ports/answer.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import type { Trick } from '../../servers/discord/mischief.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';

const DOCUMENTED = Object.values(Code).filter((code) => typeof code === 'number');
/** All of Discord's codes that speak of the channel, or of the bot's standing in it. */
const OF_THE_CHANNEL = new Set<number>([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UserBannedFromThisGuild,
  Code.CannotSendAMessageInAForumChannel,
  Code.MissingAccess,
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesInNonTextChannel,
  Code.ChannelVerificationLevelTooHighForYouToGainAccess,
  Code.MissingPermissions,
  Code.CannotExecuteActionOnThisChannelType,
  Code.InvalidActionOnArchivedThread,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.TwoFactorAuthenticationIsRequired,
  Code.ThreadLocked,
]);

/** What follows of each other, where it is not that this one message is tried again. */
const FOLLOWS: Readonly<Record<string, readonly number[]>> = {
  'bot pause': [
    Code.Unauthorized,
    Code.VerifyYourAccount,
    Code.InvalidToken,
    Code.InvalidOAuth2AccessToken,
    Code.TheUserAccountMustFirstBeVerified,
  ],
  'platform pause': [
    Code.SendMessagesHasBeenTemporarilyDisabled,
    Code.FeatureTemporarilyDisabledServerSide,
    Code.ServiceResourceIsBeingRateLimited,
    Code.CloudflareIsBlockingYourRequest,
    Code.ApplicationNotYetAvailable,
    Code.APIResourceOverloaded,
  ],
  'workspace again': [Code.ServerSendRateLimit],
  'channel again': [Code.ActionCannotBePerformedDueToSlowmodeRateLimit, Code.ChannelSendRateLimit],
};

describe('what an answer of Discord’s means', () => {
  it('is this of each code that does not end a channel’s day, and of each status that comes without one', () => {
    const expected = new Map(
      Object.entries(FOLLOWS).flatMap(([all, codes]) => codes.map((code) => [code, all] as const)),
    );
    for (const code of DOCUMENTED.filter((one) => !OF_THE_CHANNEL.has(one) && one !== 0)) {
      const { concerns, follows } = meaningOf({ status: 400, json: true, code });
      expect([code, `${concerns} ${follows}`]).toEqual([code, expected.get(code) ?? 'message again']);
    }
    const lost = [200, 204, 299, 408, 500, 502, 503, 504, 520, 599];
    for (const status of [...lost, 301, 302, 400, 401, 403, 404, 407, 418, 429])
      expect([status, meaningOf({ status, json: false }).follows]).toEqual([
        status,
        lost.includes(status) ? 'look' : 'pause',
      ]);
    expect(meaningOf({ status: 429, json: true, scope: 'global', retryAfterMs: 7 })).toMatchObject({
      ...{ concerns: 'bot', follows: 'pause', afterMs: 7 },
    });
    expect(meaningOf({ status: 429, json: true, scope: 'user', retryAfterMs: 7 })).toMatchObject({
      ...{ concerns: 'channel', follows: 'again', afterMs: 7 },
    });
  });

  it('is the end of a channel’s day only where Discord’s own code speaks of that channel', () => {
    for (const code of DOCUMENTED) {
      for (const status of [400, 403, 404]) {
        const { follows } = meaningOf({ status, json: true, code });
        expect([code, status, follows === 'gone']).toEqual([code, status, OF_THE_CHANNEL.has(code)]);
      }
    }
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.boolean(), (status, json) => {
        expect(meaningOf({ status, json }).follows).not.toBe('gone');
        expect(
          meaningOf({ status: Math.max(500, status), json, code: Code.UnknownChannel }).follows,
        ).not.toBe('gone');
        expect(meaningOf({ status, json: false, code: Code.UnknownChannel }).follows).not.toBe('gone');
      }),
    );
  });

  it('of a code that nobody knows, concerns the one message and is tried again', () => {
    const known = new Set(DOCUMENTED);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }).filter((code) => !known.has(code)),
        fc.constantFrom(400, 403, 404, 409, 422),
        (code, status) => {
          expect(meaningOf({ status, json: true, code })).toEqual({
            concerns: 'message',
            follows: 'again',
            mend: 'refused',
          });
        },
      ),
    );
  });

  it('has a sentence and a mend, whatever it is', () => {
    for (const code of [...DOCUMENTED, 999_999]) {
      const { says, mend } = hindranceOf(meaningOf({ status: 403, json: true, code }), code);
      expect(says).toMatch(/^[A-Z].*\.$/u);
      expect(mend).toMatch(/^[A-Z].*\.$/u);
    }
  });

  it('of a Retry-After in any form is a number of milliseconds or nothing', () => {
    const now = Date.parse('2026-11-27T10:00:00Z');
    expect(retryAfterMs('1.5', now)).toBe(1_500);
    expect(retryAfterMs('Fri, 27 Nov 2026 10:02:00 GMT', now)).toBe(120_000);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (header) => {
        const ms = retryAfterMs(header, now);
        expect(ms === undefined || (Number.isInteger(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});

describe('a post that is answered by', () => {
  let server: LocalDiscord;
  beforeEach(async () => {
    server = await startDiscord();
  });
  afterEach(() => server.close());

  const page = (status: number, headers: Record<string, string> = {}): Trick => ({
    kind: 'status',
    status,
    body: '<html><body>error</body></html>',
    headers,
  });
  const own = (status: number, code: number): Trick => ({
    kind: 'status',
    status,
    body: { message: 'no', code },
  });
  const platform = { kind: 'retry', pauses: 'platform' };
  const ANSWERS: readonly (readonly [string, Trick, object])[] = [
    ['Cloudflare’s 403 page', page(403), { ...platform, afterMs: 600_000 }],
    [
      'Cloudflare’s 1015',
      { ...page(429), body: 'error code: 1015' } as Trick,
      { ...platform, afterMs: 600_000 },
    ],
    ['1015 with its time', page(429, { 'retry-after': '77' }), { ...platform, afterMs: 77_000 }],
    ['a proxy’s 400', page(400), platform],
    ['a proxy’s 404', page(404), platform],
    ['a proxy’s 407', page(407), platform],
    ['a proxy’s 408', page(408), { kind: 'unknown', away: true }],
    ['a redirection', page(302), platform],
    ['520', page(520), { kind: 'unknown', away: true }],
    ['JSON with 503', own(503, 0), { kind: 'unknown', away: true }],
    ['40333', own(403, 40_333), { ...platform, afterMs: 600_000 }],
    ['40006', own(400, 40_006), platform],
    ['130000', own(400, 130_000), platform],
    ['a code of next year', own(403, 987_654), { kind: 'retry', pauses: 'channel' }],
    [
      'JSON without a code',
      { kind: 'status', status: 404, body: { message: 'no' } },
      { kind: 'retry', pauses: 'channel' },
    ],
    ['a limit of the server', own(400, 20_029), { kind: 'retry', pauses: 'workspace' }],
    ['160005', own(400, 160_005), { kind: 'gone', why: { mend: 'locked' } }],
    ['50008', own(400, 50_008), { kind: 'gone' }],
    ['50278', own(403, 50_278), { kind: 'gone' }],
    ['60003', own(403, 60_003), { kind: 'gone' }],
    ['240000', own(400, 240_000), { kind: 'retry', pauses: 'channel' }],
  ];
  it.each(ANSWERS)('%s is blamed on nobody else', async (_name, trick, expected) => {
    const courier = discordCourier({
      once: restOnce({ api: server.api }),
      token: server.token,
      render: renderer(undefined),
      messagesFor,
    });
    server.mischief.order({ on: /POST .*messages/, trick });
    const place = {
      platform: 'discord',
      workspace: server.guild.id,
      channel: server.channel.id,
      kind: 'channel',
    } as const;
    const reply = {
      outcome: 'answered',
      shareable: false,
      blocks: [{ kind: 'text', text: ['A day'] }],
    } as const;
    const handed = await courier.send(
      { id: 'd', place, briefing: 'kuril', words: 'digest', locale: 'en', reply },
      new AbortController().signal,
    );
    expect(handed).toMatchObject(expected);
    expect(server.world.messages.size).toBe(0);
  });
});
