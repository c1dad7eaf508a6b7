import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBot, startBot } from './bot.ts';
import { launch, open, say, type Watched } from './browser.ts';
import { expectNoTrouble } from './trouble.ts';

let browser: Browser;
let bot: RunningBot;
let watched: Watched;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bot = await startBot();
  watched = await open(browser, bot.url);
});
afterEach(async () => {
  expectNoTrouble(watched);
  await watched.page.close();
  await bot.stop();
});

describe('the conversation', () => {
  it('begins with what the page is and four questions, and pressing one asks it', async () => {
    const { page } = watched;
    await page.getByText('A press attaché for chat').waitFor();
    const chips = page.locator('.chips button');
    await chips.first().waitFor();
    expect(await chips.count()).toBe(4);
    await chips.first().click();
    await page.getByTestId('slack-entry').first().waitFor();
    expect(await page.getByTestId('slack-entry').first().innerText()).toContain(
      '“without trust the goal can not be reached.”',
    );
  });

  it('shows an answer as Slack and as Discord draw it, only to the asker', async () => {
    const { page } = watched;
    const slack = await say(page, '/kuril newsham all');
    const discord = page.getByTestId('discord-entry').last();
    for (const entry of [slack, discord]) {
      expect(await entry.innerText()).toContain('There’s always going to be trouble giving back territory');
      expect(await entry.innerText()).toMatch(/¶\s16/);
    }
    expect(await slack.innerText()).toContain('Only visible to you');
    expect(await discord.innerText()).toContain('Only you can see this');
  });

  it('answers a mention for everybody to see, under what was asked', async () => {
    const entry = await say(watched.page, '@Attaché how big is the fund?');
    const text = await entry.innerText();
    expect(text).toContain('@Attaché how big is the fund?');
    expect(text).toContain('$1 billion');
    expect(text).not.toContain('Only visible to you');
  });

  it('takes a pressed button for the words that it stands for', async () => {
    const { page } = watched;
    const entry = await say(page, '/kuril newsham');
    await entry.getByRole('button', { name: /^Quotations/ }).click();
    await page.getByLabel('Answer to: /kuril quotes newsham').first().waitFor();
  });

  it('takes a chosen option of a menu, on either side', async () => {
    const { page } = watched;
    await say(page, '/kuril people');
    const menu = page.getByTestId('discord-entry').last().getByRole('combobox', { name: 'Choose a person' });
    await menu.click();
    await page.getByTestId('discord-entry').last().getByRole('option', { name: 'Grant Newsham' }).click();
    await page.getByTestId('slack-entry').nth(1).waitFor();
    expect(await page.getByTestId('slack-entry').nth(1).innerText()).toContain('hedge their bets');
    await page
      .getByTestId('slack-entry')
      .nth(1)
      .getByRole('button', { name: /^Quotations/ })
      .click();
    await page.getByLabel('Answer to: /kuril quotes newsham').first().waitFor();
  });

  it('turns the pages of a long answer where they are', async () => {
    const { page } = watched;
    await say(page, '/kuril positions all');
    const discord = page.getByTestId('discord-entry').last();
    await discord.getByRole('button', { name: 'Next page' }).click();
    await discord.getByText('Page 2 of').waitFor();
    expect(await page.getByTestId('discord-entry').count()).toBe(1);
    await discord.getByRole('button', { name: 'Previous page' }).click();
    await discord.getByText('Page 1 of').waitFor();
  });

  it('shares an answer with the channel', async () => {
    const { page } = watched;
    const entry = await say(page, '/kuril deals all');
    await entry.getByRole('button', { name: 'Share with the channel' }).click();
    const shared = page.getByTestId('slack-entry').nth(1);
    await shared.waitFor();
    expect(await shared.innerText()).toContain('Shared by you · deals');
    await expect.poll(() => entry.getByRole('button', { name: 'Share with the channel' }).count()).toBe(0);
    expect(await shared.innerText()).not.toContain('Only visible to you');
    expect(await shared.innerText()).toContain('Novatek');
  });

  it('shows what was typed letter by letter, never as markup', async () => {
    const { page } = watched;
    const hostile =
      '@Attaché <img src=x onerror=alert(1)> *bold* @everyone <!channel> <script>alert(1)</script>';
    const entry = await say(page, hostile);
    expect(await entry.innerText()).toContain('<img src=x onerror=alert(1)> *bold* @everyone');
    expect(await page.locator('img[src="x"], .panel script').count()).toBe(0);
  });

  it('stays when the page is loaded anew, and when the bot comes back', async () => {
    const { page } = watched;
    await say(page, '/kuril deals');
    await page.reload();
    await page.getByTestId('slack-entry').first().waitFor();
  });
});

describe('the composer', () => {
  const input = () => watched.page.getByRole('textbox', { name: 'Message' });

  it('sends on Enter, and makes a line on Shift and Enter', async () => {
    const { page } = watched;
    await input().pressSequentially('What did Abe say about trust?');
    await input().press('Shift+Enter');
    await input().pressSequentially('And who is Newsham?');
    expect(await input().inputValue()).toBe('What did Abe say about trust?\nAnd who is Newsham?');
    await input().press('Enter');
    await page.getByTestId('slack-entry').first().waitFor();
    expect(await input().inputValue()).toBe('');
    expect(await page.getByTestId('slack-entry').count()).toBe(1);
  });

  it('leaves the Enter that ends a composition to the input method, as Safari and as others tell it', async () => {
    const { page } = watched;
    await input().fill('安倍');
    await input().evaluate((element) => {
      const ends = { key: 'Enter', bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent('keydown', { ...ends, keyCode: 229 }));
      element.dispatchEvent(new KeyboardEvent('keydown', { ...ends, isComposing: true }));
    });
    expect(await input().inputValue()).toBe('安倍');
    await input().press('Enter');
    await page.getByTestId('slack-entry').first().waitFor();
    expect(await page.getByTestId('slack-entry').count()).toBe(1);
  });
});

describe('completion', () => {
  it('offers the command, then views and people, by the keys that Discord has', async () => {
    const { page } = watched;
    const input = page.getByRole('textbox', { name: 'Message' });
    await input.pressSequentially('/k');
    await page.getByRole('option', { name: /kuril/ }).waitFor();
    await input.press('Tab');
    expect(await input.inputValue()).toBe('/kuril ');
    await input.pressSequentially('newsh');
    const option = page.getByRole('option', { name: /Newsham/ }).first();
    await option.waitFor();
    await input.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
    await input.press('Enter');
    expect(await input.inputValue()).toMatch(/^\/kuril .*newsham/i);
    await input.pressSequentially(' ');
    await input.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await input.press('Enter');
    await page.getByTestId('slack-entry').first().waitFor();
  });

  it('brings back what was typed before with the up arrow', async () => {
    const { page } = watched;
    await say(page, '/kuril deals');
    await say(page, '/kuril figures');
    const input = page.getByRole('textbox', { name: 'Message' });
    await input.press('ArrowUp');
    await input.press('ArrowUp');
    expect(await input.inputValue()).toBe('/kuril deals');
    await input.press('ArrowDown');
    expect(await input.inputValue()).toBe('/kuril figures');
  });
});

describe('the page', () => {
  it('shows the bodies as JSON with a way to copy them, and the words of a screen reader', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await say(page, '/kuril newsham');
    await page.getByRole('button', { name: 'JSON and text' }).click();
    const slack = page.getByRole('region', { name: 'Slack' });
    expect(JSON.parse(await slack.locator('pre').innerText())).toHaveProperty('blocks');
    await slack.getByRole('button', { name: 'Copy Slack' }).click();
    await slack.getByText('Copied').waitFor();
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toHaveProperty('text');
    expect(await page.getByRole('region', { name: 'Plain text' }).innerText()).toContain('Grant Newsham');
  });

  it('shows the newest message after a switch of views', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Slack', exact: true }).click();
    for (const line of ['/kuril people', '/kuril figures all', '/kuril deals all', '/kuril newsham all'])
      await say(page, line);
    await page.getByRole('button', { name: 'Discord', exact: true }).click();
    const newest = page.getByTestId('discord-entry').last();
    await newest.getByText('Grant Newsham').first().waitFor();
    await expect
      .poll(() =>
        newest.evaluate((entry) => {
          const box = entry.closest('.scroller')?.getBoundingClientRect();
          const { top } = entry.getBoundingClientRect();
          return box !== undefined && top >= box.top - 1 && top < box.bottom;
        }),
      )
      .toBe(true);
  });

  it('copies a quotation with its speaker, post, paragraph and source', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const entry = await say(page, '/kuril What did Abe say about trust?');
    await entry.getByRole('button', { name: 'Copy quotation' }).click();
    await entry.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(
      '“without trust the goal can not be reached.” — Shinzo Abe, Prime Minister of Japan',
    );
    expect(copied).toMatch(/¶\s11/u);
    expect(copied.split('\n').length).toBeGreaterThan(1);
  });

  it('says beside a control why pressing it failed', async () => {
    const { page } = watched;
    const entry = await say(page, '/kuril newsham');
    await page.route('**/api/press', (route) =>
      route.fulfill({ status: 400, body: 'This request could not be read.' }),
    );
    await entry.getByRole('button', { name: /^Quotations/ }).click();
    await entry.getByRole('alert').waitFor();
    expect(await entry.getByRole('alert').innerText()).toBe('This request could not be read.');
    watched.troubles.length = 0;
  });

  it('has one platform at a time where it is narrow, and switches', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 420, height: 800 });
    await say(page, '/kuril deals');
    expect(await page.getByTestId('discord-entry').count()).toBe(0);
    await page.getByRole('button', { name: 'Discord', exact: true }).click();
    await page.getByTestId('discord-entry').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });

  it('keeps the theme that was chosen', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Light theme' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  it('tells a new answer to a screen reader', async () => {
    const { page } = watched;
    await say(page, '/kuril deals all');
    expect(await page.getByTestId('announcer').textContent()).toContain('Novatek');
  });

  it('opens the guides for connecting the platforms', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'connect Slack' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect Slack' });
    await dialog.getByRole('heading').first().waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('the digest', () => {
  it('is subscribed to, and its editions come as the clock is set forward', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Digest' }).click();
    await page.getByRole('button', { name: 'Subscribe at 9:00, Tokyo' }).click();
    await page.getByText('State: Active').waitFor();
    const side = page.getByRole('region', { name: 'Clock and subscription' });
    const sends = side.getByText('The next 5 editions:');
    await sends.waitFor();
    expect((await sends.innerText()).match(/09:00/g)).toHaveLength(5);
    await page.getByRole('button', { name: 'A week on' }).click();
    await page.getByTestId('editions').getByRole('listitem').nth(6).waitFor();
    expect(await page.getByTestId('editions').getByRole('listitem').count()).toBe(7);
    await page.getByRole('button', { name: 'Slack', exact: true }).click();
    expect(await page.getByTestId('slack-entry').last().innerText()).toContain('7 of 40');
  });

  it('offers its end only where there is one to end, and shows each edition as it came', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Digest' }).click();
    await page.getByRole('button', { name: 'Post one now' }).waitFor();
    expect(await page.getByRole('button', { name: 'Unsubscribe' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Subscribe at 9:00, Tokyo' }).click();
    await page.getByRole('button', { name: 'Unsubscribe' }).waitFor();
    await page.getByRole('button', { name: 'One day on' }).click();
    const edition = page.getByTestId('editions').getByRole('listitem').first();
    await edition.locator('summary').click();
    await edition.getByText(/of 40/).first().waitFor();
  });

  it('is posted at once when that is asked for', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Digest' }).click();
    await page.getByRole('button', { name: 'Post one now' }).click();
    await page.getByTestId('editions').getByRole('listitem').first().waitFor();
  });
});
