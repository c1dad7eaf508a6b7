/** What lies on the desk: the source's paragraphs with their state, the items with what is to be looked at, what is left. */
import type { Checked } from '../../briefing/check.ts';
import type { Fault } from '../../briefing/fault.ts';
import type { Texts } from '../../briefing/files.ts';
import { sha256Of } from '../../briefing/fingerprint.ts';
import { piecesOf, type ReadPieces } from '../../briefing/pieces.ts';
import { printsOf } from '../../briefing/prints.ts';
import { sourcesOf } from '../../briefing/resolve.ts';
import { paragraphsOf } from '../../briefing/words.ts';
import {
  type Cite,
  HEAD_ID,
  type ReviewItem,
  type ReviewParagraph,
  type ReviewSource,
  type Sheet,
} from '../../ports/review.ts';
import { RULES } from '../write/items.ts';
import { citesOf, type ItemInFile, itemsIn, stampOf } from './items.ts';
import { kindOfFile, USING } from './kinds.ts';
import { skipsIn } from './skips.ts';
import { type Values, valueIn } from './splice.ts';

/** Pure but for `read`. `articles` are texts of sources at hand, beside those that lie in the folder. */
export function sheetOf(
  id: string,
  texts: Texts,
  checked: Checked,
  articles: readonly string[],
  read?: ReadPieces,
): Sheet {
  const inFiles = itemsIn(texts.yaml, read);
  const known = sourcesOf(texts).map((source) => source.id);
  const marks = checked.kind === 'proven' ? checked.proven.marks : checked.marks;
  const marksOf = Map.groupBy(marks, (mark) => mark.id);
  const told = toldOf(checked.kind === 'faults' ? checked.faults : [], texts, inFiles);
  const items = inFiles.map((item): ReviewItem => {
    const { by, doubt, from } = item.fields;
    return {
      id: item.id,
      kind: item.kind,
      fields: item.fields,
      was: stampOf(item),
      cites: citesOf(item.fields, known[0] ?? ''),
      ...(isSpan(from) ? { from: { ...from, source: from.source ?? known[0] ?? '' } } : {}),
      ...(typeof by === 'string' ? { by } : {}),
      ...(doubt === 'likely' || doubt === 'guess' ? { doubt } : {}),
      marks: (marksOf.get(item.id) ?? []).map(({ mark, why }) => ({ mark, why })),
      faults: told.ofItem.get(item.id) ?? [],
    };
  });
  const sources = sourcesIn(texts, items, articles);
  const head = items.find((item) => item.id === HEAD_ID)?.fields ?? {};
  return {
    id,
    title: String(head.title ?? id),
    command: String(head.command ?? id),
    revision: listIn(texts, 'revisions.yaml').length,
    sources,
    items,
    faults: told.others,
    left: {
      unseen: items.filter(({ by }) => by === RULES).length,
      marks: marks.length,
      unworded: items.filter(({ fields }) => fields.text === '').length,
      unused: sources.flatMap(({ paragraphs }) => paragraphs.filter(({ state }) => state === 'unused'))
        .length,
      faults: told.others.length + items.reduce((sum, { faults }) => sum + faults.length, 0),
    },
  };
}

function isSpan(
  from: unknown,
): from is Omit<Cite, 'source'> & Partial<Cite> & { readonly start: number; readonly end: number } {
  return typeof from === 'object' && from !== null && 'paragraph' in from && 'start' in from && 'end' in from;
}

function listIn({ yaml }: Texts, file: string): readonly Values[] {
  const value = yaml.has(file) ? valueIn(yaml.get(file)) : [];
  return Array.isArray(value) ? value : [];
}

function sourcesIn(texts: Texts, items: readonly ReviewItem[], articles: readonly string[]): ReviewSource[] {
  const used = new Set(
    items.filter(({ kind }) => USING.includes(kind)).flatMap(({ cites }) => cites.map(keyOf)),
  );
  const heads = new Map(listIn(texts, 'sources.yaml').map((head) => [head.id, head]));
  const { read } = printsOf(texts);
  const known = sourcesOf(texts);
  const skips = skipsIn(listIn(texts, 'skipped.yaml'), known[0]?.id ?? '');
  const why = new Map(skips.flatMap((skip) => skip.cites.map((cite) => [keyOf(cite), skip.why] as const)));
  return known.map(({ id, name }) => {
    const print = read.get(id);
    const article = texts.articles.get(id) ?? articles.find((text) => sha256Of(text) === print?.sha256);
    const lines = article === undefined ? [] : paragraphsOf(article);
    const count = print?.paragraphs.length ?? lines.length;
    return {
      id,
      name: name ?? String(heads.get(id)?.headline ?? id),
      rights: String(heads.get(id)?.rights ?? 'restricted'),
      paragraphs: Array.from({ length: count }, (_, at): ReviewParagraph => {
        const key = keyOf({ source: id, paragraph: at + 1 });
        const skip = why.get(key);
        return {
          number: at + 1,
          ...(lines[at] === undefined ? {} : { text: lines[at] }),
          state: used.has(key) ? 'used' : skip === undefined ? 'unused' : 'skipped',
          ...(skip === undefined ? {} : { why: skip }),
        };
      }),
    };
  });
}

function keyOf({ source, paragraph }: Cite): string {
  return `${source}:${paragraph}`;
}

/** The faults of each item, and those of none. That a paragraph is unused is told by its state. */
function toldOf(faults: readonly Fault[], texts: Texts, items: readonly ItemInFile[]) {
  const ofItem = new Map<string, string[]>();
  const byPlace = new Map(items.map((item) => [`${item.file}:${item.at}`, item]));
  const starts = new Map<string, readonly number[]>();
  const startsOf = (file: string) => {
    const known = starts.get(file) ?? startsIn(texts.yaml.get(file) ?? '', file);
    starts.set(file, known);
    return known;
  };
  const others: string[] = [];
  for (const { file: path, line, found, expected } of faults) {
    const file = path.slice(texts.folder.length + 1);
    if (file === 'skipped.yaml' && found.startsWith('no item uses')) continue;
    const words = `${found}; ${expected}`;
    const at = startsOf(file).findLastIndex((start) => start <= line);
    const item = byPlace.get(`${file}:${kindOfFile(file) === 'head' ? undefined : at}`);
    if (item) ofItem.set(item.id, [...(ofItem.get(item.id) ?? []), words]);
    else others.push(`${file}:${line}: ${words}`);
  }
  return { ofItem, others };
}

/** The lines, counted from 1, on which the items of a list begin; the head is none of a list. */
function startsIn(text: string, file: string): number[] {
  if (kindOfFile(file) === 'head') return [];
  const pieces = piecesOf(text) ?? [];
  if (pieces.length > 0) return pieces.map(({ line }) => line);
  const lines = text.split('\n');
  const dash = lines.find((one) => /^\s*- /.test(one))?.indexOf('-') ?? 0;
  return lines.flatMap((one, at) =>
    one.indexOf('- ') === dash && one.slice(0, dash).trim() === '' ? [at + 1] : [],
  );
}
