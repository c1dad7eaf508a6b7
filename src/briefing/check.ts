/** Proves a briefing against its source: by the fingerprint, or exactly where the article is at hand. */
import type { Draft, Finding } from './draft.ts';
import { type Evidence, evidenceOf, type Witness } from './evidence.ts';
import type { Fault } from './fault.ts';
import { printFile, type Texts } from './files.ts';
import { type Fingerprint, fingerprintOf, sha256Of } from './fingerprint.ts';
import { createKept, type Kept } from './kept.ts';
import { faultsOf } from './lines.ts';
import { type Marked, unsettled } from './marks/marks.ts';
import { additions } from './proofs/additions.ts';
import { copies } from './proofs/copies.ts';
import { coverage } from './proofs/coverage.ts';
import { dates } from './proofs/dates.ts';
import { figures } from './proofs/figures.ts';
import { heads } from './proofs/heads.ts';
import type { Proof, WholeProof } from './proofs/proof.ts';
import { missingQuotations, quotations } from './proofs/quotations.ts';
import { relevance } from './proofs/relevance.ts';
import { speakers } from './proofs/speakers.ts';
import { wording } from './proofs/wording.ts';
import { proveItems } from './prove-items.ts';
import { sourcesOf } from './resolve.ts';
import { understood } from './understood.ts';

/** What was proven, where nothing is wrong. */
export type Proven = {
  readonly paragraphs: number;
  readonly quotations: number;
  /** Statements, events, deals, figures, positions, background, key points and notes. */
  readonly claims: number;
  /** 'exact' with the article, 'fingerprint' without. */
  readonly by: 'exact' | 'fingerprint';
  /** Ids of the items that nobody has put into words yet: none of them is released. */
  readonly unworded: readonly string[];
  /** What it does not prove, and nobody has looked at yet. */
  readonly marks: readonly Marked[];
};

export type Checked =
  | { readonly kind: 'proven'; readonly proven: Proven }
  | {
      readonly kind: 'faults';
      readonly faults: readonly Fault[];
      /** As far as they can be told beside the faults. */
      readonly marks: readonly Marked[];
    };

const ITEM_PROOFS: readonly Proof[] = [
  quotations,
  wording,
  speakers,
  dates,
  figures,
  heads,
  additions,
  relevance,
  copies,
];
const WHOLE_PROOFS: readonly WholeProof[] = [missingQuotations, coverage];

/**
 * Pure but for `kept`. All faults come in one run, in the order of files and lines. `articles` are whole texts of
 * sources, in any order; each is held against the source that has its SHA-256. With what was `kept` of the same
 * briefing only the items that an edit touches are proven again: those that it changed, and those that know the names
 * that it changed.
 */
export function check(texts: Texts, articles: readonly string[] = [], kept?: Kept): Checked {
  const { draft, evidence, findings, exact, marks } = held(texts, articles, true, kept);
  if (findings.length > 0 || !evidence)
    return { kind: 'faults', faults: faultsOf(findings, texts, kept?.located), marks };
  return { kind: 'proven', proven: provenOf(draft, evidence, exact, marks) };
}

/** Pure. The faults alone, as `check` tells them: what is only marked takes most of its time. */
export function faultsIn(texts: Texts): readonly Fault[] {
  return faultsOf(held(texts, [], false).findings, texts);
}

function held(texts: Texts, articles: readonly string[], marked: boolean, kept?: Kept) {
  const { draft, prints, misshapen, loose } = understood(texts, kept);
  const given = articlesOf(texts, prints.read, articles);
  const witnesses = sourcesOf(texts).flatMap((source): Witness[] => {
    const text = given.texts.get(source.id);
    const print = prints.read.get(source.id);
    if (text !== undefined) return [{ ...source, text, ...(print && { print }) }];
    return print ? [{ ...source, print }] : [];
  });
  const evidence = witnesses.length > 0 ? evidenceFor(witnesses, kept) : undefined;
  const proven =
    evidence && draft.lost.files.size === 0
      ? proveItems(draft, evidence, kept ?? createKept(), (own) => ({
          findings: ITEM_PROOFS.flatMap((proof) => proof(own, evidence, draft)),
          marks: marked ? unsettled(own, evidence, draft) : [],
        }))
      : undefined;
  const findings: Finding[] = [
    ...prints.findings,
    ...given.findings,
    ...misshapen,
    ...loose,
    ...(evidence && proven
      ? [...proven.findings, ...WHOLE_PROOFS.flatMap((proof) => proof(draft, evidence))]
      : []),
  ];
  const exact = given.texts.size === witnesses.length;
  return { draft, evidence, findings, exact, marks: proven?.marks ?? [] };
}

function evidenceFor(witnesses: readonly Witness[], kept: Kept | undefined): Evidence {
  const key = witnesses.flatMap((one) => [one.id, one.name, one.print, 'text' in one ? one.text : undefined]);
  const before = kept?.evidence;
  if (before?.key.length === key.length && key.every((part, at) => part === before.key[at]))
    return before.made;
  const made = evidenceOf(witnesses);
  if (kept) kept.evidence = { key, made };
  return made;
}

/** Pure. What in a draft does not stand in its sources. */
export function prove(draft: Draft, evidence: Evidence): Finding[] {
  return [
    ...ITEM_PROOFS.flatMap((proof) => proof(draft, evidence, draft)),
    ...WHOLE_PROOFS.flatMap((proof) => proof(draft, evidence)),
  ];
}

/** Which source each article is of: by its SHA-256, and a changed one of the only source that is left. */
function articlesOf(
  texts: Texts,
  prints: ReadonlyMap<string, Fingerprint>,
  articles: readonly string[],
): { readonly texts: ReadonlyMap<string, string>; readonly findings: readonly Finding[] } {
  const found = new Map(texts.articles);
  const findings: Finding[] = [];
  const strangers = articles.filter((article) => {
    const [id] = [...prints].find(([, print]) => print.sha256 === sha256Of(article)) ?? [];
    if (id !== undefined) found.set(id, article);
    return id === undefined;
  });
  const left = [...prints.keys()].filter((id) => !found.has(id));
  const [only] = left;
  if (strangers.length > 0 && left.length === 1 && only !== undefined) {
    findings.push({
      at: { file: printFile(only), path: [] },
      found: 'the SHA-256 is not that of the source file given',
      expected: `give the file that the briefing was written from, or its new version with npm run source -- update BRIEFING ${only} FILE`,
    });
    found.set(only, strangers[0]!);
  }
  for (const [id, article] of found) {
    const print = prints.get(id);
    if (!print || print.sha256 !== sha256Of(article)) continue;
    if (isPrintOf(print, article)) continue;
    findings.push({
      at: { file: printFile(id), path: [] },
      found: "the hashes are not those of the source's words",
      expected: `make it with npm run source -- update BRIEFING ${id} FILE`,
    });
  }
  return { texts: found, findings };
}

/** The fingerprints that were held against their own articles: it takes as long as making them. */
const printed = new WeakSet<Fingerprint>();

function isPrintOf(print: Fingerprint, article: string): boolean {
  if (printed.has(print)) return true;
  const same = JSON.stringify(fingerprintOf(article).paragraphs) === JSON.stringify(print.paragraphs);
  if (same) printed.add(print);
  return same;
}

function provenOf(draft: Draft, evidence: Evidence, exact: boolean, marks: readonly Marked[]): Proven {
  const { lists } = draft;
  const { statements, events, deals, figures: numbers, positions, background, keyPoints, notes } = lists;
  const claims = [statements, events, deals, numbers, positions, background, keyPoints, notes];
  return {
    paragraphs: evidence.refs.length,
    quotations: statements.filter(({ item }) => item.mode === 'direct').length,
    claims: claims.reduce((sum, list) => sum + list.length, 0),
    by: exact ? 'exact' : 'fingerprint',
    unworded: claims.flatMap((list) =>
      list.flatMap(({ item }) => ('text' in item && item.text === '' ? [item.id] : [])),
    ),
    marks,
  };
}
