import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { startProcess, temporaryFolder } from '../main/running.ts';
import { ask } from '../platforms/playground/stage.ts';
import { startDiscord } from '../servers/discord/server.ts';

const OPEN = /The playground is open at (http:\/\/[^\s:]+:(\d+))/;
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The bot as `npm start` runs it, with a store of its own. */
function start(settings: Record<string, string>) {
  const folder = temporaryFolder();
  const bot = startProcess({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'warn', ...settings });
  ends.push(async () => {
    bot.child.kill('SIGTERM');
    await bot.ended();
    folder.remove();
  });
  return bot;
}

describe('with no token, the playground', () => {
  it('opens, and names an address on loopback', async () => {
    const [, url] = await start({}).says(OPEN);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });

  it('refuses whoever does not come from this machine, even where the bot listens everywhere', async () => {
    const [, , named] = await start({ HOST: '0.0.0.0' }).says(OPEN);
    const port = Number(named);
    expect((await ask(port, {})).status).toBe(200);
    const outward = outwardAddress();
    if (outward === undefined) return;
    // The name alone does not let anybody in: the peer's address decides as well.
    for (const host of ['localhost', `127.0.0.1:${port}`, outward]) {
      expect((await ask(port, { headers: { host } }, outward)).status).toBe(403);
    }
  });
});

describe('beside a token, the playground', () => {
  it('opens only where that is asked for', async () => {
    const discord = await startDiscord();
    ends.push(() => discord.close());
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api };
    const [alone, asked] = [start(settings), start({ ...settings, PLAYGROUND: 'on' })];
    await Promise.all([alone.says(/Answering on Discord/), asked.says(/Answering on Discord/)]);
    const [, , port] = await asked.says(OPEN);
    expect((await ask(Number(port), {})).status).toBe(200);
    expect(alone.said()).not.toMatch(OPEN);
  });
});

/** An address of this machine by which others reach it, if it has one. */
function outwardAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
