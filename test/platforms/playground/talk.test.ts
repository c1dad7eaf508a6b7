/** A conversation on the page, as `npm start` runs it: what leans on an answer, sharing it, taking it back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Process, startProcess, temporaryFolder } from '../../main/running.ts';
import { labelsOf, pageOf } from './page.ts';

const folder = temporaryFolder();
let bot: Process;
let url: string;

beforeAll(async () => {
  bot = startProcess({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'warn' });
  [, url = ''] = await bot.says(/The playground is open at (http:\S+)/);
});
afterAll(async () => {
  bot.child.kill('SIGTERM');
  await bot.ended();
  folder.remove();
});

const { typed, entries, last, press } = pageOf(() => url);

it('what leans on an answer is understood by it', async () => {
  await typed('/kuril What did Newsham say about China?');
  expect((await typed('and Abe?')).shown.plain).toContain('Understood as: What did Abe say about China?');
  expect((await typed('/kuril newsham')).shown.plain).toContain('Grant Newsham');
  expect((await typed('/kuril and hosaka')).shown.plain).toContain('Hosaka Yuji');
});

it('an answer is shared once, with who shared it and what was asked, and taken back', async () => {
  const answer = await typed('/kuril What did Abe say about trust?');
  const before = (await entries()).length;
  await Promise.all([1, 2, 3].map(() => press(answer, 'Share with the channel')));
  expect(await entries()).toHaveLength(before + 1);
  const shared = await last();
  expect(shared.audience).toBe('channel');
  expect(shared.shown.plain).toMatch(/^Shared by you · What did Abe say about trust\?/u);
  const [own] = (await entries()).filter(({ id }) => id === answer.id);
  expect(labelsOf(own ?? answer)).not.toContain('Share with the channel');
  await press(shared, 'Take back');
  expect((await last()).shown.plain).toBe('Taken back.');
});
