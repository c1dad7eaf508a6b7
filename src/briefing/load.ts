/** Loads briefings: the model's entrance. */
import type { Briefing } from './briefing.ts';
import { inconsistencies } from './consistency.ts';
import type { Content } from './content.ts';
import { contentOf, type Finding } from './draft.ts';
import type { Fault } from './fault.ts';
import { briefingFolders, readTexts, type Texts } from './files.ts';
import { readFingerprint, sha256Of } from './fingerprint.ts';
import { indexed } from './indexed.ts';
import { faultsOf } from './lines.ts';
import { parseTexts } from './parse.ts';
import { OPTIONAL_FILES } from './schema.ts';
import { paragraphsOf } from './words.ts';

export type Loaded =
  | { readonly kind: 'loaded'; readonly briefing: Briefing }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

export type LoadedAll =
  | { readonly kind: 'loaded'; readonly briefings: readonly Briefing[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Reads, understands and indexes the briefing of a folder. Whether it is true to its source is for `check.ts`.
 * `sourceText` is the whole text of the source's file, where it is at hand; another file's text is a fault.
 * @throws where the folder cannot be read.
 */
export function loadBriefing(folder: string, options: { readonly sourceText?: string } = {}): Loaded {
  const all = readTexts(folder);
  const texts = { ...all, yaml: new Map([...all.yaml].filter(([file]) => !OPTIONAL_FILES.has(file))) };
  const { draft, findings: misshapen } = parseTexts(texts);
  const print = texts.fingerprint === undefined ? undefined : readFingerprint(texts.fingerprint);
  const fingerprint = print?.kind === 'read' ? print.fingerprint : undefined;
  const count = fingerprint?.paragraphs.length;

  const findings: Finding[] = [...misshapen, ...inconsistencies(draft, count)];
  if (print?.kind === 'unreadable') findings.push(unreadablePrint(print.why));
  const { sourceText } = options;
  if (sourceText !== undefined && fingerprint && sha256Of(sourceText) !== fingerprint.sha256)
    findings.push(OTHER_SOURCE);

  const content = contentOf(draft);
  if (!content || findings.length > 0) return { kind: 'faults', faults: faultsOf(findings, texts) };
  const paragraphs = sourceText === undefined ? undefined : paragraphsOf(sourceText);
  const paragraphCount = count ?? paragraphs?.length ?? lastParagraphOf(content);
  const briefing = indexed(content, paragraphCount, paragraphs && ['', ...paragraphs]);
  return { kind: 'loaded', briefing: withPhrasings(briefing, all) };
}

/**
 * The phrasings are most of a briefing and are needed for questions alone: they are read when they are first asked
 * for. `check` proves them; a briefing that was not checked throws there, with all that is wrong.
 */
function withPhrasings(briefing: Briefing, texts: Texts): Briefing {
  let read: Pick<Briefing, 'asks' | 'unsaid'> | undefined;
  const phrasings = () => {
    read ??= phrasingsOf(texts);
    return read;
  };
  return Object.defineProperties(briefing, {
    asks: { enumerable: true, get: () => phrasings().asks },
    unsaid: { enumerable: true, get: () => phrasings().unsaid },
  });
}

function phrasingsOf(texts: Texts): Pick<Briefing, 'asks' | 'unsaid'> {
  const own = { ...texts, yaml: new Map([...texts.yaml].filter(([file]) => OPTIONAL_FILES.has(file))) };
  const { draft, findings } = parseTexts(own);
  const theirs = findings.filter(({ at }) => OPTIONAL_FILES.has(at.file));
  if (theirs.length > 0) {
    const lines = faultsOf(theirs, texts).map(
      ({ file, line, found, expected }) => `${file}:${line}: ${found}; ${expected}`,
    );
    throw new Error(lines.join('\n'));
  }
  return {
    asks: draft.lists.asks.map(({ item }) => item),
    unsaid: draft.lists.unsaid.map(({ item }) => item),
  };
}

/**
 * Loads every briefing below `root`, in the order of their folders' names. `sourceTexts` are the texts of
 * sources that are at hand: each goes to the briefing whose fingerprint it has.
 * @throws where a folder cannot be read.
 */
export function loadBriefings(
  root: string,
  options: { readonly sourceTexts?: readonly string[] } = {},
): LoadedAll {
  const results = briefingFolders(root).map((folder) => {
    const sourceText = options.sourceTexts?.find((text) => isSourceOf(text, readTexts(folder)));
    return loadBriefing(folder, sourceText === undefined ? {} : { sourceText });
  });
  const faults = results.flatMap((result) => (result.kind === 'faults' ? result.faults : []));
  const briefings = results.flatMap((result) => (result.kind === 'loaded' ? [result.briefing] : []));
  if (faults.length > 0) return { kind: 'faults', faults };
  const clashes = sameNames(root, briefings);
  return clashes.length > 0 ? { kind: 'faults', faults: clashes } : { kind: 'loaded', briefings };
}

/** Whether a text is the very source that a briefing was written from. */
export function isSourceOf(text: string, { fingerprint }: Pick<Texts, 'fingerprint'>): boolean {
  const print = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  return print?.kind === 'read' && print.fingerprint.sha256 === sha256Of(text);
}

export function unreadablePrint(why: string): Finding {
  return { at: { file: 'fingerprint.json', path: [] }, found: why, expected: REMAKE };
}

export const OTHER_SOURCE: Finding = {
  at: { file: 'fingerprint.json', path: [] },
  found: 'the SHA-256 is not that of the source file given',
  expected:
    'give the file that the briefing was written from, or make the fingerprint again and prove the briefing anew',
};

export const REMAKE = 'make it with npm run fingerprint -- BRIEFING FILE';

/** Two briefings must not share an id or a command: people could reach only one of them. */
function sameNames(root: string, briefings: readonly Briefing[]): Fault[] {
  return (['id', 'command'] as const).flatMap((key) =>
    briefings
      .filter((briefing, index) => briefings.findIndex((other) => other[key] === briefing[key]) < index)
      .map((briefing) => ({
        file: root,
        line: 1,
        found: `two briefings have the ${key} '${briefing[key]}'`,
        expected: `give one of them another ${key} in its briefing.yaml`,
      })),
  );
}

function lastParagraphOf({
  head,
  issues: _,
  topics: __,
  asks: ___,
  unsaid: ____,
  ...lists
}: Content): number {
  const cited = Object.values(lists).flatMap((list) => list.flatMap((item) => item.paragraphs));
  return Math.max(...cited, ...head.source.paragraphs);
}
