/** The page's own connection: what the bot tells, and what the page asks of it. */
import type { BriefingCard, Completion } from '../../../ports/bot.ts';
import type { Entry } from '../conversation.ts';
import type { DigestView } from '../handlers.ts';

export type { BriefingCard, Completion, DigestView, Entry };

export type Told =
  | {
      readonly kind: 'hello';
      readonly briefings: readonly BriefingCard[];
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** The bot stopped or is starting again; it is tried anew until it is back. */
  | { readonly kind: 'lost' };

/** How a request of the page ended. */
export type Asked = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly why: string };

/** How long to wait before trying again by ourselves, longer each time: milliseconds. */
const WAITS = [250, 500, 1_000, 2_000];

/**
 * Listens until the returned function is called. A browser reconnects a stream that broke off, but gives up for good
 * on one that was refused, as while the bot is away: then it is tried again from here.
 */
export function listen(tell: (told: Told) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  const connect = () => {
    source = new EventSource('/api/events');
    source.addEventListener('hello', (event) => {
      tries = 0;
      tell({ kind: 'hello', ...JSON.parse(event.data) });
    });
    source.addEventListener('entry', (event) => tell({ kind: 'entry', entry: JSON.parse(event.data) }));
    source.addEventListener('error', () => {
      tell({ kind: 'lost' });
      source?.close();
      timer = setTimeout(connect, WAITS[Math.min(tries, WAITS.length - 1)]);
      tries += 1;
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

export const typeLine = (line: string) => post('/api/type', { line });
export const press = (entry: number, platform: 'slack' | 'discord', id: string) =>
  post('/api/press', { entry, platform, id });
export const setClock = (at: number) => post('/api/clock', { at });

/** Nothing where the bot is away: completion is never worth an error. */
export async function complete(typed: string, signal: AbortSignal): Promise<readonly Completion[]> {
  try {
    const response = await fetch(`/api/complete?${new URLSearchParams({ typed })}`, { signal });
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

export async function digest(): Promise<DigestView | undefined> {
  try {
    const response = await fetch('/api/digest');
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** A guide in Markdown; undefined where it cannot be had. */
export async function guide(name: string): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/guide/${encodeURIComponent(name)}`);
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

async function post(path: string, body: object): Promise<Asked> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? { kind: 'done' } : { kind: 'failed', why: (await response.text()).trim() };
  } catch {
    return { kind: 'failed', why: 'The bot does not answer. Is it still running?' };
  }
}
