import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { processesOfEachTest } from '../main/processes.ts';
import { type Process, run, temporaryFolder } from '../main/running.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';

const processes = processesOfEachTest();
const { start } = processes;

/** Where health and metrics are: a port of their own, which the log names. */
async function opsOf(bot: Process): Promise<string> {
  const [, url = ''] = await bot.says(/"url":"(http:[^"]+)","msg":"Health and metrics"/);
  return url;
}

/** Takes whoever calls, and never says a word. */
async function silentServer(): Promise<{ port: number; called: Promise<void>; close(): Promise<void> }> {
  const { promise: called, resolve } = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    resolve();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { port, called, close: () => new Promise((closed) => void server.close(() => closed())) };
}

describe('the bot as a process', () => {
  it('answers on Slack and on Discord at once, pointed at other servers by two settings, and stops within 10 s', async () => {
    const slack = await startSlack();
    const discord = await startDiscord();
    const settings = {
      SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
    };
    try {
      const registered = await run(['register'], settings);
      expect(registered.stderr).toBe('');
      expect(registered.status).toBe(0);
      const bot = start(settings);
      await bot.says(/Answering on Slack and Discord/);
      await slack.connected();
      const answer = await slack.people.types('/kuril', 'newsham').response();
      expect(answer.text).toContain('hedge their bets');
      const shown = await discord.ask('kuril', 'newsham');
      expect(JSON.stringify(shown.body)).toContain('hedge their bets');
      bot.child.kill('SIGTERM');
      expect(await bot.ended()).toBe(0);
      expect(slack.traffic.faults).toEqual([]);
      expect(discord.world.faults).toEqual([]);
      for (const secret of [settings.SLACK_BOT_TOKEN, settings.SLACK_APP_TOKEN, settings.DISCORD_TOKEN]) {
        expect(bot.said()).not.toContain(secret);
      }
    } finally {
      await slack.close();
      await discord.close();
    }
  });

  it('starts the other platform when one token is wrong, and says which variable and what to do', async () => {
    const slack = await startSlack();
    const discord = await startDiscord();
    try {
      const bot = start({
        SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
        SLACK_APP_TOKEN: slack.world.app.appToken,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: 'not.the.token',
        DISCORD_API_URL: discord.api,
      });
      await bot.says(/DISCORD_TOKEN/);
      await slack.connected();
      expect((await slack.people.types('/kuril', 'deals').response()).text).toContain('68 agreements');
    } finally {
      await slack.close();
      await discord.close();
    }
  });

  it('opens the playground with no settings at all, and tells that it lives', async () => {
    const bot = start({});
    const [, url = ''] = await bot.says(/The playground is open at (http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const ops = await opsOf(bot);
    expect(await (await fetch(`${ops}/health/live`)).json()).toMatchObject({ passes: true });
    expect((await fetch(`${ops}/health/ready`)).status).toBe(200);
    expect(await (await fetch(`${ops}/metrics`)).text()).toContain('attache_deliveries_settled_total');
  });

  it('tells that it lives, and is not ready, while its database keeps it waiting', async () => {
    const [database, spare] = await Promise.all([silentServer(), silentServer()]);
    const { port } = spare;
    await spare.close();
    const bot = start({
      DATABASE_URL: `postgres://bot@127.0.0.1:${database.port}/bot`,
      DISCORD_TOKEN: 'not.a.token',
      DISCORD_API_URL: `http://127.0.0.1:${database.port}/api`,
      OPS_PORT: String(port),
    });
    try {
      await database.called;
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(503);
      bot.child.kill('SIGKILL');
      await bot.ended();
    } finally {
      await database.close();
    }
  });

  it('refuses to share its folder with a second one, in a sentence', async () => {
    await start({}).says(/The playground is open/);
    const second = start({});
    expect(await second.ended()).toBe(1);
    expect(second.said()).toContain(processes.folder.path);
    expect(second.said()).not.toContain('    at ');
  });

  it('says which port is taken and what to do', async () => {
    const [, port = ''] = await start({}).says(/127\.0\.0\.1:(\d+)/);
    const other = temporaryFolder();
    const second = start({ PORT: port, DATA_DIR: other.path });
    expect(await second.ended()).toBe(1);
    expect(second.said()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    other.remove();
  });

  it('does not start on wrong settings, and says all that is wrong, a sentence each', async () => {
    const { status, stderr } = await run([], { SLACK_BOT_TOKEN: 'xoxb-1', DIGEST_TIME: 'nine', PORT: 'x' });
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stderr).toMatch(/SLACK_APP_TOKEN.*\n.*|DIGEST_TIME/);
    expect(stderr).not.toContain('    at ');
  });
});
