/** Writes into the files that somebody has looked at marks and found them right. */
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Marked } from './marks/marks.ts';
import { piecesOf } from './pieces.ts';

/** Pure. The file's text with `seen` on the items of the marks; everything else stays as it was. */
export function settled(text: string, marks: readonly Marked[], by: string, on: string): string {
  const pieces = piecesOf(text) ?? [];
  const byItem = Map.groupBy(marks, ({ at }) => at.path[0]);
  if (!byItem.keys().every((index) => pieces[Number(index)] !== undefined))
    return settledIn(text, marks, by, on);
  return [...byItem]
    .toSorted(([one], [other]) => Number(other) - Number(one))
    .reduce((now, [index, own]) => {
      const { start, text: piece } = pieces[Number(index)]!;
      return now.slice(0, start) + settledIn(piece, own, by, on) + now.slice(start + piece.length);
    }, text);
}

function settledIn(text: string, marks: readonly Marked[], by: string, on: string): string {
  const { contents } = parseDocument(text);
  if (!isSeq(contents)) return text;
  const edits = contents.items.flatMap((item) => {
    if (!isMap(item)) return [];
    const own = marks.filter(({ id }) => id === String(item.get('id')));
    return own.length === 0 ? [] : [editOf(item, own, text, { by, on })];
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, put }) => now.slice(0, from) + put + now.slice(to), text);
}

type Who = { readonly by: string; readonly on: string };

function editOf(item: YAMLMap, marks: readonly Marked[], text: string, { by, on }: Who) {
  const old = item.get('seen', true);
  const marked = new Set<string>(marks.map(({ mark }) => mark));
  const kept = (item.toJSON().seen ?? []).filter(({ mark }: { mark: string }) => !marked.has(mark));
  const now = marks.map(({ mark, as }) => ({ mark, by, on, as }));
  const list = [...kept, ...now].map(
    (seen) =>
      `{ ${Object.entries(seen)
        .map(([key, value]) => `${key}: ${quoted(String(value))}`)
        .join(', ')} }`,
  );
  const put = `[${list.join(', ')}]`;
  if (isSeq(old) && old.range)
    return { from: old.range[0], to: old.range[1], put: old.flow ? put : `${put}\n` };
  const [start = 0, end = text.length] = item.range ?? [];
  if (item.flow)
    return {
      from: end - 1,
      to: end - 1,
      put: `${
        text
          .slice(start, end - 1)
          .trimEnd()
          .endsWith(',')
          ? ''
          : ', '
      }seen: ${put} `,
    };
  // A block map ends where its last value does; a folded text takes its line end along.
  const at = text.slice(0, end).trimEnd().length;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return { from: at, to: at, put: `\n${' '.repeat(column)}seen: ${put}` };
}

/** Eight digits would be read as a number, and a day is one of YAML's own. */
function quoted(value: string): string {
  return /^[a-z][a-z-]*$/u.test(value) || /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : JSON.stringify(value);
}
