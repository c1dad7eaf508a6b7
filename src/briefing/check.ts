/** Proves a briefing against its source: by the fingerprint, or exactly where the article is at hand. */
import { inconsistencies } from './consistency.ts';
import type { Draft, Finding } from './draft.ts';
import { type Evidence, evidenceOf, exactEvidenceOf } from './evidence.ts';
import type { Fault } from './fault.ts';
import type { Texts } from './files.ts';
import { type Fingerprint, fingerprintOf, readFingerprint, sha256Of } from './fingerprint.ts';
import { faultsOf } from './lines.ts';
import { OTHER_SOURCE, REMAKE, unreadablePrint } from './load.ts';
import { parseTexts } from './parse.ts';
import { additions } from './proofs/additions.ts';
import { copies } from './proofs/copies.ts';
import { coverage } from './proofs/coverage.ts';
import { dates } from './proofs/dates.ts';
import { figures } from './proofs/figures.ts';
import type { Proof } from './proofs/proof.ts';
import { quotations } from './proofs/quotations.ts';
import { relevance } from './proofs/relevance.ts';
import { speakers } from './proofs/speakers.ts';
import { wording } from './proofs/wording.ts';

/** What was proven, where nothing is wrong. */
export type Proven = {
  readonly paragraphs: number;
  readonly quotations: number;
  /** Statements, events, deals, figures, positions, background, key points and notes. */
  readonly claims: number;
  /** 'exact' with the article, 'fingerprint' without. */
  readonly by: 'exact' | 'fingerprint';
};

export type Checked =
  | { readonly kind: 'proven'; readonly proven: Proven }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

const PROOFS: readonly Proof[] = [
  quotations,
  wording,
  speakers,
  dates,
  figures,
  additions,
  relevance,
  coverage,
  copies,
];

/** Pure. All faults come in one run, in the order of files and lines. `source` is the article's whole text. */
export function check(texts: Texts, source?: string): Checked {
  const { draft, findings: misshapen } = parseTexts(texts);
  const { fingerprint, findings: prints } = printOf(texts, source);
  const evidence = source !== undefined ? exactEvidenceOf(source) : fingerprint && evidenceOf(fingerprint);
  const findings: Finding[] = [
    ...prints,
    ...misshapen,
    ...inconsistencies(draft, evidence?.paragraphCount),
    ...(evidence ? PROOFS.flatMap((proof) => proof(draft, evidence)) : []),
  ];
  if (findings.length > 0 || !evidence) return { kind: 'faults', faults: faultsOf(findings, texts) };
  return { kind: 'proven', proven: provenOf(draft, evidence) };
}

function printOf(
  texts: Texts,
  source: string | undefined,
): { readonly fingerprint?: Fingerprint; readonly findings: Finding[] } {
  const at = { file: 'fingerprint.json', path: [] };
  if (texts.fingerprint === undefined) return { findings: [{ at, found: 'no such file', expected: REMAKE }] };
  const read = readFingerprint(texts.fingerprint);
  if (read.kind === 'unreadable') return { findings: [unreadablePrint(read.why)] };
  const { fingerprint } = read;
  if (source === undefined) return { fingerprint, findings: [] };
  if (sha256Of(source) !== fingerprint.sha256) return { fingerprint, findings: [OTHER_SOURCE] };
  const same = JSON.stringify(fingerprintOf(source)) === JSON.stringify(fingerprint);
  return {
    fingerprint,
    findings: same ? [] : [{ at, found: "the hashes are not those of the source's words", expected: REMAKE }],
  };
}

function provenOf({ lists }: Draft, evidence: Evidence): Proven {
  const { statements, events, deals, figures: numbers, positions, background, keyPoints, notes } = lists;
  const claims = [statements, events, deals, numbers, positions, background, keyPoints, notes];
  return {
    paragraphs: evidence.paragraphCount,
    quotations: statements.filter(({ item }) => item.mode === 'direct').length,
    claims: claims.reduce((sum, list) => sum + list.length, 0),
    by: evidence.texts ? 'exact' : 'fingerprint',
  };
}
