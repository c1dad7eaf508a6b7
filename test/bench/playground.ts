/** How long a newcomer waits from `npm start` to the first answer on the page, and how much the page weighs. */
import type { Browser } from 'playwright-core';
import { bundlePage } from '../../src/platforms/playground/bundle.ts';
import { startBot } from '../browser/bot.ts';
import { launch, open, say } from '../browser/browser.ts';
import { percentile, type Row } from './row.ts';

const STARTS = 5;
const MOST_MS = 3_000;
const MOST_KB = 450;

export async function benchPlayground(): Promise<readonly Row[]> {
  const browser = await launch();
  const starts: { greeting: number; answer: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await firstAnswer(browser));
  await browser.close();
  const median = (of: 'greeting' | 'answer') =>
    percentile(
      starts.map((start) => start[of]),
      0.5,
    );
  const script = (await bundlePage()).get('/assets/main.js');
  return [
    { name: 'from npm start to the greeting, median', value: median('greeting'), unit: 'ms' },
    {
      name: 'from npm start to the first answer on the page, median',
      value: median('answer'),
      unit: 'ms',
      most: MOST_MS,
    },
    {
      name: "the page's script, compressed",
      value: (script?.brotli.length ?? Number.NaN) / 1024,
      unit: 'KB',
      most: MOST_KB,
    },
  ];
}

/** In a browser that is open already, as a newcomer's is. Milliseconds from the start of the process. */
async function firstAnswer(browser: Browser): Promise<{ greeting: number; answer: number }> {
  const began = performance.now();
  const bot = await startBot({ by: ['npm', 'start'] });
  const { page } = await open(browser, bot.url);
  await say(page, '/kuril deals');
  const answer = performance.now() - began;
  await page.close();
  await bot.stop();
  return { greeting: bot.startedIn, answer };
}
