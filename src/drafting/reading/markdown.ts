/** Markdown into paragraphs: headings, images and the front matter keep what they are. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { parse as parseYaml } from 'yaml';
import type { Told } from '../layout/head.ts';
import type { Part } from '../layout/layout.ts';
import { dayOf } from './day.ts';
import type { Raw } from './read.ts';
import { paragraphsIn } from './text.ts';
import { isWildMarkdown } from './wild.ts';

/** Pure. */
export function readMarkdown(text: string): Raw {
  const [, front, body = text] = /^---\n(.{0,5000}?)\n---\n(.*)$/s.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (isWildMarkdown(body)) return { paragraphs: paragraphsIn(body) };
  const parts = new Map<number, Part>();
  const paragraphs: string[] = [];
  for (const node of fromMarkdown(body).children) {
    for (const { text: block, part } of blocksOf(node)) {
      for (const paragraph of paragraphsIn(block)) {
        if (part)
          parts.set(paragraphs.length, part === 'heading' && paragraphs.length === 0 ? 'headline' : part);
        paragraphs.push(paragraph);
      }
    }
  }
  return { paragraphs, parts, told: front === undefined ? {} : toldIn(front) };
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Block = { readonly text: string; readonly part?: Part };

function blocksOf(node: Node): Block[] {
  if (node.type === 'heading') return [{ text: oneLine(node), part: 'heading' }];
  if (
    node.type === 'html' ||
    node.type === 'code' ||
    node.type === 'thematicBreak' ||
    node.type === 'definition'
  )
    return [];
  if (node.type === 'list')
    return node.children.map((item) => ({ text: oneLine(item), part: 'bullet' as const }));
  if (node.type === 'blockquote') return node.children.flatMap((child) => blocksOf(child));
  if (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every(({ type }) => type === 'image')
  )
    return node.children.map((image) => ({ text: textOf(image), part: 'caption' as const }));
  return [{ text: oneLine(node) }];
}

/** A line break inside a paragraph of Markdown is a space. */
function oneLine(node: unknown): string {
  return textOf(node, { includeImageAlt: false }).replace(/\s*\n\s*/g, ' ');
}

function toldIn(front: string): Told {
  let values: unknown;
  try {
    values = parseYaml(front);
  } catch {
    return {};
  }
  if (typeof values !== 'object' || values === null) return {};
  const { title, author, date, url, publisher } = values as Record<string, unknown>;
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  const published = dayOf(date instanceof Date ? date.toISOString() : text(date));
  return {
    ...(text(title) ? { headline: text(title)! } : {}),
    ...(text(author) ? { author: text(author)! } : {}),
    ...(text(publisher) ? { publisher: text(publisher)! } : {}),
    ...(/^https?:\/\//.test(text(url) ?? '') ? { url: text(url)! } : {}),
    ...(published ? { published } : {}),
  };
}
