/** Reads whatever was saved: the one place that knows every format. */
import type { Raw } from './read.ts';
import { formatOf, readText } from './read.ts';

/** The readers of HTML and Markdown are loaded when such a file is read. */
export async function readAny(name: string, text: string): Promise<Raw> {
  const format = formatOf(name, text);
  if (format === 'html') return (await import('./html.ts')).readHtml(text);
  if (format === 'markdown') return (await import('./markdown.ts')).readMarkdown(text);
  return readText(text);
}
