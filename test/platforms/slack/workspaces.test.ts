import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { encryptedInstallations } from '../../../src/platforms/slack/installations.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';
import { StoreDown } from '../../../src/ports/store.ts';
import type { Mischief } from '../../servers/slack/misbehave.ts';
import { installInto, MODES, memoryInstallations, type Stage, stage } from './stage.ts';

let on: Stage;
afterEach(async () => {
  expect(on.slack.traffic.faults).toEqual([]);
  await on.close();
});

const types = (team: string, words = 'people') =>
  on.slack.people.types('/kuril', words, {
    team,
    user: `U${team.slice(1)}ANN`,
    channel: `C${team.slice(1)}GENERAL`,
  });

describe.each(MODES)('many workspaces in %s mode', (mode) => {
  it('install the app, use it, remove it, and nothing is kept', async () => {
    const kept = memoryInstallations();
    const installations = encryptedInstallations(kept, [randomBytes(32)]);
    on = await stage({ mode, oauth: true, installations });
    const { authorize, page } = await installInto(on, 'T0000NEW1');
    expect(authorize.href).toContain(on.slack.apiUrl.replace('/api/', '/oauth/v2/authorize'));
    expect(authorize.searchParams.get('scope')).toBe(SCOPES.map(({ name }) => name).join(','));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The app is in your workspace');

    const token = on.slack.world.teams.get('T0000NEW1')?.install?.botToken ?? 'missing';
    expect([...kept.kept.keys()]).toEqual(['T0000NEW1']);
    expect([...kept.kept.values()].join()).not.toContain(token);
    expect((await types('T0000NEW1').response()).text).toContain('people');

    on.slack.people.mentions('<@U0000NEW1BOT> deals', {
      team: 'T0000NEW1',
      user: 'U0000NEW1ANN',
      channel: 'C0000NEW1GENERAL',
    });
    expect((await on.slack.post(1)).channel).toBe('C0000NEW1GENERAL');
    expect(on.slack.traffic.callsOf('chat.postMessage')[0]?.token).toBe(token);

    await on.slack.people.uninstalls('T0000NEW1').acked();
    await on.slack.people.revokes('T0000NEW1').acked();
    await expect.poll(() => on.uninstalled).toEqual(['T0000NEW1', 'T0000NEW1']);
    expect([...kept.kept.keys()]).toEqual([]);
    expect((await types('T0000NEW1').response()).text).toContain('not installed');
  });

  it('may revoke before they remove', async () => {
    const installations = memoryInstallations();
    on = await stage({ mode, oauth: true, installations });
    await installInto(on, 'T0000NEW2');
    on.slack.people.revokes('T0000NEW2');
    on.slack.people.uninstalls('T0000NEW2');
    await expect.poll(() => on.uninstalled.length).toBe(2);
    expect(installations.kept.size).toBe(0);
  });
});

describe('an installation', () => {
  it('is not lost to an old removal that comes late', async () => {
    const installations = memoryInstallations();
    on = await stage({ oauth: true, installations });
    await installInto(on, 'T0000NEW3');
    const [kept = ''] = installations.kept.values();
    const later = { ...JSON.parse(kept), at: Date.now() + 60_000 };
    installations.kept.set('T0000NEW3', JSON.stringify(later));
    await on.slack.people.uninstalls('T0000NEW3').acked();
    await types('T0000NEW3').response();
    expect(on.uninstalled).toEqual([]);
    expect(installations.kept.size).toBe(1);
  });

  it('stays when only a person’s own token was revoked', async () => {
    const installations = memoryInstallations();
    on = await stage({ oauth: true, installations });
    await installInto(on, 'T0000NEW4');
    on.slack.people.event(
      { type: 'tokens_revoked', tokens: { oauth: ['U0000NEW4ANN'], bot: [] } },
      { team: 'T0000NEW4' },
    );
    await types('T0000NEW4').response();
    expect(installations.kept.size).toBe(1);
  });

  it.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'forged')],
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['from another browser', (_url: URL, headers: Record<string, string>) => delete headers.cookie],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
  ])('%s is refused', async (_name, spoil) => {
    const installations = memoryInstallations();
    on = await stage({ oauth: true, installations });
    const { page } = await installInto(on, 'T0000NEW5', spoil);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('another browser or too late');
    expect(installations.kept.size).toBe(0);
  });

  it('that Slack refuses gives a reference that is in the log too', async () => {
    on = await stage({ oauth: true });
    const { page } = await installInto(on, 'T0000NEW6', (url) => url.searchParams.set('code', 'used'));
    expect(page.status).toBe(500);
    expect(await page.text()).toContain('ref-1234');
    expect(on.log.lines.some(({ fields }) => fields.reference === 'ref-1234')).toBe(true);
  });

  it('that was cancelled changes nothing and says so', async () => {
    on = await stage({ oauth: true });
    const page = await fetch(`${on.url}/slack/oauth_redirect?error=access_denied&state=x`);
    expect(await page.text()).toContain('cancelled');
  });

  it('that cannot be read gives the person a reference, and the digest another try', async () => {
    const down = new StoreDown('the database is away', 'wait');
    const installations = { ...memoryInstallations(), get: () => Promise.reject(down) };
    on = await stage({ oauth: true, installations });
    const typed = on.slack.people.types('/kuril', 'people');
    expect((await typed.response()).text).toContain('ref-1234');
    const place = {
      platform: 'slack',
      workspace: 'T0000HOME',
      channel: 'C0000HOMEGENERAL',
      kind: 'channel',
    } as const;
    const reply = { outcome: 'answered', blocks: [], shareable: false } as const;
    const parcel = { id: 'd', place, briefing: 'kuril', words: 'digest', locale: 'en', reply };
    expect(await on.platform.courier.send(parcel, new AbortController().signal)).toMatchObject({
      kind: 'retry',
      pauses: 'workspace',
    });
  });

  it('that is not there means that a digest’s channel is gone', async () => {
    on = await stage({ oauth: true });
    const place = {
      platform: 'slack',
      workspace: 'T0000NONE',
      channel: 'C0000HOMEGENERAL',
      kind: 'channel',
    } as const;
    expect(await on.platform.courier.examine(place)).toMatchObject([{ kind: 'token_revoked' }]);
  });
});

describe('a token that has run out', () => {
  it('is renewed before a digest goes out with it, and kept', async () => {
    const kept = await rotating();
    expect(await post('T0000HOME')).toMatchObject({ kind: 'sent' });
    const { botToken, refreshToken } = on.slack.home.install ?? {};
    expect(botToken).toMatch(/^xoxe/);
    expect(kept.kept.get('T0000HOME')).toContain(refreshToken);
    expect(on.slack.traffic.callsOf('chat.postMessage').map(({ token }) => token)).toEqual([botToken]);
  });

  it('and that Slack refuses to renew is gone for its own workspace, which doctor tells, and no other waits', async () => {
    await rotating();
    on.slack.misbehave({
      of: 'oauth.v2.access',
      mischief: { kind: 'error', error: 'invalid_refresh_token' },
    });
    const [refused, other] = await Promise.all([post('T0000HOME'), post('T0000NEW7')]);
    expect(refused).toMatchObject({ kind: 'gone', why: { code: 'refused', mend: 'tokenRevoked' } });
    expect(other).toMatchObject({ kind: 'sent' });
    expect(await on.platform.courier.examine(place('T0000HOME'))).toMatchObject([{ kind: 'token_revoked' }]);
  });

  it.each<Mischief>([
    { kind: 'status', status: 503 },
    { kind: 'garbage' },
    { kind: 'reset' },
    { kind: 'rate-limit', seconds: 40 },
    { kind: 'error', error: 'internal_error' },
  ])('waits while Slack cannot renew it ($kind), and loses no digest by it', async (mischief) => {
    await rotating();
    on.slack.misbehave({ of: 'oauth.v2.access', mischief, times: 2 });
    expect(await post('T0000HOME')).toMatchObject({ kind: 'retry', pauses: 'workspace' });
    expect(on.slack.traffic.callsOf('chat.postMessage')).toEqual([]);
    expect(await post('T0000HOME')).toMatchObject({ kind: 'sent' });
  });

  /** Two workspaces, and the token of the first has run out. */
  async function rotating() {
    const installations = memoryInstallations();
    on = await stage({ oauth: true, installations });
    await installInto(on, 'T0000HOME');
    await installInto(on, 'T0000NEW7');
    const { home } = on.slack;
    if (home.install === undefined) throw new Error('the app was not installed');
    home.install = { ...home.install, refreshToken: 'the first refresh token', state: 'expired' };
    const kept = JSON.parse(installations.kept.get('T0000HOME') ?? '{}');
    const expiresAt = Math.floor(Date.now() / 1_000) - 60;
    const bot = { ...kept.installation.bot, refreshToken: 'the first refresh token', expiresAt };
    await installations.put(
      'T0000HOME',
      JSON.stringify({ ...kept, installation: { ...kept.installation, bot } }),
    );
    return installations;
  }

  function post(workspace: string) {
    const reply = { outcome: 'answered', blocks: [], shareable: false } as const;
    const parcel = {
      id: 'd',
      place: place(workspace),
      briefing: 'kuril',
      words: 'digest',
      locale: 'en',
      reply,
    };
    return on.platform.courier.send(parcel, new AbortController().signal);
  }

  function place(workspace: string) {
    const channel = `C${workspace.slice(1)}GENERAL`;
    return { platform: 'slack', workspace, channel, kind: 'channel' } as const;
  }
});
