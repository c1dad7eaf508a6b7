import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type RunningBot, startBot } from './bot.ts';
import { launch, open, say, type Watched } from './browser.ts';
import { expectNoTrouble } from './trouble.ts';

let browser: Browser;
let bot: RunningBot;

/** Every kind of block and control, the bot's refusals, other scripts, and what is typed with ill intent. */
const CONVERSATION = [
  '/kuril',
  '/kuril newsham',
  '/kuril 安倍',
  '@Attaché что сказал Путин?',
  '/kuril people',
  '/kuril positions',
  '/kuril map',
  '/kuril timeline',
  '/kuril figures',
  '/kuril source 16',
  '/kuril help',
  'who will win the next election?',
  '<b>*bold*</b> `code` ||spoiler|| https://example.com',
  '/kuril subscribe 9:00 every day Tokyo',
  '/kuril digest',
  '/kuril digest now',
  '/kuril doctor',
];

beforeAll(async () => {
  browser = await launch();
  bot = await startBot();
  const first = await open(browser, bot.url);
  for (const line of CONVERSATION) await say(first.page, line);
  await first.page.close();
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

/** How each view is come to. */
const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
  'both platforms': (page) => show(page, 'Side by side'),
  Slack: (page) => show(page, 'Slack'),
  Discord: (page) => show(page, 'Discord'),
  'a menu that is open': async (page) => {
    await show(page, 'Slack');
    await page.getByRole('combobox', { name: 'Choose a person' }).first().click();
  },
  'JSON and text': (page) => show(page, 'JSON and text'),
  'the digest': async (page) => {
    await show(page, 'Digest');
    await page.getByRole('region', { name: 'The next edition' }).waitFor();
  },
  'completion under way': async (page) => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/kuril n');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('textbox', { name: 'Message' }).press('ArrowDown');
  },
  'a guide': async (page) => {
    await show(page, 'About');
    await page.getByRole('button', { name: 'connect Slack' }).click();
    await page.getByRole('dialog', { name: 'Connect Slack' }).getByRole('heading').first().waitFor();
  },
};

/** As tall as the conversation is long: axe measures the contrast of what is in sight. */
const TALL = 16_000;
const LOOKS = [
  { theme: 'light', width: 1400, height: TALL },
  { theme: 'dark', width: 1400, height: TALL },
  { theme: 'light', width: 420, height: 850 },
  { theme: 'dark', width: 420, height: 850 },
] as const;

describe.each(LOOKS)('to everybody, $theme and $width wide', (look) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await open(browser, bot.url, look);
    await watched.page.getByTestId('slack-entry').last().waitFor();
  });
  afterAll(() => watched.page.close());

  const wide = look.width > 1000;
  const views = Object.keys(VIEWS).filter((name) => wide || name !== 'both platforms');
  it.each(views)('%s has nothing that axe objects to', async (name) => {
    await VIEWS[name]?.(watched.page);
    expect(await violations(watched.page)).toEqual([]);
    expectNoTrouble(watched);
  });
});

function show(page: Page, view: string) {
  return page.getByRole('button', { name: view, exact: true }).click();
}
