/** Loads briefings: the model's entrance. */
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Briefing } from './briefing.ts';
import { type Content, FILE_OF } from './content.ts';
import type { Fault } from './fault.ts';
import { briefingFolders, readTexts } from './files.ts';
import { indexed } from './indexed.ts';
import { FILES } from './schema.ts';

export type Loaded =
  | { readonly kind: 'loaded'; readonly briefing: Briefing }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

export type LoadedAll =
  | { readonly kind: 'loaded'; readonly briefings: readonly Briefing[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads, understands and indexes the briefing of a folder.
 * `sourceText` is the whole text of the source's file, where it is at hand.
 * @throws where the folder cannot be read.
 */
export function loadBriefing(folder: string, options: { readonly sourceText?: string } = {}): Loaded {
  const texts = readTexts(folder);
  const content: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [key, name] of Object.entries(FILE_OF)) {
    const file = `${folder}/${name}`;
    const result = (FILES[name] as z.ZodType).safeParse(parse(texts.yaml.get(name) ?? ''));
    if (result.success) content[key] = result.data;
    else {
      for (const issue of result.error.issues) {
        faults.push({ file, line: 1, found: issue.path.join('.'), expected: issue.message });
      }
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  const understood = content as Content;
  const paragraphs = options.sourceText?.split('\n').filter((line) => line.trim() !== '');
  const count = paragraphs?.length ?? lastParagraph(understood);
  const text = paragraphs && ['', ...paragraphs];
  return { kind: 'loaded', briefing: indexed(understood, count, text) };
}

/** Loads every briefing below `root`, in the order of their folders' names. */
export function loadBriefings(root: string): LoadedAll {
  const results = briefingFolders(root).map((folder) => loadBriefing(folder));
  const faults = results.flatMap((result) => (result.kind === 'faults' ? result.faults : []));
  if (faults.length > 0) return { kind: 'faults', faults };
  return {
    kind: 'loaded',
    briefings: results.flatMap((result) => (result.kind === 'loaded' ? [result.briefing] : [])),
  };
}

function lastParagraph({ head, issues: _, topics: __, ...lists }: Content): number {
  const all = Object.values(lists).flatMap((list) => list.flatMap((item) => item.paragraphs));
  return Math.max(...all, ...head.source.paragraphs);
}
