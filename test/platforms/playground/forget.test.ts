/** Deleting everything in the playground, as `npm start` runs it: the table's one room and its one person. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Entry } from '../../../src/platforms/playground/conversation.ts';
import { type Process, startProcess, temporaryFolder } from '../../main/running.ts';

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

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(204);
}

/** What the page would show last. */
async function last(): Promise<Entry> {
  const ended = new AbortController();
  const { body } = await fetch(new URL('/api/events', url), { signal: ended.signal });
  let text = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes('\n\n')) break;
  }
  ended.abort();
  const { entries } = JSON.parse(text.split('data: ')[1] ?? '') as { entries: Entry[] };
  const entry = entries.at(-1);
  if (entry === undefined) throw new Error('the conversation is empty');
  return entry;
}

async function typed(line: string): Promise<Entry> {
  await post('/api/type', { line });
  return last();
}

function idOf({ shown }: Entry, label: string): string {
  const blocks = shown.slack.flatMap((one) => (one as { blocks?: Block[] }).blocks ?? []);
  const found = blocks.flatMap(({ elements = [] }) => elements).find((one) => one.text?.text === label);
  if (found?.value === undefined) throw new Error(`there is no button “${label}”`);
  return found.value;
}
type Block = { elements?: { text?: { text?: string }; value?: string }[] };

it('everything is deleted once it was shown and confirmed, and not by a mention', async () => {
  await typed('/kuril subscribe 09:00 every day Asia/Tokyo');
  const openly = await typed('@attache Forget everything!');
  expect(openly.shown.plain).toContain('shown to you alone');
  await post('/api/press', { entry: openly.id, platform: 'slack', id: idOf(openly, 'Show me what goes') });
  const shown = await last();
  expect([shown.audience, shown.shown.plain]).toEqual([
    'asker',
    expect.stringContaining('One digest in one'),
  ]);
  expect((await typed('/kuril status')).shown.plain).toContain('09:00');
  await post('/api/press', { entry: shown.id, platform: 'slack', id: idOf(shown, 'Delete it all') });
  expect((await last()).shown.plain).toContain('All that was kept about this playground is deleted');
  expect((await typed('/kuril status')).shown.plain).toContain('no digest');
});
