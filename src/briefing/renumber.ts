/** Gives every reference to a source's paragraphs its new number, in the files as they are: comments and order stay. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Alignment } from './align.ts';

export type Renumbering = {
  readonly source: string;
  /** Whether it is the briefing's only source: then references without a source mean it. */
  readonly only: boolean;
  readonly alignment: Alignment;
  /** How long a paragraph of the new version is, in characters. */
  lengthOf(paragraph: number): number;
};

type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** Pure. The text of one YAML file with its references renumbered; those to paragraphs that are gone are taken out. */
export function renumbered(file: string, text: string, how: Renumbering): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  const edits = file === 'briefing.yaml' ? inHead(document, how, text) : inList(file, document, how, text);
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);
}

function inHead(document: Document, how: Renumbering, text: string): Edit[] {
  const summary = isMap(document.contents) ? document.contents.get('summary', true) : undefined;
  return isMap(summary) ? inItem(summary, how, text) : [];
}

function inList(file: string, { contents }: Document, how: Renumbering, text: string): Edit[] {
  if (!isSeq(contents)) return [];
  return contents.items.flatMap((item) => {
    if (!isMap(item)) return [];
    if (file === 'sources.yaml')
      return item.get('id') === how.source ? inNumbers(item.get('paragraphs', true), how) : [];
    const edits = inItem(item, how, text);
    // A reason to skip what is gone is no reason any more.
    return file === 'skipped.yaml' && isEmptied(item, how) ? [wholeLines(item, text)] : edits;
  });
}

function inItem(item: YAMLMap, how: Renumbering, text: string): Edit[] {
  const own = item.get('source');
  const paragraphs = item.get('paragraphs', true);
  const isOwn = own === undefined ? how.only : own === how.source;
  const cited = isMap(paragraphs)
    ? inNumbers(paragraphs.get(how.source, true), how)
    : isOwn
      ? inNumbers(paragraphs, how)
      : [];
  return [
    ...cited,
    ...inSpan(item.get('from', true), isOwn, how),
    ...(isOwn ? inProse(item, how, text) : []),
  ];
}

function inNumbers(list: unknown, { alignment }: Renumbering): Edit[] {
  if (!isSeq(list) || !list.range) return [];
  const before = list.items.map((it) => Number((it as Scalar).value));
  const after = [...new Set(before.flatMap((paragraph) => alignment.to.get(paragraph)?.paragraph ?? []))];
  if (after.join() === before.join()) return [];
  return [{ from: list.range[0], to: list.range[1], text: `[${after.join(', ')}]${list.flow ? '' : '\n'}` }];
}

/** A reworded paragraph's span is the whole of it: where in it the words went is for the editor to say. */
function inSpan(span: unknown, isOwn: boolean, how: Renumbering): Edit[] {
  if (!isMap(span)) return [];
  const source = span.get('source');
  if (source === undefined ? !isOwn : source !== how.source) return [];
  const now = how.alignment.to.get(Number(span.get('paragraph')));
  if (now === undefined) return [];
  const put = (key: string, value: number) => replaced(span.get(key, true), value);
  return now.same
    ? put('paragraph', now.paragraph)
    : [...put('paragraph', now.paragraph), ...put('start', 0), ...put('end', how.lengthOf(now.paragraph))];
}

function replaced(scalar: unknown, value: number): Edit[] {
  if (!isScalar(scalar) || !scalar.range || scalar.value === value) return [];
  return [{ from: scalar.range[0], to: scalar.range[1], text: String(value) }];
}

/** Reasons and notes name paragraphs too: 'a caption dates the meeting (P1)'. */
function inProse(item: YAMLMap, how: Renumbering, text: string): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: unknown) => {
    if (isMap(node)) for (const { value } of node.items) visit(value);
    else if (isSeq(node)) for (const inner of node.items) visit(inner);
    else if (isScalar(node)) edits.push(...inSentence(node, how, text));
  };
  visit(item);
  return edits;
}

function inSentence(node: Scalar, { alignment }: Renumbering, text: string): Edit[] {
  if (typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  return [...text.slice(start, end).matchAll(/\bP(\d{1,4})\b/gu)].flatMap((match): Edit[] => {
    const now = alignment.to.get(Number(match[1]))?.paragraph;
    const put = now === undefined ? 'a paragraph since taken out' : `P${now}`;
    const from = start + match.index;
    return put === match[0] ? [] : [{ from, to: from + match[0].length, text: put }];
  });
}

function isEmptied(item: YAMLMap, { source, only, alignment }: Renumbering): boolean {
  const list = item.get('paragraphs', true);
  const own = item.get('source');
  if (!isSeq(list) || !(own === undefined ? only : own === source)) return false;
  return list.items.every((it) => !alignment.to.has(Number((it as Scalar).value)));
}

function wholeLines(item: Node, text: string): Edit {
  const [start = 0, , end = text.length] = item.range ?? [];
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, end - 1));
  return { from, to: next < 0 ? text.length : next + 1, text: '' };
}
