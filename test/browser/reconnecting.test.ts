import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBot } from './bot.ts';
import { launch, open, say } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What a browser itself notes about a server that is away. */
const AWAY = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/;

it('comes back by itself when the bot does, and loses nothing that was typed meanwhile', async () => {
  let bot = await startBot();
  const { page, troubles } = await open(browser, bot.url);
  await say(page, '/kuril deals');
  const input = page.getByRole('textbox', { name: 'Message' });

  for (const line of ['/kuril figures', '@Attaché how big is the fund?']) {
    const { port, dataDir } = await bot.kill();
    await page.getByText('Reconnecting').waitFor();

    await input.fill(line);
    await input.press('Escape');
    await input.press('Enter');
    await page.getByRole('alert').getByText('The bot does not answer').waitFor();
    expect(await input.inputValue()).toBe(line);
    // Long enough for the browser to be refused more than once.
    await page.waitForTimeout(1_500);
    expect(await page.getByText('Reconnecting').count()).toBe(1);

    bot = await startBot({ port, dataDir });
    await page.getByText('Reconnecting').waitFor({ state: 'detached' });
    await input.press('Enter');
    await page.getByLabel(`Answer to: ${line}`).first().waitFor();
    // Once it is known to have arrived, nothing says any more that it did not.
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await input.inputValue()).toBe('');
  }
  expect(troubles.filter((trouble) => !AWAY.test(trouble))).toEqual([]);
  await page.close();
  await bot.stop();
});

it('keeps the digest that was set, over the end of the bot', async () => {
  const first = await startBot();
  const { page } = await open(browser, first.url);
  await page.getByRole('button', { name: 'Digest' }).click();
  await page.getByRole('button', { name: 'Subscribe at 9:00, Tokyo' }).click();
  await page.getByText('State: Active').waitFor();
  const { port, dataDir } = await first.kill();
  const second = await startBot({ port, dataDir });
  await page.getByText('Reconnecting').waitFor({ state: 'detached' });
  await page.getByText('State: Active').waitFor();
  await page.close();
  await second.stop();
});
