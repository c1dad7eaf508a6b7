/** Understands a briefing's files one by one, and says what in them is not as the schema has it. */
import { YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { type Content, FILE_OF } from './content.ts';
import { type Draft, type Finding, type Lists, type Placed, type Spot, within } from './draft.ts';
import type { Texts } from './files.ts';
import type { Kept } from './kept.ts';
import { LINE, MEND_SYNTAX, syntaxFaults } from './lines.ts';
import { loadYaml, type ReadPieces } from './pieces.ts';
import { keyOf } from './refs.ts';
import { inMemory, type KnownSource, sourceless, sourcesOf, type Understood } from './resolve.ts';
import { FILES, type Head, NEEDED_FILES } from './schema.ts';
import { findingOf } from './wrong-shape.ts';

/**
 * Pure but for `kept`. A piece that cannot be understood becomes findings; everything else is in the draft all the same.
 */
export function parseTexts(
  texts: Texts,
  kept?: Kept,
): { readonly draft: Draft; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [...strangers(texts)];
  const lost = { files: new Set<string>(), ids: new Set<string>(), refs: new Set<string>() };
  const lists: Record<string, Placed<unknown>[]> = {};
  const sources = sourcesOf(texts);
  let head: Placed<Head> | undefined;

  for (const [key, file] of Object.entries(FILE_OF) as [keyof Content, keyof typeof FILES][]) {
    if (key !== 'head') lists[key] = [];
    const read = readYaml(file, texts.yaml.get(file), kept?.pieces);
    if (read.kind === 'broken') {
      // Where the head is missing, the folder is empty or no briefing at all: that is told once.
      if (!(lost.files.has('briefing.yaml') && texts.yaml.get(file) === undefined))
        findings.push(...read.findings);
      lost.files.add(file);
      continue;
    }
    if (key === 'head') {
      const at: Spot = { file, path: [] };
      const result = FILES['briefing.yaml'].safeParse(read.value, FAST);
      if (result.success) {
        const summary = inMemory(result.data.summary, sources);
        head = { item: { ...result.data, summary: summary.item as Head['summary'] }, at };
        findings.push(...sourceless(summary, within(at, 'summary')));
      } else
        findings.push(...result.error.issues.map((issue) => findingOf(issue, FILES[file], at, read.value)));
      continue;
    }
    if (!Array.isArray(read.value)) {
      findings.push({
        at: { file, path: [] },
        found: 'no list',
        expected: "begin each item with '- ', or write [] where there is none",
      });
      lost.files.add(file);
      continue;
    }
    const { element } = FILES[file] as z.ZodArray<z.ZodType>;
    for (const [index, value] of read.value.entries()) {
      const at: Spot = { file, path: [index] };
      const result = understand(value, element, sources, kept);
      if (result.success) {
        const { understood } = result;
        lists[key]?.push({ item: understood.item, at });
        findings.push(...sourceless(understood, at));
      } else {
        findings.push(...result.error.issues.map((issue) => findingOf(issue, element, at, value)));
        remember(value, sources, lost);
      }
    }
  }
  return {
    draft: {
      ...(head ? { head } : {}),
      lists: lists as unknown as { [Key in keyof Lists]: Placed<Lists[Key][number]>[] },
      lost,
    },
    findings,
  };
}

type Item =
  | { readonly success: true; readonly understood: Understood }
  | { readonly success: false; readonly error: z.ZodError };

function understand(
  value: unknown,
  element: z.ZodType,
  sources: readonly KnownSource[],
  kept: Kept | undefined,
): Item {
  const make = (): Item => {
    const result = element.safeParse(value, FAST);
    if (!result.success) return result;
    return { success: true, understood: inMemory(result.data as object, sources) };
  };
  if (kept === undefined || typeof value !== 'object' || value === null) return make();
  const key = JSON.stringify(sources);
  const known = kept.parsed.get(value);
  if (known?.sources === key && known.element === element) return known.result as Item;
  const result = make();
  kept.parsed.set(value, { element, sources: key, result });
  return result;
}

/** Compiling a schema to code pays only over many files: a briefing is read once. */
const FAST = { jitless: true };

type Read =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly findings: readonly Finding[] };

export function readYaml(file: string, text: string | undefined, pieces?: ReadPieces): Read {
  if (text === undefined && !NEEDED_FILES.has(file)) return { kind: 'read', value: [] };
  if (text === undefined) {
    const expected =
      file === 'briefing.yaml'
        ? 'write it: it names the briefing; npm run new -- ID makes a folder to begin with'
        : 'write it: it names what the briefing rests on';
    return { kind: 'broken', findings: [{ at: { file, path: [] }, found: 'no such file', expected }] };
  }
  try {
    const value = loadYaml(text, pieces);
    if (count(value, MOST_VALUES) <= MOST_VALUES) return { kind: 'read', value };
    return {
      kind: 'broken',
      findings: [
        {
          at: { file, path: [] },
          found: `more than ${MOST_VALUES} values: aliases (*name) repeat others again and again`,
          expected: 'write each item once, without aliases',
        },
      ],
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mistakes = syntaxFaults(text);
    if (mistakes.length === 0 && isBlank(text)) return { kind: 'read', value: null };
    const line = (error.mark?.line ?? 0) + 1;
    const seen =
      mistakes.length > 0
        ? mistakes
        : [{ line, found: `broken YAML: ${error.reason}`, expected: MEND_SYNTAX }];
    return {
      kind: 'broken',
      findings: seen.map(({ line: at, ...fault }) => ({ at: { file, path: [LINE, at] }, ...fault })),
    };
  }
}

/** Far more than the longest briefing has; nine aliases of nine of nine … are billions in a few lines. */
const MOST_VALUES = 200_000;

/** How many values there are, each as often as it stands there; no longer counted than to one over `most`. */
function count(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 1;
  for (const inside of Object.values(value)) {
    sum += count(inside, most - sum);
    if (sum > most) break;
  }
  return sum;
}

/** Nothing but blank lines and comments. */
function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line));
}

function strangers(texts: Texts): Finding[] {
  return [...texts.yaml.keys()]
    .filter((name) => !(name in FILES))
    .map((name) => {
      const meant = nearest(name, Object.keys(FILES));
      return {
        at: { file: name, path: [] },
        found: `a file that no briefing has`,
        expected: meant ? `rename it ${meant}, or remove it` : `one of ${Object.keys(FILES).join(', ')}`,
      };
    });
}

/** What a broken piece may have held, so that nothing is called missing because of it. */
function remember(
  value: unknown,
  sources: readonly KnownSource[],
  lost: { ids: Set<string>; refs: Set<string> },
): void {
  if (typeof value !== 'object' || value === null) return;
  if ('id' in value && typeof value.id === 'string') lost.ids.add(value.id);
  const given = (value as { paragraphs?: unknown }).paragraphs;
  const bySource = Array.isArray(given)
    ? sources.map(({ id }) => [id, given] as const)
    : Object.entries((given ?? {}) as Record<string, unknown>);
  for (const [source, numbers] of bySource) {
    for (const paragraph of Array.isArray(numbers) ? numbers : []) {
      if (typeof paragraph === 'number') lost.refs.add(keyOf({ source, paragraph }));
    }
  }
}
