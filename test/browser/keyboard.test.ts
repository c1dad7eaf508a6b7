import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBot, startBot } from './bot.ts';
import { launch, open, type Watched } from './browser.ts';
import { expectNoTrouble } from './trouble.ts';

let browser: Browser;
let bot: RunningBot;
let watched: Watched;

beforeAll(async () => {
  browser = await launch();
  bot = await startBot();
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});
beforeEach(async () => {
  watched = await open(browser, bot.url);
});
afterEach(async () => {
  expectNoTrouble(watched);
  await watched.page.close();
});

const MOST_TABS = 150;

/** Presses Tab (or Shift+Tab) until `wanted` has the focus, as somebody would who has no mouse. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await wanted.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} presses of ${key} do not reach ${wanted}`);
}

const focused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
const input = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const entries = (page: Page, platform: 'slack' | 'discord') => page.getByTestId(`${platform}-entry`);

/** Types a line from wherever the focus is in the input, and waits for the answer. */
async function type(page: Page, line: string) {
  const before = await entries(page, 'slack').count();
  await tabTo(page, input(page));
  await page.keyboard.type(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await entries(page, 'slack').nth(before).waitFor();
}

describe('with the keyboard alone, somebody', () => {
  it('begins in the input, completes, and sends', async () => {
    const { page } = watched;
    expect(await focused(input(page))).toBe(true);
    await page.keyboard.type('/k');
    await page.getByRole('option', { name: '/kuril' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('newsh');
    await page
      .getByRole('option', { name: /Newsham/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await input(page).inputValue()).toBe('/kuril person newsham');
    await page.keyboard.press('Enter');
    await entries(page, 'slack').first().waitFor();
    expect(await input(page).inputValue()).toBe('');
    expect(await focused(input(page))).toBe(true);
  });

  it('presses a button and stays there, and chooses from a menu without sending on the way', async () => {
    const { page } = watched;
    await type(page, '/kuril people');
    const before = await entries(page, 'slack').count();
    const menu = entries(page, 'slack')
      .nth(before - 1)
      .getByRole('combobox');
    await tabTo(page, menu, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await entries(page, 'slack').count()).toBe(before);
    const chosen = await page.evaluate(() => {
      const name = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(name)?.firstChild?.textContent ?? '';
    });
    await page.keyboard.press('Enter');
    await entries(page, 'slack').nth(before).waitFor();
    expect(await entries(page, 'slack').last().innerText()).toContain(chosen);
    expect(await focused(menu)).toBe(true);

    const button = entries(page, 'slack').nth(before).getByRole('button').first();
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await entries(page, 'slack')
      .nth(before + 1)
      .waitFor();
    expect(await focused(button)).toBe(true);
  });

  it('turns pages and finds the same button under the finger', async () => {
    const { page } = watched;
    await type(page, '/kuril positions all');
    const answer = entries(page, 'discord').last();
    const next = answer.getByRole('button', { name: 'Next page' });
    await tabTo(page, next, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await answer.getByText('Page 2 of').waitFor();
    const held = await page.evaluate(() => document.activeElement?.closest('article')?.dataset.testid);
    expect(held).toBe('discord-entry');
    const previous = answer.getByRole('button', { name: 'Previous page' });
    await tabTo(page, previous, 'Shift+Tab');
    await page.keyboard.press('Space');
    await answer.getByText('Page 1 of').waitFor();
  });

  it('dismisses an answer on Discord and goes on in the conversation', async () => {
    const { page } = watched;
    await type(page, '/kuril deals');
    const before = await entries(page, 'discord').count();
    await tabTo(
      page,
      entries(page, 'discord').last().getByRole('button', { name: 'Dismiss message' }),
      'Shift+Tab',
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => entries(page, 'discord').count()).toBe(before - 1);
    expect(await entries(page, 'slack').count()).toBe(before);
    expect(await focused(page.getByRole('log', { name: /Discord/ }))).toBe(true);
  });

  it('switches view and theme, and stays on the switch', async () => {
    const { page } = watched;
    for (const name of ['Slack', 'Discord', 'JSON and text', 'About', 'Side by side']) {
      const button = page.getByRole('button', { name, exact: true });
      await tabTo(page, button, 'Shift+Tab');
      await page.keyboard.press('Space');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      expect(await focused(button)).toBe(true);
    }
    await tabTo(page, page.getByRole('button', { name: 'Dark theme' }));
    await page.keyboard.press('Enter');
    expect(await focused(page.getByRole('button', { name: 'Light theme' }))).toBe(true);
  });

  it('opens and closes a guide, and is back where it was opened', async () => {
    const { page } = watched;
    await tabTo(page, page.getByRole('button', { name: 'About', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const opens = page.getByRole('button', { name: 'connect Slack' });
    await tabTo(page, opens);
    const dialog = page.getByRole('dialog', { name: 'Connect Slack' });
    for (const close of ['Escape', 'Enter']) {
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading').first().waitFor();
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
      if (close === 'Enter') await tabTo(page, dialog.getByRole('button', { name: 'Close' }));
      await page.keyboard.press(close);
      await dialog.waitFor({ state: 'hidden' });
      expect(await focused(opens)).toBe(true);
    }
  });

  it('subscribes and sets the clock', async () => {
    const { page } = watched;
    await tabTo(page, page.getByRole('button', { name: 'Digest', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Subscribe at 9:00, Tokyo' }));
    await page.keyboard.press('Enter');
    await page.getByText('State: Active').waitFor();
    const clock = page.getByTestId('clock');
    const before = await clock.innerText();
    const day = page.getByRole('button', { name: 'One day on' });
    await tabTo(page, day, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByTestId('editions').getByRole('listitem').first().waitFor();
    expect(await focused(day)).toBe(true);

    await tabTo(page, page.getByLabel('Set it forward to'));
    const inAYear = new Date().getFullYear() + 1;
    // The same in every order of day and month, with and without a half of the day.
    await page.keyboard.type(`0202${inAYear}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('0930a');
    await tabTo(page, page.getByRole('button', { name: 'Set', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText(`2 February ${inAYear} at 09:30`).waitFor();
    expect(await clock.innerText()).not.toBe(before);
  });
});
