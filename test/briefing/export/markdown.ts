/** Markdown as a reader of it sees it: the text of every paragraph, list item and heading. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

export function mdast(markdown: string): string[] {
  return fromMarkdown(markdown).children.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => textOf(item)) : [textOf(node)],
  );
}
