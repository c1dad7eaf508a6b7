/** The articles that a verb is handed beside a briefing's name, and whose they are. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Texts } from '../briefing/files.ts';
import { sha256Of } from '../briefing/fingerprint.ts';
import { printsOf } from '../briefing/prints.ts';
import type { Messages } from '../show/messages/messages.ts';

export type Asked = { readonly id?: string; readonly articles: readonly string[] };

/** `[ID] [--source FILE]…`; a sentence where it is not that, `usage` where nothing more is to be said. */
export function readArguments(args: readonly string[], usage: string, say: Messages): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { source: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    });
    const missing = values.source.find((file) => !existsSync(file) || !statSync(file).isFile());
    if (missing !== undefined) return say.tools.noFile(JSON.stringify(missing));
    const [id, ...rest] = positionals;
    if (rest.length > 0) return usage;
    const articles = values.source.map((file) => readFileSync(file, 'utf8'));
    return { ...(id === undefined ? {} : { id }), articles };
  } catch {
    return usage;
  }
}

/** The SHA-256 of each source that a briefing rests on. */
export function sumsOf(texts: Texts): ReadonlySet<string> {
  return new Set([...printsOf(texts).read.values()].map(({ sha256 }) => sha256));
}

/** Those that a briefing was written from: others are strangers to its check. */
export function ownArticles(texts: Texts, articles: readonly string[]): string[] {
  const sums = sumsOf(texts);
  return articles.filter((article) => sums.has(sha256Of(article)));
}
