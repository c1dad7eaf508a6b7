/** Deleting everything in the playground, as `npm start` runs it: the table's one room and its one person. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Process, startProcess, temporaryFolder } from '../../main/running.ts';
import { pageOf } from './page.ts';

const folder = temporaryFolder();
let bot: Process;
let url: string;

beforeEach(async () => {
  bot = startProcess({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'warn' });
  [, url = ''] = await bot.says(/The playground is open at (http:\S+)/);
});
afterEach(async () => {
  bot.child.kill('SIGTERM');
  await bot.ended();
  folder.remove();
});

const { typed, last, press } = pageOf(() => url);

it('everything is deleted once it was shown and confirmed, and not by a mention', async () => {
  await typed('/kuril subscribe 09:00 every day Asia/Tokyo');
  const openly = await typed('@attache Forget everything!');
  expect(openly.shown.plain).toContain('shown to you alone');
  await press(openly, 'Show me what goes');
  const shown = await last();
  expect([shown.audience, shown.shown.plain]).toEqual([
    'asker',
    expect.stringContaining('One digest in one'),
  ]);
  expect((await typed('/kuril status')).shown.plain).toContain('09:00');
  await press(shown, 'Delete it all');
  expect((await last()).shown.plain).toContain('All that was kept about this playground is deleted');
  expect((await typed('/kuril status')).shown.plain).toContain('no digest');
});
