/** A draft as the files of a new briefing. */

import { articleFile, printFile } from '../../briefing/files.ts';
import { fingerprintOf, writeFingerprint } from '../../briefing/fingerprint.ts';
import type { Article } from '../article.ts';
import type { Draft } from '../draft.ts';
import { DRAFTED, draftedOf } from './drafted.ts';
import { headOf, type SourceFacts, sourceEntry } from './head.ts';
import { type Lists, listsOf } from './items.ts';
import { proven } from './proven.ts';
import { yamlOf } from './yaml.ts';

/** Pure. The files by their paths in the briefing's folder. */
export function filesOf(
  id: string,
  draft: Draft,
  article: Article,
  source: SourceFacts,
  today: string,
): Map<string, string | undefined> {
  const drafted = listsOf(draft, article, source.id, source.rights);
  const text = textOf(article);
  const print = writeFingerprint(fingerprintOf(text));
  const whole = (lists: Lists) => yamlFiles(id, lists, draft, article, source, today);
  const lists = proven(drafted, text, article.paragraphs.length, (own) => ({
    folder: id,
    yaml: new Map(
      [...whole(own)].flatMap(([file, yaml]) => (yaml === undefined ? [] : [[file, yaml] as const])),
    ),
    prints: new Map([[source.id, print]]),
    articles: new Map([[source.id, text]]),
  }));
  const files = whole(lists);
  files.set(DRAFTED, draftedOf({}, source.id, drafted));
  files.set(printFile(source.id), print);
  files.set(articleFile(source.id), source.rights === 'restricted' ? undefined : text);
  return files;
}

function yamlFiles(
  id: string,
  lists: Lists,
  draft: Draft,
  article: Article,
  source: SourceFacts,
  today: string,
): Map<string, string | undefined> {
  const head = headOf(id, draft, article, source, today);
  const files = new Map<string, string | undefined>();
  files.set(
    'briefing.yaml',
    yamlOf(head, 'The head of the briefing: what it is about, and how it is asked for.'),
  );
  files.set('sources.yaml', yamlOf([sourceEntry(article, source)], 'What the briefing rests on.'));
  for (const [file, list] of Object.entries(lists))
    files.set(file, list.length > 0 ? yamlOf(list, COMMENTS[file] ?? 'Drafted by rules.') : undefined);
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
