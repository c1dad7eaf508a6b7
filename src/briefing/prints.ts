/** The fingerprints of a briefing's sources. */
import type { Finding } from './draft.ts';
import { articleFile, printFile, type Texts } from './files.ts';
import { type Fingerprint, readFingerprint, sha256Of } from './fingerprint.ts';
import { sourcesOf } from './resolve.ts';

/** The fingerprints of all sources that sources.yaml names; what is missing or unreadable is a finding. */
export function printsOf(texts: Texts): {
  readonly read: ReadonlyMap<string, Fingerprint>;
  readonly findings: readonly Finding[];
} {
  const read = new Map<string, Fingerprint>();
  const findings: Finding[] = [];
  for (const { id } of sourcesOf(texts)) {
    const at = { file: printFile(id), path: [] };
    const expected = `make it with npm run source -- add BRIEFING ${id} FILE`;
    const text = texts.prints.get(id);
    if (text === undefined) {
      findings.push({ at, found: 'no such file', expected });
      continue;
    }
    const print = readFingerprint(text);
    if (print.kind === 'unreadable') findings.push({ at, found: print.why, expected });
    else read.set(id, print.fingerprint);
    const article = texts.articles.get(id);
    if (article !== undefined && print.kind === 'read' && sha256Of(article) !== print.fingerprint.sha256) {
      findings.push({
        at: { file: articleFile(id), path: [] },
        found: 'it is not the text of the fingerprint beside it',
        expected: `give its new version with npm run source -- update BRIEFING ${id} FILE`,
      });
    }
  }
  return { read, findings };
}
