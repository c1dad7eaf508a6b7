import { spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { processesOfEachTest } from '../main/processes.ts';
import { bare, run } from '../main/running.ts';
import { startBouncer } from '../servers/bouncer.ts';
import { type LocalDiscord, startDiscord } from '../servers/discord/server.ts';
import { freePort, startPostgres } from '../servers/postgres.ts';
import { type LocalSlack, startSlack } from '../servers/slack/server.ts';

let slack: LocalSlack | undefined;
let discord: LocalDiscord | undefined;
afterEach(async () => {
  await slack?.close();
  await discord?.close();
  [slack, discord] = [undefined, undefined];
});
const processes = processesOfEachTest();
const { start } = processes;

describe('the end of the process', () => {
  it('is a failure after a crash, so that a supervisor starts it again', async () => {
    // A module that throws a moment after the start stands for a bug that nobody caught.
    const crash = 'data:text/javascript,setTimeout(() => { throw new Error("a bug") }, 3_000)';
    const bot = start({ NODE_OPTIONS: `--import ${JSON.stringify(crash)}` });
    expect(await bot.ended()).toBe(1);
    expect(bot.said()).toContain('A bug that nobody caught');
  });

  it('is a failure, and says why, where the bot breaks before it has so much as a log', async () => {
    const missing = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name.endsWith('WHAT')) throw new Error('a file is missing');
        return next(name, context);
      } });`;
    for (const what of ['store/create.ts', 'main/start.ts', 'messages/messages.ts']) {
      const hook = `data:text/javascript,${encodeURIComponent(missing.replace('WHAT', what))}`;
      const bot = start({ NODE_OPTIONS: `--import ${JSON.stringify(hook)}` });
      expect(await bot.ended()).toBe(1);
      expect(bot.said()).toContain('a file is missing');
    }
  });

  it('comes by a signal of the first moment too', async () => {
    const bot = start();
    const heard = new Promise((resolve) => bot.child.once('spawn', resolve));
    await heard;
    // Node itself takes a moment until any of the bot's code can listen.
    await new Promise((resolve) => setTimeout(resolve, 400));
    bot.child.kill('SIGTERM');
    const code = await bot.ended();
    expect([0, null]).toContain(code);
  });

  it('is told by readiness first, while the port still takes what a load balancer hands it', async () => {
    let port = '';
    const secret = 'signing-secret-of-the-local-slack';
    slack = await startSlack({
      mode: { kind: 'http', url: () => `${port}/slack/events`, signingSecret: secret },
    });
    const at = await freePort();
    port = `http://127.0.0.1:${at}`;
    const bot = start({
      PORT: String(at),
      SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
      SLACK_SIGNING_SECRET: slack.world.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    });
    const [, ops = ''] = await bot.says(/"url":"(http:[^"]+)","msg":"Health and metrics"/);
    const ready = async () => (await fetch(`${ops}/health/ready`)).status;
    expect(await ready()).toBe(200);
    bot.child.kill('SIGTERM');
    await expect.poll(ready, { timeout: 25_000, interval: 10 }).toBe(503);
    const asked = slack.people.types('/kuril', 'newsham');
    expect((await asked.response(1, 25_000)).text).toContain('hedge their bets');
    expect(asked.failed).toBeUndefined();
    expect(await bot.ended()).toBe(0);
    expect(bot.said()).toContain('Stopped');
  });

  it('comes by a signal while both platforms let the bot wait for a connection', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const bot = start({
      SLACK_BOT_TOKEN: ['xoxb', '1'].join('-'),
      SLACK_APP_TOKEN: ['xapp', '1'].join('-'),
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    await expect.poll(() => sockets.size, { timeout: 60_000 }).toBeGreaterThan(1);
    bot.child.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(bot.said()).toContain('Stopped');
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('comes whatever hangs: answers that no platform takes, and a database that says nothing more', async () => {
    const postgres = await startPostgres();
    const bouncer = await startBouncer(await postgres.database());
    try {
      slack = await startSlack();
      discord = await startDiscord();
      const settings = {
        DATABASE_URL: bouncer.url,
        SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
        SLACK_APP_TOKEN: slack.world.app.appToken,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.api,
      };
      expect((await run(['register'], settings)).status).toBe(0);
      const bot = start(settings);
      await bot.says(/Answering on Slack and Discord/u);
      await slack.connected();
      slack.misbehave({ of: '*', mischief: { kind: 'hang' } });
      slack.misbehave({ of: 'response_url', mischief: { kind: 'hang' } });
      discord.mischief.order({ trick: { kind: 'hang' }, times: 1_000 });
      const where = { channel: discord.channel.id, user: discord.user.id };
      for (let at = 0; at < 5; at += 1) {
        slack.people.types('/kuril', 'newsham');
        slack.people.mentions('deals');
        discord.people.slash('kuril', 'status', where);
        discord.people.say(`<@${discord.world.bot.id}> people`, where);
      }
      await expect.poll(() => discord?.rest.seen.length ?? 0, { timeout: 60_000 }).toBeGreaterThan(5);
      bouncer.stall();
      slack.people.types('/kuril', 'status');
      // Nothing of it would ever end by itself: that the process does is the deadline's doing.
      bot.child.kill('SIGTERM');
      expect(await bot.ended()).toBe(0);
    } finally {
      await bouncer.close();
      await postgres.end();
    }
  });

  it('reaches the bot through npm: none is left behind', async () => {
    const npm = spawn('npm', ['start'], {
      env: bare({ DATA_DIR: processes.folder.path, PORT: '0', LOG_LEVEL: 'info' }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    npm.stdout?.on('data', (chunk) => (said += chunk));
    npm.stderr?.on('data', (chunk) => (said += chunk));
    await expect.poll(() => said, { timeout: 25_000 }).toContain('Health and metrics');
    const [, ops = ''] = /"url":"(http:[^"]+)","msg":"Health and metrics"/.exec(said) ?? [];
    npm.kill('SIGTERM');
    await new Promise((resolve) => npm.once('exit', resolve));
    await expect
      .poll(
        () =>
          fetch(`${ops}/health/live`).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 12_000 },
      )
      .toBe('gone');
  });
});
