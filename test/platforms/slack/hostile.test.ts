import { describe, expect, it } from 'vitest';
import { encode, sign } from '../../servers/slack/deliveries.ts';
import { postHostile, SIGNATURES } from './hostile.ts';
import { besiege } from './siege.ts';
import { EchoBot, MODES, stage } from './stage.ts';

describe.each(MODES)('hostile payloads in %s mode', (mode) => {
  it('bring no crash, no unhandled rejection, and no answer where none is due', async () => {
    await besiege(mode, 1000, 20161216);
  });
});

describe('a request over HTTP', () => {
  it.each(SIGNATURES.filter((signature) => signature !== 'right'))(
    'whose signature is %s is not answered, however right its words are',
    async (signature) => {
      const bot = new EchoBot();
      const on = await stage({ mode: 'http', bot });
      const payload = {
        command: '/kuril',
        text: 'people',
        user_id: 'U0000HOMEANN',
        channel_id: 'C0000HOMEGENERAL',
        team_id: 'T0000HOME',
      };
      const secret = on.slack.world.app.signingSecret;
      const forged = { type: 'slash_commands', payload } as const;
      expect(await postHostile(`${on.url}/slack/events`, secret, forged, signature)).toBe(401);
      expect(await postHostile(`${on.url}/slack/events`, secret, forged, 'right')).toBe(200);
      await expect.poll(() => bot.asks.length).toBe(1);
      await on.close();
    },
  );

  it('that is huge, empty or half is refused, and the next is answered', async () => {
    const on = await stage({ mode: 'http' });
    const url = `${on.url}/slack/events`;
    const post = (body: string, type = 'application/json') =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': type, ...sign(body, on.slack.world.app.signingSecret) },
        body,
      }).then(
        ({ status }) => status,
        () => 0,
      );
    expect(await post('x'.repeat(3_000_000))).not.toBe(200);
    expect(await post('')).toBe(400);
    expect(await post('{"type":')).toBe(400);
    expect(await post('payload=%7B', 'application/x-www-form-urlencoded')).toBe(400);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${on.url}/slack/nothing`)).status).toBe(404);
    expect((await fetch(`${on.url}/slack/install`)).status).toBe(404);
    expect((await on.slack.people.types('/kuril', 'people').response()).text).toContain('people');
    await on.close();
  });

  it('with a charset beside its type is read all the same', async () => {
    const on = await stage({ mode: 'http' });
    const { body } = encode({ type: 'slash_commands', payload: { command: '/kuril', text: 'people' } });
    const answer = await fetch(`${on.url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        ...sign(body, on.slack.world.app.signingSecret),
      },
      body,
    });
    expect(answer.status).toBe(200);
    await on.close();
  });

  it('of Slack’s own checks is answered', async () => {
    const on = await stage({ mode: 'http' });
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    const answer = await fetch(`${on.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(body, on.slack.world.app.signingSecret) },
      body,
    });
    expect(await answer.json()).toEqual({ challenge: 'c' });
    await on.close();
  });
});
