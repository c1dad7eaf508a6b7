import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../src/platforms/playground/conversation.ts';
import { violations } from './axe.ts';
import { type RunningBot, startBot } from './bot.ts';
import { launch, open } from './browser.ts';
import { expectNoTrouble } from './trouble.ts';

let browser: Browser;
let bot: RunningBot;

beforeAll(async () => {
  [browser, bot] = await Promise.all([launch(), startBot()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

const ALT = 'Map: the four disputed islands between Hokkaido and the Kuril chain';
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="#446"/></svg>')}`;

/** An answer whose bodies have a picture, as the platforms' own references write them. */
const entry: Entry = {
  id: 1,
  at: Date.UTC(2026, 0, 1),
  from: { kind: 'person', typed: '/kuril map', how: 'command' },
  audience: 'asker',
  pages: { slack: 1, discord: 1 },
  shown: {
    slack: [{ text: ALT, blocks: [{ type: 'image', image_url: PICTURE, alt_text: ALT }] }],
    discord: [
      {
        components: [
          {
            type: 17,
            accent_color: 0x446699,
            components: [{ type: 12, items: [{ media: { url: PICTURE }, description: ALT }] }],
          },
        ],
      },
    ],
    quotations: [],
    plain: ALT,
  },
};

it('gives a picture of either platform its alt text, and room within the panel', async () => {
  const watched = await open(browser, bot.url);
  const { page } = watched;
  const told = JSON.stringify({ briefings: [], entries: [entry] });
  await page.route('**/api/events', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: `event: hello\ndata: ${told}\n\n` }),
  );
  await page.reload();
  for (const platform of ['slack', 'discord'] as const) {
    const picture = page.getByTestId(`${platform}-entry`).getByRole('img', { name: ALT });
    await picture.waitFor();
    const [box, panel] = [
      await picture.boundingBox(),
      await page.locator(`.panel.${platform}`).boundingBox(),
    ];
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
    expect(box?.height).toBeGreaterThan(50);
  }
  expect(await violations(page)).toEqual([]);
  expectNoTrouble(watched);
  await page.close();
});
