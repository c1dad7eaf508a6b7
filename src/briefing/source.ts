/** A source in memory: its head, and what is known of its paragraphs. */
import { hash } from 'node:crypto';
import type { Source } from './briefing.ts';
import type { Fingerprint } from './fingerprint.ts';
import { sourceName } from './refs.ts';
import type * as schema from './schema.ts';

/** Pure. `text` is the source's paragraphs, paragraph 1 first, where they are at hand and may be shown. */
export function sourceOf(head: schema.Source, print: Fingerprint, text?: readonly string[]): Source {
  let tags: readonly string[] | undefined;
  const all = () => {
    tags ??= print.paragraphs.map(tagOf);
    return tags;
  };
  return {
    ...head,
    shownAs: sourceName(head),
    paragraphCount: print.paragraphs.length,
    ...(text === undefined ? {} : { text }),
    tagOf: (paragraph) => all()[paragraph - 1] ?? '',
    paragraphOf: (tag) => {
      const at = all().indexOf(tag);
      if (at >= 0) return at + 1;
      return Object.hasOwn(print.earlier, tag) ? (print.earlier[tag] ?? 'gone') : undefined;
    },
  };
}

/** What a paragraph is known by, made of the hashes of its words: the same in every version in which it says the same. */
export function tagOf(hashes: readonly number[]): string {
  return hash('sha256', hashes.join(' '), 'hex').slice(0, 8);
}
