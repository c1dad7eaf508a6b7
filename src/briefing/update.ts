/** A source, or its new version: what becomes of a briefing's files. */
import { type Alignment, align, earlierOf } from './align.ts';
import { articleFile, printFile, type Texts } from './files.ts';
import { fingerprintOf, readFingerprint, writeFingerprint } from './fingerprint.ts';
import { parseTexts } from './parse.ts';
import { sameRef } from './refs.ts';
import { renumbered } from './renumber.ts';
import { sourcesOf } from './resolve.ts';
import { paragraphsOf } from './words.ts';

export type Updated =
  | {
      readonly kind: 'updated';
      /** The files to write, by their paths in the folder. */
      readonly files: ReadonlyMap<string, string | undefined>;
      readonly paragraphs: number;
      /** What became of the old paragraphs; none of a source that is new. */
      readonly alignment: Alignment;
      /** Ids of items that rested on a paragraph that says something else now, or is gone. */
      readonly touched: readonly {
        readonly id: string;
        readonly paragraph: number;
        readonly gone: boolean;
      }[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/** Fewer old paragraphs found again, and the text is taken for another article. */
const LEAST_FOUND = 0.3;

/** Pure. A source that the briefing did not have; a head of its own is written for it where there is none. */
export function addSource(texts: Texts, id: string, article: string): Updated {
  const fingerprint = fingerprintOf(article);
  if (fingerprint.paragraphs.length === 0) return refused('The file holds no text.');
  if (texts.prints.has(id))
    return refused(`There is a source '${id}' already; give its new version with update.`);
  const files = new Map<string, string | undefined>([[printFile(id), writeFingerprint(fingerprint)]]);
  const listed = texts.yaml.get('sources.yaml') ?? '';
  if (!sourcesOf(texts).some((source) => source.id === id) || listed === '') {
    files.set(
      'sources.yaml',
      `${listed === '' || listed.endsWith('\n') ? listed : `${listed}\n`}- id: ${id}\n`,
    );
  }
  if (mayStand(texts, id)) files.set(articleFile(id), article);
  const alignment = { to: new Map(), vanished: [], added: [] };
  return { kind: 'updated', files, paragraphs: fingerprint.paragraphs.length, alignment, touched: [] };
}

/** Pure. The new version of a source: each paragraph found again, each reference renumbered. */
export function updateSource(texts: Texts, id: string, article: string): Updated {
  const print = texts.prints.get(id);
  const old = print === undefined ? undefined : readFingerprint(print);
  if (old === undefined) return refused(`There is no source '${id}' yet; give it with add.`);
  if (old.kind === 'unreadable') return refused(`${printFile(id)} cannot be read: ${old.why}.`);
  const now = fingerprintOf(article);
  if (now.paragraphs.length === 0) return refused('The file holds no text.');
  const alignment = align(old.fingerprint, now);
  if (alignment.to.size < old.fingerprint.paragraphs.length * LEAST_FOUND) {
    return refused(
      `Only ${alignment.to.size} of the ${old.fingerprint.paragraphs.length} paragraphs of '${id}' are found in it: it looks like another article. Another source is given with add.`,
    );
  }
  const broken = parseTexts(texts).draft.lost.files;
  if (broken.size > 0) return refused(`Mend ${[...broken].join(', ')} first: npm run check says how.`);

  const lengths = paragraphsOf(article).map(({ length }) => length);
  const how = {
    source: id,
    only: sourcesOf(texts).length === 1,
    alignment,
    lengthOf: (paragraph: number) => lengths[paragraph - 1] ?? 0,
  };
  const files = new Map<string, string | undefined>(
    [...texts.yaml].map(([file, text]) => [file, renumbered(file, text, how)]),
  );
  files.set(printFile(id), writeFingerprint({ ...now, earlier: earlierOf(old.fingerprint, now, alignment) }));
  files.set(articleFile(id), mayStand(texts, id) ? article : undefined);
  return {
    kind: 'updated',
    files,
    paragraphs: now.paragraphs.length,
    alignment,
    touched: touchedBy(texts, id, alignment),
  };
}

function mayStand(texts: Texts, id: string): boolean {
  const source = parseTexts(texts).draft.lists.sources.find(({ item }) => item.id === id);
  return source !== undefined && source.item.rights !== 'restricted';
}

function touchedBy(texts: Texts, source: string, { to }: Alignment) {
  const { lists } = parseTexts(texts).draft;
  const items = Object.values(lists).flat() as readonly { readonly item: object }[];
  return items.flatMap(({ item }) => {
    if (!('refs' in item && 'id' in item)) return [];
    const { id, refs } = item as { id: string; refs: readonly { source: string; paragraph: number }[] };
    return refs
      .filter(
        (ref) => sameRef(ref, { source, paragraph: ref.paragraph }) && to.get(ref.paragraph)?.same !== true,
      )
      .map(({ paragraph }) => ({ id, paragraph, gone: !to.has(paragraph) }));
  });
}

function refused(why: string): Updated {
  return { kind: 'refused', why };
}
