/** A draft as the files of a new briefing. */

import { articleFile, printFile } from '../../briefing/files.ts';
import { fingerprintOf, writeFingerprint } from '../../briefing/fingerprint.ts';
import type { Article } from '../article.ts';
import type { Draft } from '../draft.ts';
import { DRAFTED, draftedOf } from './drafted.ts';
import { headOf, type SourceFacts, sourceEntry } from './head.ts';
import { listsOf } from './items.ts';
import { yamlOf } from './yaml.ts';

/** Pure. The files by their paths in the briefing's folder. */
export function filesOf(
  id: string,
  draft: Draft,
  article: Article,
  source: SourceFacts,
  today: string,
): Map<string, string | undefined> {
  const text = textOf(article);
  const files = new Map<string, string | undefined>();
  files.set(
    'briefing.yaml',
    yamlOf(
      headOf(id, draft, article, source, today),
      'The head of the briefing: what it is about, and how it is asked for.',
    ),
  );
  files.set('sources.yaml', yamlOf([sourceEntry(article, source)], 'What the briefing rests on.'));
  const lists = listsOf(draft, article, source.id, source.rights);
  for (const [file, list] of Object.entries(lists))
    files.set(file, list.length > 0 ? yamlOf(list, COMMENTS[file] ?? 'Drafted by rules.') : undefined);
  files.set(DRAFTED, draftedOf({}, source.id, lists));
  files.set(printFile(source.id), writeFingerprint(fingerprintOf(text)));
  files.set(articleFile(source.id), source.rights === 'restricted' ? undefined : text);
  return files;
}

/** The text that the fingerprint is of: a paragraph a line. */
export function textOf({ paragraphs }: Article): string {
  return `${paragraphs.join('\n')}\n`;
}

const COMMENTS: Readonly<Record<string, string>> = {
  'statements.yaml':
    'What somebody said. Direct: word for word. Reported: as the source tells it, until somebody words it.',
  'skipped.yaml': 'Paragraphs that nothing rests on, and why.',
};
