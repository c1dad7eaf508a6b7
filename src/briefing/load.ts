/** Loads briefings: the model's entrance. */
import type { Briefing } from './briefing.ts';
import { contentOf, type Finding } from './draft.ts';
import type { Fault } from './fault.ts';
import { briefingFolders, readTexts, type Texts } from './files.ts';
import { sha256Of } from './fingerprint.ts';
import { indexed } from './indexed.ts';
import type { Kept } from './kept.ts';
import { faultsOf } from './lines.ts';
import { sourceOf } from './source.ts';
import { understood } from './understood.ts';
import { paragraphsOf } from './words.ts';

export type Loaded =
  | { readonly kind: 'loaded'; readonly briefing: Briefing }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** A folder that is no briefing as it stands, and what has to be mended. */
export type Broken = { readonly folder: string; readonly faults: readonly Fault[] };

export type LoadedAll = { readonly briefings: readonly Briefing[]; readonly broken: readonly Broken[] };

/**
 * Reads, understands and indexes the briefing of a folder. Whether it is true to its sources is for `check.ts`.
 * `sourceTexts` are whole texts of sources, in any order: each goes to the source that has its SHA-256, others are
 * passed over.
 * @throws where the folder cannot be read.
 */
export function loadBriefing(
  folder: string,
  options: { readonly sourceTexts?: readonly string[] } = {},
): Loaded {
  return loadTexts(readTexts(folder), options.sourceTexts ?? []);
}

/** Pure but for `kept`. The same, of texts that may lie nowhere yet. */
export function loadTexts(texts: Texts, sourceTexts: readonly string[], kept?: Kept): Loaded {
  const { draft, prints, misshapen, loose } = understood(texts, kept);
  const findings: Finding[] = [...misshapen, ...prints.findings, ...loose];
  const content = contentOf(draft);
  if (!content || findings.length > 0)
    return { kind: 'faults', faults: faultsOf(findings, texts, kept?.located) };

  const sources = content.sources.map((head) => {
    const print = prints.read.get(head.id)!;
    const text = texts.articles.get(head.id) ?? sourceTexts.find((it) => sha256Of(it) === print.sha256);
    return sourceOf(head, print, text === undefined ? undefined : paragraphsOf(text));
  });
  return { kind: 'loaded', briefing: indexed(content, sources) };
}

/** Pure but for `kept`. Why texts are no briefing that could be loaded; empty where they are one. */
export function unloadable(texts: Texts, kept?: Kept): readonly Fault[] {
  const { prints, misshapen, loose } = understood(texts, kept);
  return faultsOf([...misshapen, ...prints.findings, ...loose], texts, kept?.located);
}

/** Reads one folder; one that keeps what it read gives the same briefing back as long as no file has changed. */
export type Read = (folder: string, sourceTexts: readonly string[]) => Loaded;

/**
 * Understands a folder again only where a file in it has changed. One that is broken now is what it was when it was
 * whole; `broken` is told of it.
 */
export function keptReading(broken: (folder: string, faults: readonly Fault[]) => void): Read {
  const kept = new Map<string, { readonly key: string; readonly loaded: Loaded; readonly whole?: Loaded }>();
  return (folder, sourceTexts) => {
    const texts = readTexts(folder);
    const { yaml, prints, articles, released } = texts;
    const all = [...yaml, ...prints, ...articles, ['', released], ...sourceTexts.map((text) => ['', text])];
    const key = sha256Of(JSON.stringify(all));
    const before = kept.get(folder);
    const loaded = before?.key === key ? before.loaded : loadTexts(texts, sourceTexts);
    const whole = loaded.kind === 'loaded' ? loaded : before?.whole;
    kept.set(folder, { key, loaded, ...(whole && { whole }) });
    if (loaded.kind === 'loaded' || whole === undefined) return loaded;
    broken(folder, loaded.faults);
    return whole;
  };
}

/**
 * Loads every briefing below the folders of `roots`, in the order of their names. `sourceTexts` are whole texts of
 * sources; each goes to the source that was fingerprinted from it. A broken briefing is left out, with its faults.
 */
export function loadBriefings(
  roots: readonly string[],
  { sourceTexts = [], read }: { readonly sourceTexts?: readonly string[]; readonly read?: Read } = {},
): LoadedAll {
  const briefings: Briefing[] = [];
  const broken: Broken[] = [];
  for (const folder of roots.flatMap(briefingFolders)) {
    const result = read === undefined ? loadBriefing(folder, { sourceTexts }) : read(folder, sourceTexts);
    const faults = result.kind === 'faults' ? result.faults : sameNames(folder, result.briefing, briefings);
    if (result.kind === 'loaded' && faults.length === 0) briefings.push(result.briefing);
    else broken.push({ folder, faults });
  }
  return { briefings, broken };
}

/** Two briefings must not share an id or a command: people could reach only one of them. */
function sameNames(folder: string, briefing: Briefing, others: readonly Briefing[]): Fault[] {
  return (['id', 'command'] as const)
    .filter((key) => others.some((other) => other[key] === briefing[key]))
    .map((key) => ({
      file: `${folder}/briefing.yaml`,
      line: 1,
      found: `another briefing has the ${key} '${briefing[key]}'`,
      expected: `give one of them another ${key}`,
    }));
}
