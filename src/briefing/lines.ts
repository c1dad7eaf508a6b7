/** Finds the lines of faults. Done only where there are some: positions cost several times what reading does. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { Finding, Spot } from './draft.ts';
import type { Fault } from './fault.ts';
import type { Texts } from './files.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Loaded where something is wrong, which is seldom. */
const yaml = (): typeof Yaml => (loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml);
let loaded: typeof Yaml | undefined;

/** Gives each finding its line, in the order of files and lines; the same sentence at the same line comes once. */
export function faultsOf(findings: readonly Finding[], texts: Texts, kept?: LocatedTexts): Fault[] {
  const lineOf = locator(texts, kept);
  const faults = findings.map(({ at, found, expected, other }) => ({
    file: `${texts.folder}/${at.file}`,
    line: lineOf(at),
    found: other ? `${found} (also at ${texts.folder}/${other.file}:${lineOf(other)})` : found,
    expected,
  }));
  const seen = new Set<string>();
  return faults
    .filter((fault) => {
      const key = JSON.stringify(fault);
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, two) => (one.file < two.file ? -1 : one.file > two.file ? 1 : one.line - two.line));
}

export type SyntaxFault = { readonly line: number; readonly found: string; readonly expected: string };

/** The mistakes of a file's syntax, each with its line, in a few words: what follows from one on its line is not told. */
export function syntaxFaults(text: string): SyntaxFault[] {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const written = text.split('\n');
  const told = new Map<number, SyntaxFault>();
  for (const { pos, message } of errors) {
    const { line } = lines.linePos(pos[0]);
    // What a tab breaks is seen on the line before it.
    const tab = [line, line + 1].find((at) => /^\s*\t/u.test(written[at - 1] ?? ''));
    const fault = tab === undefined ? { line, ...mistake(message) } : { line: tab, ...TAB };
    if (!told.has(fault.line)) told.set(fault.line, fault);
  }
  return [...told.values()];
}

const TAB = { found: 'broken YAML: a tab before the first word', expected: 'indent with spaces' };

/** The parser's own words are about its inner life. */
function mistake(message: string): Omit<SyntaxFault, 'line'> {
  if (COLON.test(message))
    return {
      found: 'broken YAML: a colon inside a text without quotation marks',
      expected: 'put the text between quotation marks, or write it after >- on lines of its own',
    };
  return { found: `broken YAML: ${message.replace(/\.$/, '')}`, expected: MEND_SYNTAX };
}

const COLON = /Nested mappings are not allowed|Implicit map key/u;

export const MEND_SYNTAX =
  'mend the syntax; a text with a colon, a # or a comma inside brackets needs quotation marks';

/** A path of one number is a line as it stands: a broken file has no other places. */
export const LINE = '#line';

/** Where things stand in the texts of files and of items. */
export type LocatedTexts = Map<string, Located>;

/** Several versions of the longest briefing's faults; with more, all are forgotten. */
const MOST_LOCATED = 10_000;

function locator(texts: Texts, kept: LocatedTexts = new Map()): (spot: Spot) => number {
  if (kept.size > MOST_LOCATED) kept.clear();
  const pieces = new Map<string, readonly Piece[]>();
  const located = (text: string): Located => {
    const known = kept.get(text) ?? locate(text);
    kept.set(text, known);
    return known;
  };
  return ({ file, path }) => {
    const [index, ...rest] = path;
    if (index === LINE) return Number(rest[0]);
    const text = texts.yaml.get(file);
    if (text === undefined) return 1;
    const own = pieces.get(file) ?? piecesOf(text) ?? [];
    pieces.set(file, own);
    const piece = typeof index === 'number' ? own[index] : own[0];
    if (piece === undefined) return lineIn(located(text), path);
    // Of a list only the items with a fault are parsed: positions cost several times what reading does.
    return piece.line - 1 + lineIn(located(piece.text), index === undefined ? [] : [0, ...rest]);
  };
}

type Located = { readonly document: Document; readonly lines: LineCounter };

function locate(text: string): Located {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, keepSourceTokens: false }), lines };
}

function lineIn({ document, lines }: Located, path: Spot['path']): number {
  const offset = offsetOf(document, path);
  return offset === undefined ? 1 : lines.linePos(offset).line;
}

/** Where the path's last step begins; where a step is not there, the nearest one around it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const { isMap, isScalar, isSeq } = yaml();
  let node = document.contents as Node | null;
  let offset = node?.range?.[0];
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      next = pair?.value;
    } else {
      next = isSeq(node) ? node.items[Number(step)] : undefined;
      offset = (next as Node | undefined)?.range?.[0] ?? offset;
    }
    if (!next) break;
    node = next as Node;
  }
  return offset;
}
