/** Reads an article from a file's text: plain text, Markdown or a saved HTML page. */
import type { Article } from '../article.ts';
import { headOf, type Told } from '../layout/head.ts';
import { layOut, type Part } from '../layout/layout.ts';
import { paragraphsIn } from './text.ts';

export type Format = 'text' | 'markdown' | 'html';

/** What a reader of one format gives: paragraphs, what the file itself tells of some, and of the head. */
export type Raw = {
  readonly paragraphs: readonly string[];
  readonly parts?: ReadonlyMap<number, Part>;
  readonly told?: Told;
};

/** The size up to which an article is read, in characters: a page of a large site has a few hundred thousand. */
export const LARGEST = 5_000_000;
/** Twice what the rules read: what has more lines is a table or a list, and no article. */
export const MOST_PARAGRAPHS = 10_000;

/** `given` is what whoever drafts it says of the head; it comes before what the file tells. */
export function articleOf(raw: Raw, given: Told): Article {
  const paragraphs = raw.paragraphs;
  const { parts, same } = layOut(paragraphs, raw.parts);
  return { paragraphs, parts, same, head: headOf(paragraphs, parts, { ...raw.told, ...given }) };
}

/** Pure. By the ending of the file's name, else by how the text begins. */
export function formatOf(name: string, text: string): Format {
  if (/\.(?:html?|xhtml|mht)$/i.test(name)) return 'html';
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  return /^\s*(?:<!doctype html|<html[\s>]|<\?xml)/i.test(text) ? 'html' : 'text';
}

export function readText(text: string): Raw {
  return { paragraphs: paragraphsIn(text) };
}
