/** What a Prometheus reads off the bot. */

import { listen } from '../../src/ops/http.ts';
import type { createMetrics } from '../../src/ops/metrics.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';

export const ALL = { version: '1.2.3', platforms: ['slack', 'discord', 'playground'] } as const;

/** The text that its route answers with. */
export async function scrape(metrics: ReturnType<typeof createMetrics>): Promise<string> {
  const opened = await listen({ host: '127.0.0.1', port: 0 }, [metrics.route], messagesFor('en'));
  if (opened.kind === 'refused') throw new Error(opened.why);
  const answer = await fetch(`${opened.server.url}/metrics`);
  const text = await answer.text();
  await opened.server.stop(0);
  return text;
}

export type Series = { readonly name: string; readonly labels: string; readonly value: number };

export function seriesIn(text: string): Series[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)/iu.exec(line) ?? [];
    return name === undefined ? [] : [{ name, labels, value: Number(value) }];
  });
}
