/**
 * Edits a YAML file as a person would: only the lines of what changes are written anew. Comments, order and the way
 * in which everything else is written stay, letter by letter.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { loadYaml, piecesOf, type ReadPieces } from '../../briefing/pieces.ts';
import { asItem, type Fields, flow, linesOf, type Plain } from '../write/yaml.ts';

export type Values = Readonly<Record<string, unknown>>;

export type Change =
  /** `at`: which item of the list, or undefined where the file is one map. A field that is undefined is taken out. */
  | {
      readonly kind: 'set';
      readonly at: number | undefined;
      readonly fields: Values;
      readonly order: readonly string[];
    }
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'add'; readonly item: Values; readonly comment: string };

/** Pure but for `read`. What a file says; `undefined` where its syntax is broken. */
export function valueIn(text: string | undefined, read?: ReadPieces): unknown {
  try {
    return loadYaml(text ?? '[]', read) ?? [];
  } catch {
    return undefined;
  }
}

/**
 * Pure but for `read`. The file's text with the change; `undefined` where the file is written in a way that cannot be
 * edited so without touching what else stands in it.
 */
export function spliced(
  text: string | undefined,
  change: Change,
  read: ReadPieces = new Map(),
): string | undefined {
  const before = valueIn(text, read);
  if (before === undefined) return undefined;
  const wanted = applied(before, change);
  const put = inPiece(text ?? '', change, wanted) ?? write(text ?? '', change, wanted);
  return isDeepStrictEqual(valueIn(put, read), wanted) ? put : undefined;
}

/** The same, done in the item's own text alone: the others of a long list need not be parsed for it. */
function inPiece(text: string, change: Change, wanted: unknown): string | undefined {
  if (change.kind === 'add' || change.at === undefined) return undefined;
  const { at } = change;
  const pieces = piecesOf(text) ?? [];
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  const rest = text.slice(piece.start + piece.text.length);
  const own =
    change.kind === 'drop'
      ? dropped(piece.text, parseDocument(piece.text), 0, pieces.length === 1)
      : write(piece.text, { ...change, at: 0 }, [(wanted as readonly unknown[])[at]]);
  return text.slice(0, piece.start) + own + rest;
}

function applied(before: unknown, change: Change): unknown {
  const list = Array.isArray(before) ? before : [];
  switch (change.kind) {
    case 'drop':
      return list.toSpliced(change.at, 1);
    case 'add':
      return [...list, change.item];
    case 'set': {
      const { at, fields } = change;
      const set = (item: object) =>
        Object.fromEntries(Object.entries({ ...item, ...fields }).filter(([, value]) => value !== undefined));
      return at === undefined ? set(before as object) : list.with(at, set(list[at]));
    }
  }
}

function write(text: string, change: Change, wanted: unknown): string {
  if (change.kind === 'add') return added(text, (wanted as readonly unknown[]).length > 1, change);
  const document = parseDocument(text);
  const { contents } = document;
  if (change.kind === 'drop')
    return dropped(text, document, change.at, isSeq(contents) && contents.items.length === 1);
  const map = change.at === undefined ? contents : isSeq(contents) ? contents.items[change.at] : undefined;
  if (!isMap(map)) return text;
  if (map.flow) {
    const value = change.at === undefined ? wanted : (wanted as readonly unknown[])[change.at];
    return put(text, [{ from: map.range![0], to: map.range![1], put: flow(value as Fields) }]);
  }
  return set(text, map, change);
}

type Edit = { readonly from: number; readonly to: number; readonly put: string };

function put(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.from - one.from || other.to - one.to)
    .reduce((now, { from, to, put: by }) => now.slice(0, from) + by + now.slice(to), text);
}

function set(text: string, map: YAMLMap, { fields, order }: Extract<Change, { kind: 'set' }>): string {
  const column = columnOf(text, map.range![0]);
  const pairOf = (key: string) => map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  const edits: Edit[] = [];
  const inserted = new Map<Pair, string[]>();
  const staying = map.items.filter(({ key }) => isScalar(key) && !removes(fields, String(key.value)));
  for (const key of Object.keys(fields).toSorted((one, other) => order.indexOf(one) - order.indexOf(other))) {
    const pair = pairOf(key);
    const value = fields[key];
    if (value === undefined) {
      if (pair) edits.push(removal(text, map, pair));
      continue;
    }
    const lines = linesOf({ [key]: value as Plain });
    if (pair) {
      if (isDeepStrictEqual(plain(pair), value)) continue;
      edits.push({ from: startOf(pair), to: endOf(text, pair), put: indented(lines, column) });
      continue;
    }
    const before = staying.findLast((it) => rank(it, order) < order.indexOf(key)) ?? staying.at(-1);
    if (before) inserted.set(before, [...(inserted.get(before) ?? []), indented(lines, column)]);
  }
  for (const [pair, lines] of inserted) {
    const at = lineEnd(text, endOf(text, pair));
    edits.push({ from: at, to: at, put: lines.map((line) => `\n${' '.repeat(column)}${line}`).join('') });
  }
  return put(text, edits);
}

function removes(fields: Values, key: string): boolean {
  return Object.hasOwn(fields, key) && fields[key] === undefined;
}

function rank({ key }: Pair, order: readonly string[]): number {
  const at = isScalar(key) ? order.indexOf(String(key.value)) : -1;
  return at < 0 ? order.length : at;
}

function plain({ value }: Pair): unknown {
  return (value as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null;
}

/** A field's whole lines; of the first of an item, which stands beside the dash, all up to the next. */
function removal(text: string, map: YAMLMap, pair: Pair): Edit {
  const start = startOf(pair);
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() === '')
    return { from: line, to: blockEnd(text, endOf(text, pair), start - line), put: '' };
  const next = map.items[map.items.indexOf(pair) + 1];
  return { from: start, to: next ? startOf(next) : endOf(text, pair), put: '' };
}

function added(text: string, hasItems: boolean, { item, comment }: Extract<Change, { kind: 'add' }>): string {
  const lines = asItem(linesOf(item as Fields)).join('\n');
  if (hasItems) return `${text.trimEnd()}\n${lines}\n`;
  const head = text.replace(/^\[\s*\]\s*$/mu, '').trimEnd();
  return `${head === '' ? `# ${comment}` : head}\n${lines}\n`;
}

function dropped(text: string, { contents }: Document, at: number, isLast: boolean): string {
  if (!isSeq(contents) || contents.flow) return text;
  const item = contents.items[at];
  if (!isCollection(item)) return text;
  const from = lineStart(text, item.range![0]);
  const to = blockEnd(text, lastEnd(text, item), text.slice(from).indexOf('-'));
  return put(text, [{ from, to, put: isLast ? '[]\n' : '' }]);
}

function startOf({ key }: Pair): number {
  return isScalar(key) ? key.range![0] : 0;
}

/** Where a field's value ends, without the comment and the line end after it. */
function endOf(text: string, { key, value }: Pair): number {
  const colon = text.indexOf(':', isScalar(key) ? key.range![1] : 0) + 1;
  return Math.max(colon, value === null ? 0 : lastEnd(text, value));
}

/** A block ends where the last thing in it does: comments after it belong to what follows. */
function lastEnd(text: string, node: unknown): number {
  if (isPair(node)) return endOf(text, node);
  if (isCollection(node) && !node.flow && node.items.length > 0) return lastEnd(text, node.items.at(-1));
  const range = (node as { range?: readonly number[] } | undefined)?.range;
  return text.slice(0, range?.[1] ?? 0).trimEnd().length;
}

/** The end of what goes, with the comments that stand in it: deeper than `column`. */
function blockEnd(text: string, end: number, column: number): number {
  let at = lineEnd(text, end) + 1;
  for (;;) {
    const comment = /^( *)#.*(?:\n|$)/.exec(text.slice(at, lineEnd(text, at) + 1));
    if (comment === null || comment[1]!.length <= column) return at;
    at += comment[0].length;
  }
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function indented(lines: readonly string[], column: number): string {
  return lines.join(`\n${' '.repeat(column)}`);
}
