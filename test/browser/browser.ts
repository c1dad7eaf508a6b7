/** A real Chromium, and a page that notes every console error and every request to another host. */
import { type Browser, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export type Watched = { readonly page: Page; readonly troubles: string[] };

export type Look = { readonly theme?: 'light' | 'dark'; readonly width?: number; readonly height?: number };

/** Opens the playground, and notes what goes wrong behind the scenes. */
export async function open(browser: Browser, url: string, look: Look = {}): Promise<Watched> {
  const { theme = 'light', width = 1400, height = 900 } = look;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, locale: 'en-GB' });
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      troubles.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return { page, troubles };
}

/** Types a line and sends it, and waits for its answer in `platform`'s panel. */
export async function say(page: Page, line: string, platform: 'slack' | 'discord' = 'slack') {
  const entries = page.getByTestId(`${platform}-entry`);
  const before = await entries.count();
  const input = page.getByRole('textbox', { name: 'Message' });
  await input.fill(line);
  await input.press('Escape');
  await input.press('Enter');
  const newest = entries.nth(before);
  await newest.waitFor();
  return newest;
}
