/** A draft into a briefing that is there: the same article once more, or another one of the same story. */
import { isMap, parseDocument } from 'yaml';
import { articleFile, printFile, type Texts } from '../../briefing/files.ts';
import { fingerprintOf, readFingerprint, sha256Of, writeFingerprint } from '../../briefing/fingerprint.ts';
import type { Article } from '../article.ts';
import type { Draft } from '../draft.ts';
import { textOf } from './briefing.ts';
import { DRAFTED, draftedOf, notDrafted, readDrafted } from './drafted.ts';
import { type SourceFacts, sourceEntry } from './head.ts';
import { listsOf } from './items.ts';
import { mergedInto } from './merge.ts';
import { yamlOf } from './yaml.ts';

export type Into =
  | {
      readonly kind: 'files';
      readonly files: ReadonlyMap<string, string>;
      readonly added: number;
      readonly joined: number;
      readonly differing: number;
    }
  /** The briefing has a source of that id with another text. */
  | { readonly kind: 'other-text' };

/** Pure. `record` is the text of the briefing's drafted.json, where there is one. */
export function filesInto(
  { yaml, prints }: Texts,
  record: string | undefined,
  draft: Draft,
  article: Article,
  source: SourceFacts,
): Into {
  const text = textOf(article);
  const print = prints.get(source.id);
  const isNew = print === undefined;
  if (print !== undefined && shaOf(print) !== sha256Of(text)) return { kind: 'other-text' };
  const before = readDrafted(record);
  const all = listsOf(draft, article, source.id, source.rights);
  const [first] = [...prints.keys()];
  const only = isNew && prints.size === 1 ? first : undefined;
  const { files: merged, ...counts } = mergedInto(yaml, notDrafted(all, before, source.id), source.id, only);
  const files = new Map(merged);
  files.set(DRAFTED, draftedOf(before, source.id, all));
  if (isNew) {
    files.set(
      'sources.yaml',
      `${(yaml.get('sources.yaml') ?? '').trimEnd()}\n${yamlOf([sourceEntry(article, source)], 'Drafted by rules.')}`,
    );
    files.set(printFile(source.id), writeFingerprint(fingerprintOf(text)));
    if (source.rights !== 'restricted') files.set(articleFile(source.id), text);
    if (only !== undefined) files.set('briefing.yaml', withSource(yaml.get('briefing.yaml') ?? '', only));
  }
  return { kind: 'files', files, ...counts };
}

function shaOf(print: string): string | undefined {
  const read = readFingerprint(print);
  return read.kind === 'read' ? read.fingerprint.sha256 : undefined;
}

/** The summary names its source as soon as there are several. */
function withSource(head: string, source: string): string {
  const document = parseDocument(head);
  const summary = document.get('summary');
  if (!isMap(summary) || summary.has('source') || isMap(summary.get('paragraphs'))) return head;
  summary.set('source', source);
  return document.toString({ lineWidth: 0 });
}
