import { expect, it } from 'vitest';
import { startDiscord } from '../servers/discord/server.ts';
import { startProxy } from '../servers/proxy.ts';
import { startSlack } from '../servers/slack/server.ts';
import { run, startProcess, temporaryFolder } from './running.ts';

it('behind a proxy, requests and sockets of both platforms go through it, by one setting', async () => {
  const slack = await startSlack();
  const discord = await startDiscord();
  const portOf = (url: string) => Number(new URL(url).port);
  // Names that only the proxy knows: whatever went past it would find nobody.
  const proxy = await startProxy({
    'slack.invalid': portOf(slack.apiUrl),
    'discord.invalid': portOf(discord.api),
  });
  const folder = temporaryFolder();
  const settings = {
    SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
    SLACK_APP_TOKEN: slack.world.app.appToken,
    SLACK_API_URL: 'http://slack.invalid/api/',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: 'http://discord.invalid/api',
    HTTP_PROXY: proxy.url,
    HTTPS_PROXY: proxy.url,
  };
  const bot = startProcess({ ...settings, DATA_DIR: folder.path, PORT: '0' });
  try {
    expect((await run(['register'], settings)).status).toBe(0);
    await bot.says(/Answering on Slack and Discord/);
    await slack.connected();
    const answer = await slack.people.types('/kuril', 'newsham').response();
    expect(answer.text).toContain('hedge their bets');
    const shown = await discord.ask('kuril', 'newsham');
    expect(JSON.stringify(shown.body)).toContain('hedge their bets');
    const hosts = new Set(proxy.asked.map((one) => one.replace(/^\w+ /, '').replace(/:80$/, '')));
    const sockets = [slack.apiUrl, discord.api].map((url) => new URL(url).host);
    expect(hosts).toEqual(new Set(['slack.invalid', 'discord.invalid', ...sockets]));
  } finally {
    bot.child.kill('SIGTERM');
    await bot.ended();
    folder.remove();
    await Promise.all([slack.close(), discord.close()]);
    await proxy.close();
  }
});

it('a proxy that cannot be used is refused in a sentence', async () => {
  const ended = await run(['say', 'newsham'], { HTTPS_PROXY: 'socks5://127.0.0.1:1080' });
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain('HTTPS_PROXY names no proxy that can be used');
});
