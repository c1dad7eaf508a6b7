import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { launch, type Watched } from './browser.ts';
import { current, openDesk, type RunningDesk, startDesk } from './desk.ts';
import { expectNoTrouble } from './trouble.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const left = (page: Page) => page.getByTestId('left');
const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

/** Presses a key on the card in hand, and waits until what is in hand is another. */
async function press(page: Page, key: string) {
  const before = await current(page).getAttribute('data-entry');
  await page.keyboard.press(key);
  await page.locator(`article.card.current:not([data-entry="${before}"])`).waitFor();
}

describe('an editor at the desk', () => {
  let desk: RunningDesk;
  let watched: Watched;
  beforeEach(async () => {
    desk = await startDesk();
    watched = await openDesk(browser, desk.url);
  });
  afterEach(async () => {
    expectNoTrouble(watched);
    await watched.page.context().close();
    await desk.stop();
  });

  it('reviews with the keyboard alone: doubtful ones first, every edit in its file, until nothing is left, and releases', async () => {
    const { page } = watched;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    expect(await focused()).toMatch(/^Statement: The ferry between/);

    // Another speaker, then the same taken back.
    await page.keyboard.press('s');
    await page.keyboard.type('Elm L');
    await page.keyboard.press('Enter');
    await card(page, /^Statement: The ferry/)
      .getByText('Elm Lines (reported)')
      .waitFor();
    expect(desk.read('statements.yaml')).toMatch(
      /speakers: \[elm-lines\]\n {2}mode: reported\n {2}text: The ferry/,
    );
    await page.keyboard.press('u');
    await card(page, /^Statement: The ferry/)
      .getByText('The operator (reported)')
      .waitFor();
    expect(desk.read('statements.yaml')).toMatch(
      /speakers: \[operator\]\n {2}mode: reported\n {2}text: The ferry/,
    );

    // Its words, with the proofs speaking up while they are typed.
    await page.keyboard.press('e');
    const words = page.getByRole('textbox', { name: 'Words', exact: true });
    await words.waitFor();
    for (let tabs = 0; tabs < 20 && !(await words.evaluate((it) => it === document.activeElement)); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The ferry will not sail for 17 weeks, its operator said.');
    await page.getByTestId('proofs').getByText(/17/).waitFor();
    await page.getByTestId('slack-answer').getByText('17 weeks').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The ferry will stay in port for three weeks at least, its operator said.');
    await page.getByTestId('discord-answer').getByText('stay in port').waitFor();
    await page.keyboard.press('Control+Enter');
    await card(page, /stay in port/).waitFor();
    expect(desk.read('statements.yaml')).toContain('stay in port for three weeks at least');

    // Another kind, a paragraph skipped, an item of our own.
    await page.getByRole('article', { name: /^Event: A fire/ }).waitFor();
    while (!(await current(page).getAttribute('aria-label'))?.startsWith('Event:')) await press(page, 'j');
    const moved = (await current(page).getAttribute('data-entry')) ?? '';
    await page.keyboard.press('t');
    await page.keyboard.type('Back');
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'New: Background' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator(`[data-entry="${moved}"]`).waitFor({ state: 'detached' });
    expect(desk.read('background.yaml')).toContain(`- id: ${moved}\n`);
    expect(desk.read('events.yaml')).not.toContain(`- id: ${moved}\n`);

    // The rest is right as it stands.
    for (let cards = 0; cards < 60; cards += 1) {
      if ((await page.locator('article.card').count()) === 0) break;
      const before = (await current(page).getAttribute('data-entry')) ?? '';
      await page.keyboard.press('a');
      await page.locator(`[data-entry="${before}"]`).waitFor({ state: 'detached' });
    }
    await page.getByText('Nothing here is left to look at.').waitFor();
    await left(page).getByText('Nothing is left to do').waitFor();
    expect(desk.read('statements.yaml')).not.toContain('by: rules');
    expect(desk.read('figures.yaml')).toMatch(/seen: \[\{ mark: polarity, by: /);

    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await page.evaluate(() => document.activeElement?.textContent === 'Release')) break;
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Release' });
    await dialog.getByText('/ferry is released as revision 1.').waitFor();
    expect(await dialog.getByLabel('Slack’s manifest').inputValue()).toContain('/ferry');
    await page.keyboard.press('Escape');
    await left(page).getByText('Released as revision 1.').waitFor();
    expect(desk.read('revisions.yaml')).toContain('number: 1');
  });

  it('does the same with the mouse: skips, adds, merges two entries of one person, and names a topic', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Skip paragraph 10' }).click();
    await page.getByRole('combobox', { name: 'Why nothing rests on paragraph 10' }).fill('Told before.');
    await page.getByRole('button', { name: /^Skip it/ }).click();
    await page.getByText('Skipped: Told before.').waitFor();
    expect(desk.read('skipped.yaml')).toContain('why: Told before.');
    await page.getByRole('button', { name: 'Take it back paragraph 10' }).click();
    await card(page, 'Nothing rests on it: Paragraph 10').click();
    await page.getByRole('button', { name: /^New on/ }).click();
    await page.getByRole('combobox', { name: 'What the paragraph tells' }).selectOption('Background');
    await page.getByRole('button', { name: /^Go on/ }).click();
    await page.getByLabel('Title').fill('The first boat');
    await page.getByRole('button', { name: /^Save/ }).click();
    await left(page)
      .getByText(/unused/)
      .waitFor({ state: 'detached' });
    expect(desk.read('background.yaml')).toContain('- id: the-first-boat');

    await page.getByRole('button', { name: 'Names', exact: true }).click();
    await card(page, 'Person: The operator').click();
    await page.getByRole('button', { name: /^Same as/ }).click();
    await page
      .getByRole('combobox', { name: '“The operator” is the same as' })
      .selectOption('A spokeswoman for the company');
    await page.getByRole('button', { name: /^Merge/ }).click();
    await card(page, 'Person: The operator').waitFor({ state: 'detached' });
    expect(desk.read('statements.yaml')).not.toContain('operator]');

    await page.getByRole('button', { name: 'Head and topics' }).click();
    await page.getByRole('button', { name: 'New topic' }).click();
    await page.getByLabel('Name', { exact: true }).fill('The ship');
    await page.getByLabel('What it holds, in a line').fill('How old it is');
    await page.getByLabel(/^Words that people use/).fill('ship, vessel');
    await page.getByRole('button', { name: /^Save/ }).click();
    await card(page, 'Topic: The ship').waitFor();
    expect(desk.read('topics.yaml')).toContain('words: [ship, vessel]');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await card(page, 'Topic: The ship').waitFor({ state: 'detached' });
  });

  it('finds what was being typed and what was not saved again, when the page or the server goes in the middle', async () => {
    const { page } = watched;
    await page.keyboard.press('e');
    const words = page.getByRole('textbox', { name: 'Words', exact: true });
    await words.fill('The ferry stays in port, its operator said.');
    await page.getByTestId('slack-answer').getByText('stays in port').waitFor();
    await page.reload();
    await words.waitFor();
    expect(await words.inputValue()).toBe('The ferry stays in port, its operator said.');

    await desk.crash();
    await page.getByRole('button', { name: /^Save/ }).click();
    await card(page, /stays in port/).waitFor();
    expect(desk.read('statements.yaml')).toContain('The ferry stays in port');
    watched.troubles.splice(0);
  });
});

describe('two windows', () => {
  it('do not overwrite each other: the later one is told, and may keep either', async () => {
    const desk = await startDesk();
    const [one, other] = [await openDesk(browser, desk.url), await openDesk(browser, desk.url)];
    await one.page.waitForFunction(() => document.activeElement?.classList.contains('card'));
    await one.page.keyboard.press('s');
    await one.page.keyboard.type('Elm L');
    await one.page.keyboard.press('Enter');
    await card(one.page, /^Statement: The ferry/)
      .getByText('Elm Lines (reported)')
      .waitFor();

    await other.page.keyboard.press('a');
    await other.page.getByText('was changed meanwhile').waitFor();
    await other.page.getByText('One edit is not saved yet').waitFor();
    expect(desk.read('statements.yaml')).toMatch(/speakers: \[elm-lines\][\s\S]*?by: /);
    await other.page.getByRole('button', { name: 'Put mine on top' }).click();
    await other.page.getByText('was changed meanwhile').waitFor({ state: 'detached' });
    // Both edits stand: the speaker of the one, the looking at of the other.
    const [first = ''] = desk.read('statements.yaml').split(/^- id: we-heard/m);
    expect(first).toContain('speakers: [elm-lines]');
    for (const { page } of [one, other]) await page.context().close();
    await desk.stop();
  });
});

describe('a disk that is full', () => {
  it('is said, and the edit stays in the page until there is room', async () => {
    const desk = await startDesk({ under: ['prlimit', '--fsize=2048:unlimited'] });
    const watched = await openDesk(browser, desk.url);
    const { page } = watched;
    const before = desk.read('statements.yaml');
    await page.keyboard.press('a');
    await page.getByText('so that nothing was saved').waitFor();
    await page.getByText('One edit is not saved yet, and kept in this page.').waitFor();
    expect(desk.read('statements.yaml')).toBe(before);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    await page.reload();
    await page.getByText('so that nothing was saved').waitFor();
    expect(desk.read('statements.yaml')).toBe(before);
    await page.context().close();
    await desk.stop();
  });
});

describe('a source that may not be copied', () => {
  it('shows spans alone, and its text where the article is at hand; what has no words is not accepted', async () => {
    const article = path.join(import.meta.dirname, '../fixtures/articles/ferry.txt');
    const bare = await startDesk({ rights: 'restricted' });
    const without = await openDesk(browser, bare.url);
    await without.page.getByText('Its text may not lie in the briefing’s folder.').waitFor();
    expect(await without.page.content()).not.toContain(
      'Nobody was hurt when the fire broke out shortly before',
    );
    await without.page.getByRole('button', { name: 'What is told' }).click();
    await card(without.page, /^Statement/)
      .filter({ hasText: 'Not worded yet' })
      .first()
      .click();
    await without.page.keyboard.press('a');
    await without.page.getByText('It has no words yet').waitFor();
    await without.page.context().close();
    await bare.stop();

    // The draft's own text of the paragraphs: a line each, as its fingerprint has it.
    const text = `${readFileSync(article, 'utf8').split(/\n+/).filter(Boolean).join('\n')}\n`;
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'attache-article-')), 'ferry.txt');
    writeFileSync(file, text);
    const desk = await startDesk({ rights: 'restricted', words: ['--source', file] });
    const watched = await openDesk(browser, desk.url);
    await watched.page.getByText('Nobody was hurt').first().waitFor();
    expect(readdirSync(path.join(desk.folder, 'sources'))).toEqual(['report.json']);
    expectNoTrouble(watched);
    await watched.page.context().close();
    await desk.stop();
  });
});

const LOOKS = [
  { theme: 'light', width: 1500, height: 950 },
  { theme: 'dark', width: 1500, height: 950 },
  { theme: 'light', width: 420, height: 850 },
  { theme: 'dark', width: 420, height: 850 },
] as const;

describe('to everybody', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it.each(LOOKS)(
    '$theme and $width wide, nothing that axe objects to, on every pane and in every form',
    async (look) => {
      const watched = await openDesk(browser, desk.url, look);
      const { page } = watched;
      const panes = look.width < 1000 ? ['Source', 'Answer', 'Items'] : [];
      if (panes.length === 0) await page.getByTestId('slack-answer').waitFor();
      expect(await violations(page)).toEqual([]);
      for (const pane of panes) {
        await page.getByRole('button', { name: pane, exact: true }).click();
        if (pane === 'Answer') await page.getByTestId('slack-answer').waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          look.width,
        );
      }
      for (const form of [/^Edit/, /^Speaker/, /^Kind/, /^Skip ¶/]) {
        await current(page).getByRole('button', { name: form }).click();
        await current(page).getByRole('form').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await page.getByText('Keys', { exact: true }).click();
      expect(await violations(page)).toEqual([]);
      expectNoTrouble(watched);
      await page.context().close();
    },
  );
});
