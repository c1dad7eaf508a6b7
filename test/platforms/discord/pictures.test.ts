import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderer } from '../../../src/platforms/discord/body.ts';
import { discordCourier } from '../../../src/platforms/discord/courier.ts';
import { restOnce } from '../../../src/platforms/discord/once.ts';
import type { Pictures } from '../../../src/ports/pictures.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { ALT, pictures, WORDS, withMap } from '../../pictures/kit.ts';
import type { Order } from '../../servers/discord/mischief.ts';
import { Permission } from '../../servers/discord/permissions.ts';
import { type LocalDiscord, startDiscord } from '../../servers/discord/server.ts';

let server: LocalDiscord;
const never = new AbortController().signal;

beforeEach(async () => {
  server = await startDiscord({ limits: { perSecond: 1_000, channelMessages: 100 } });
});
afterEach(() => server.close());

function courier(drawn: Pictures = pictures()) {
  const once = restOnce({ api: server.api, timeout: 700 });
  const { token } = server;
  return discordCourier({ once, token, render: renderer(drawn), attaches: true, messagesFor });
}

const place = () =>
  ({ platform: 'discord', workspace: server.guild.id, channel: server.channel.id, kind: 'channel' }) as const;
const send = (by = courier(), id = 'd1') =>
  by.send({ id, place: place(), briefing: 'harbour', words: 'digest', locale: 'en', reply: withMap }, never);
const posted = () => [...server.world.messages.values()];
const next = (trick: Order['trick']) => server.mischief.order({ on: /POST .*messages/, trick });

describe('a digest with a picture on Discord', () => {
  it('brings it along, with its words for those who cannot see it', async () => {
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(posted()[0]?.files.map(({ name }) => name)).toEqual(['harbour-map-1.png']);
    expect(JSON.stringify(posted()[0]?.body)).toContain(ALT);
    expect(server.world.faults).toEqual([]);
  });

  it('goes out once, in words, where files are forbidden; doctor names the permission', async () => {
    server.channel.overwrites.set(server.guild.id, { type: 0, allow: 0n, deny: Permission.attachFiles });
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.files).toEqual([]);
    expect(JSON.stringify(posted()[0]?.body)).toContain(WORDS);
    expect(await courier().examine(place())).toMatchObject([{ kind: 'missing_permission' }]);
  });

  const BAD: readonly (readonly [string, Order['trick']])[] = [
    [
      'they are too large',
      { kind: 'status', status: 400, body: { message: 'Request entity too large', code: 40005 } },
    ],
    ['they are refused by a proxy', { kind: 'status', status: 413 }],
    ['uploading fails', { kind: 'status', status: 500 }],
    ['uploading breaks off', { kind: 'cut' }],
    ['uploading hangs', { kind: 'hang' }],
  ];

  it.each(BAD)('goes out once, in words, where %s', async (_what, trick) => {
    next(trick);
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
    expect(JSON.stringify(posted()[0]?.body)).toContain(WORDS);
  });

  it.each(['half', 'done-then-cut', 'garbage'] as const)(
    'stays one message where it arrived and the answer was lost: %s',
    async (kind) => {
      next({ kind });
      const handed = await send();
      expect(posted()).toHaveLength(1);
      if (kind === 'garbage') return;
      expect(handed).toEqual({ kind: 'sent', message: posted()[0]?.id });
      expect(posted()[0]?.files).toHaveLength(1);
    },
  );

  it('is unknown where it may have arrived and the second try is refused', async () => {
    next({ kind: 'done-then-cut' });
    next({ kind: 'status', status: 400, body: { message: 'no', code: 50035 } });
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(posted()).toHaveLength(1);
  });

  it('is not tried again where the channel is gone or a limit was met', async () => {
    next({ kind: 'limit', retryAfter: 5, scope: 'shared' });
    expect(await send()).toMatchObject({ kind: 'retry' });
    const [requests] = [server.rest.seen.filter(({ method }) => method === 'POST').length];
    expect(requests).toBe(1);
  });

  it('goes out in words where drawing takes too long or fails', async () => {
    expect(await send(courier(pictures({ afterMs: 2_500 })), 'late')).toMatchObject({ kind: 'sent' });
    expect(await send(courier(pictures({ parts: 0 })), 'none')).toMatchObject({ kind: 'sent' });
    expect(posted().map(({ files }) => files.length)).toEqual([0, 0]);
  });
});
