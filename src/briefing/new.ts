/** An empty briefing that passes the check, to begin with. */

import { FILE_OF } from './content.ts';
import { articleFile, printFile } from './files.ts';
import { fingerprintOf, writeFingerprint } from './fingerprint.ts';

const SOURCE = 'source';
const PLACEHOLDER = 'This briefing is new: the text of its source comes here.\n';

/** Pure. The files by their paths in the folder. Without an article, a placeholder of our own stands for it. */
export function newBriefing(id: string, today: string, article?: string): Map<string, string> {
  const print = fingerprintOf(article ?? PLACEHOLDER);
  const all = print.paragraphs.map((_, index) => index + 1).join(', ');
  const files = new Map<string, string>(Object.values(FILE_OF).map((file) => [file, '[]\n']));
  files.set(
    'briefing.yaml',
    `# The head of the briefing: what it is about, and how it is asked for. Every field: docs/briefing.md.
id: ${id}
title: A new briefing
command: ${id}
about: A new briefing, which says nothing yet
summary:
  text: This briefing is new and says nothing yet.
  paragraphs: [1]
dates: { from: ${today} }
examples: []
`,
  );
  files.set(
    'sources.yaml',
    `# What the briefing rests on.
- id: ${SOURCE}
  rights: ${article === undefined ? 'own' : 'restricted'}
`,
  );
  files.set(
    'skipped.yaml',
    `# Paragraphs on which nothing rests yet.\n- { paragraphs: [${all}], why: Nobody has read it yet. }\n`,
  );
  files.set(printFile(SOURCE), writeFingerprint(print));
  if (article === undefined) files.set(articleFile(SOURCE), PLACEHOLDER);
  return files;
}
