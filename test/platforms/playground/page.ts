/** The page's own requests against a playground that runs, as `npm start` runs it. */
import { expect } from 'vitest';
import type { Entry } from '../../../src/platforms/playground/conversation.ts';

export function pageOf(url: () => string) {
  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, url()), { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(204);
  }

  /** All that the page would show. */
  async function entries(): Promise<Entry[]> {
    const ended = new AbortController();
    const { body } = await fetch(new URL('/api/events', url()), { signal: ended.signal });
    let text = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('\n\n')) break;
    }
    ended.abort();
    return (JSON.parse(text.split('data: ')[1] ?? '') as { entries: Entry[] }).entries;
  }

  async function last(): Promise<Entry> {
    const entry = (await entries()).at(-1);
    if (entry === undefined) throw new Error('the conversation is empty');
    return entry;
  }

  return {
    entries,
    last,
    async typed(line: string): Promise<Entry> {
      await post('/api/type', { line });
      return last();
    },
    press: (entry: Entry, label: string) =>
      post('/api/press', { entry: entry.id, platform: 'slack', id: idOf(entry, label) }),
  };
}

export function labelsOf({ shown }: Entry): string[] {
  return buttonsOf(shown.slack).map(({ text }) => text?.text ?? '');
}

function idOf({ shown }: Entry, label: string): string {
  const found = buttonsOf(shown.slack).find((one) => one.text?.text === label);
  if (found?.value === undefined) throw new Error(`there is no button “${label}”`);
  return found.value;
}

type Button = { text?: { text?: string }; value?: string };

function buttonsOf(bodies: readonly object[]): Button[] {
  const blocks = bodies.flatMap((one) => (one as { blocks?: { elements?: Button[] }[] }).blocks ?? []);
  return blocks.flatMap(({ elements = [] }) => elements);
}
