/**
 * `npm run screenshots`: the pictures of the README and of the guides, made anew from the real bot in a real browser.
 * The clocks of both are set, so that the pictures differ only where the page does.
 */
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBot } from './bot.ts';
import { launch, say } from './browser.ts';
import { current, openDesk, startDesk } from './desk.ts';

const FOLDER = new URL('../../docs/pictures/', import.meta.url);
const LINES = ['@Attaché who pays into the $1 billion fund?', '/kuril newsham'];
const MOST_BYTES = 300_000;
/** Ahead of today, since the bot's clock goes forward only. */
const MORNING = Date.UTC(2035, 11, 16, 9, 5);
type Clip = { x: number; y: number; width: number; height: number };

const SIZES = { wide: { width: 1280, height: 820 }, narrow: { width: 420, height: 850 } } as const;

mkdirSync(FOLDER, { recursive: true });
const [browser, bot] = await Promise.all([launch(), startBot()]);
const first = await opened(browser, 'light', 'wide');
await first.request.post(`${bot.url}/api/clock`, { data: { at: MORNING } });
for (const line of LINES) await say(first, line);
await first.close();

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['wide', 'narrow'] as const) {
    const page = await opened(browser, theme, size);
    await settled(page);
    await save(page, `playground-${size}-${theme}`);
    await page.close();
  }
}
for (const platform of ['Slack', 'Discord'] as const) {
  const page = await opened(browser, 'light', 'wide');
  await page.setViewportSize({ width: 760, height: 900 });
  await page.getByRole('button', { name: platform, exact: true }).click();
  await settled(page);
  await page.locator('.scroller').evaluate((box) => box.scrollTo({ top: 0 }));
  const panel = await page.locator('.panel').boundingBox();
  if (panel === null) throw new Error(`There is no panel of ${platform}`);
  await save(page, platform.toLowerCase(), panel);
  await page.close();
}
await bot.stop();

const desk = await startDesk();
const { page: onDesk } = await openDesk(browser, desk.url, { width: 1400, height: 860, at: MORNING });
await onDesk.getByLabel('Editor').fill('anna');
await onDesk.getByTestId('discord-answer').waitFor();
await settledDesk(onDesk);
await save(onDesk, 'desk-wide-light');
await current(onDesk).getByRole('button', { name: /^Edit/ }).click();
await onDesk
  .getByRole('textbox', { name: 'Words', exact: true })
  .fill('The ferry between Port Elm and Sunvara stays in port for at least 17 weeks, its operator said.');
await onDesk.getByTestId('slack-answer').getByText('17 weeks').waitFor();
await settledDesk(onDesk);
await save(onDesk, 'desk-edit-light');
await Promise.all([browser.close(), desk.stop()]);

async function opened(from: Browser, theme: 'light' | 'dark', size: keyof typeof SIZES): Promise<Page> {
  const page = await from.newPage({
    viewport: SIZES[size],
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await page.clock.setFixedTime(MORNING);
  await page.goto(bot.url);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return page;
}

/** Once all is drawn and every font is there. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-entry]').last().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
}

async function settledDesk(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.locator('[aria-busy="false"]').waitFor();
}

async function save(page: Page, name: string, clip?: Clip): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.png`, FOLDER));
  await page.screenshot({ path, caret: 'hide', ...(clip && { clip }) });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, over ${MOST_BYTES}`);
  console.log(`${path}: ${Math.round(size / 1024)} KB`);
}
