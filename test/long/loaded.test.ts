import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startProcess, temporaryFolder } from '../main/running.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';

/** Writes down what a process has loaded, when it ends. */
const NOTING = `
  import { registerHooks } from 'node:module';
  import { writeFileSync } from 'node:fs';
  const loaded = [];
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
  process.on('exit', () => writeFileSync(process.env.DATA_DIR + '/loaded.json', JSON.stringify(loaded)));
`;

it('a bot on Slack and Discord loads nothing of the playground, of drawing, of drafting or of Postgres until it is used', async () => {
  const folder = temporaryFolder();
  const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
  try {
    const bot = startProcess({
      SLACK_BOT_TOKEN: slack.home.install?.botToken ?? '',
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
      DATA_DIR: folder.path,
      PORT: '0',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(NOTING)}`,
    });
    await bot.says(/Answering on Slack and Discord/);
    bot.child.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    const loaded = JSON.parse(readFileSync(path.join(folder.path, 'loaded.json'), 'utf8')) as string[];
    const packages = new Set(
      loaded.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? []),
    );
    expect([...packages]).toEqual(expect.arrayContaining(['discord.js', '@slack/bolt', 'kysely']));
    const unused = ['hono', '@hono/node-server', 'esbuild', 'react', '@takumi-rs/core', 'd3-geo', 'wink-nlp'];
    const alsoUnused = [
      'wink-eng-lite-web-model',
      '@mozilla/readability',
      'linkedom',
      'mdast-util-from-markdown',
    ];
    for (const one of [...unused, ...alsoUnused]) expect([one, packages.has(one)]).toEqual([one, false]);
    const ours = loaded.filter((url) =>
      /\/src\/(?:drafting|platforms\/playground\/(?!place|clock))/u.test(url),
    );
    expect(ours).toEqual([]);
    expect(loaded.filter((url) => url.endsWith('/store/postgres.ts'))).toEqual([]);
  } finally {
    await Promise.all([slack.close(), discord.close()]);
    folder.remove();
  }
});
